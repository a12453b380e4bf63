-- Which way money goes, per shop and method, from a day on: the platform collects it and owes the shop, or it goes
-- directly to the shop, which owes the platform its fee. The newest day that has come counts; without any, COLLECTED.
create table payment.settlement_rules (
    id         uuid primary key default uuidv7(),
    shop_id    uuid        not null,
    method     text        not null check (method in ('BANK_TRANSFER')),
    way        text        not null check (way in ('COLLECTED', 'DIRECT')),
    valid_from date        not null,
    note       text        not null check (length(note) between 1 and 500),
    created_by uuid        not null,
    created_at timestamptz not null
);
create index settlement_rules_of_shop on payment.settlement_rules (shop_id, method, valid_from);

-- Frozen when the purchase is made.
alter table payment.payments add column settlement text not null default 'COLLECTED';
alter table payment.payments add constraint payments_settlement
    check (settlement = 'COLLECTED' or settlement = 'DIRECT' and method = 'BANK_TRANSFER') not valid;
alter table payment.payments validate constraint payments_settlement;
create index payments_direct on payment.payments (created_at) where settlement = 'DIRECT';

-- SHOP: the shop has the money and gives it back itself, by a day.
alter table payment.attempts drop constraint attempts_channel_check;
alter table payment.attempts add constraint attempts_channel_check
    check (channel in ('CARD', 'BANK_CLEARING', 'BANK', 'DISPUTE', 'SHOP')) not valid;
alter table payment.attempts validate constraint attempts_channel_check;
alter table payment.attempts
    add column due_at  timestamptz,
    add column done_at timestamptz,
    add constraint attempts_shop_due check (channel <> 'SHOP' or due_at is not null);
create index attempts_of_shops on payment.attempts (due_at) where kind = 'REFUND' and status = 'OPEN' and channel = 'SHOP';

create or replace view payment.published_payments as
select payable_id, method, status, amount, captured, refunded, waived, pay_until, settlement from payment.payments;

-- direct: what the shop has of it from its buyer's own hand. It lessens what the platform owes for it, which is below
-- zero where nothing but the fee and the carrier's share is left.
create or replace view payment.published_parts as
select s.payable_id, s.part_id, s.status, s.taken_back, s.commission, s.commission_vat, s.tax, s.shop_id, s.code, s.goods,
       s.released_at, s.sold_at, s.net - s.direct as net, s.sale, s.discount, s.direct
  from (select p.payable_id,
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
               t.shop_discount + t.shop_delivery as discount,
               case p.settlement
                   when 'DIRECT' then t.goods + t.delivery - (t.back_goods + t.back_delivery - t.absorbed)
                   else 0
               end as direct
          from payment.parts t
          join payment.payments p on p.id = t.payment_id) as s;
