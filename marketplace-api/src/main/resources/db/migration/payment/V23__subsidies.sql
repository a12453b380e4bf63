-- What of a part's price others bear than its buyer: the shop by asking less, funders by paying the shop or the carrier.
-- goods and delivery stay what the buyer pays.
alter table payment.parts
    -- What funders pay the shop for its goods; and what of it went back with returned goods.
    add column subsidy         bigint not null default 0 check (subsidy >= 0),
    add column back_subsidy    bigint not null default 0,
    add column shop_discount   bigint not null default 0 check (shop_discount >= 0),
    -- What the shop pays of the delivery.
    add column shop_delivery   bigint not null default 0 check (shop_delivery >= 0),
    add constraint parts_back_subsidy check (back_subsidy between 0 and subsidy);
alter table payment.parts drop constraint parts_check;
alter table payment.parts add constraint parts_charges
    check (commission + commission_vat + tax_vat + tax_pit <= goods + subsidy) not valid;
alter table payment.parts validate constraint parts_charges;

create table payment.subsidies (
    payment_id uuid   not null,
    part_id    uuid   not null,
    -- PLATFORM, CARRIER:code, PUBLIC_BUDGET:province.
    funder     text   not null,
    goods      bigint not null check (goods >= 0),
    delivery   bigint not null check (delivery >= 0),
    primary key (payment_id, part_id, funder),
    foreign key (payment_id, part_id) references payment.parts (payment_id, part_id)
);

create or replace view payment.published_parts as
select p.payable_id,
       t.part_id,
       t.status,
       t.back_goods + t.back_delivery - t.absorbed + t.back_subsidy as taken_back,
       t.commission - t.back_commission as commission,
       t.commission_vat - t.back_commission_vat as commission_vat,
       t.tax_vat - t.back_tax_vat + t.tax_pit - t.back_tax_pit as tax,
       t.shop_id,
       t.code,
       t.goods,
       t.released_at,
       p.created_at as sold_at,
       t.goods + t.subsidy - t.back_subsidy - t.shop_delivery - (t.back_goods + t.back_delivery - t.absorbed)
           - (t.commission - t.back_commission) - (t.commission_vat - t.back_commission_vat)
           - (t.tax_vat - t.back_tax_vat) - (t.tax_pit - t.back_tax_pit) as net,
       t.goods + t.subsidy + t.shop_discount as sale,
       t.shop_discount + t.shop_delivery as discount
  from payment.parts t
  join payment.payments p on p.id = t.payment_id;
