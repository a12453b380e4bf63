-- The order's own code, which statements show; new parts are written with it.
alter table payment.parts add column code text not null default '';
do $$
begin
    if to_regclass('orders.orders') is not null then
        execute 'update payment.parts t set code = o.code from orders.orders o where o.id = t.part_id';
    end if;
end
$$;

create or replace view payment.published_parts as
select p.payable_id,
       t.part_id,
       t.status,
       t.back_goods + t.back_delivery - t.absorbed as taken_back,
       t.commission - t.back_commission as commission,
       t.commission_vat - t.back_commission_vat as commission_vat,
       t.tax_vat - t.back_tax_vat + t.tax_pit - t.back_tax_pit as tax,
       t.shop_id,
       t.code,
       t.goods,
       t.released_at,
       p.created_at as sold_at,
       t.goods - (t.back_goods + t.back_delivery - t.absorbed) - (t.commission - t.back_commission)
           - (t.commission_vat - t.back_commission_vat) - (t.tax_vat - t.back_tax_vat)
           - (t.tax_pit - t.back_tax_pit) as net
  from payment.parts t
  join payment.payments p on p.id = t.payment_id;
create index parts_of_shop on payment.parts (shop_id) where status = 'SOLD';

-- Where a seller is paid; number and holder sealed. A change waits a while, so that nobody who breaks in is paid.
create table payout.accounts (
    shop_id     uuid primary key,
    bank_bin    text        not null check (bank_bin ~ '^[0-9]{6}$'),
    account     bytea       not null,
    hint        text        not null check (length(hint) <= 8),
    changed_by  uuid        not null,
    changed_at  timestamptz not null,
    usable_from timestamptz not null
);

-- When and from how much on: dated rows; the one for the seller's kind before the one for all.
create table payout.schedules (
    id         uuid primary key default uuidv7(),
    legal_kind text check (legal_kind in ('HOUSEHOLD', 'INDIVIDUAL', 'COOPERATIVE', 'COMPANY')),
    -- ISO day of the week; null: every day.
    weekday    integer check (weekday between 1 and 7),
    minimum    bigint not null check (minimum > 0),
    valid_from date   not null,
    valid_to   date check (valid_to >= valid_from),
    note       text   not null check (length(note) between 1 and 500)
);
insert into payout.schedules (legal_kind, weekday, minimum, valid_from, note) values
('HOUSEHOLD', null, 50000, date '2025-07-01', 'Hộ nhỏ được trả mỗi ngày'),
('INDIVIDUAL', null, 50000, date '2025-07-01', 'Cá nhân được trả mỗi ngày'),
(null, 2, 100000, date '2025-07-01', 'Mỗi thứ Ba');

create table payout.holds (
    id        uuid primary key default uuidv7(),
    shop_id   uuid        not null,
    reason    text        not null check (length(reason) between 1 and 500),
    placed_by uuid        not null,
    placed_at timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz,
    check ((lifted_by is null) = (lifted_at is null))
);
create unique index holds_in_force on payout.holds (shop_id) where lifted_at is null;

-- What is paid on one day. One person submits it, another approves it.
create table payout.batches (
    id           uuid primary key default uuidv7(),
    day          date        not null unique,
    status       text        not null check (status in ('DRAFT', 'SUBMITTED', 'APPROVED', 'CLOSED')),
    made_at      timestamptz not null,
    submitted_by uuid,
    submitted_at timestamptz,
    approved_by  uuid,
    approved_at  timestamptz,
    closed_at    timestamptz,
    check (approved_by <> submitted_by),
    check (status <> 'SUBMITTED' or submitted_by is not null),
    check (status <> 'APPROVED' or (submitted_by is not null and approved_by is not null))
);

create table payout.payouts (
    id         uuid primary key default uuidv7(),
    batch_id   uuid        not null references payout.batches (id),
    shop_id    uuid        not null,
    -- What stands in the transfer's memo.
    code       text        not null unique,
    amount     bigint      not null check (amount > 0),
    bank_bin   text        not null,
    account    bytea       not null,
    status     text        not null check (status in ('DUE', 'PAID', 'FAILED')),
    bank_ref   text unique,
    failure    text,
    decided_by uuid,
    decided_at timestamptz,
    unique (batch_id, shop_id),
    check ((status = 'PAID') = (bank_ref is not null)),
    check ((status = 'FAILED') = (failure is not null))
);
create index payouts_of_shop on payout.payouts (shop_id, id desc);
alter table payout.earnings add constraint earnings_payout foreign key (payout_id) references payout.payouts (id) not valid;
alter table payout.earnings validate constraint earnings_payout;
