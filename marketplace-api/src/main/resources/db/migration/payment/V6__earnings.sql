-- A sale is the shop's once its buyer cannot give it back any more.
alter table payment.parts add column released_at timestamptz;

-- What became the shop's to be paid, and what was taken from it afterwards: each once, and each in one payout.
create table payout.earnings (
    id        uuid primary key default uuidv7(),
    shop_id   uuid        not null,
    part_id   uuid        not null,
    cause     text        not null check (length(cause) between 1 and 100),
    amount    bigint      not null check (amount <> 0),
    at        timestamptz not null,
    payout_id uuid,
    unique (part_id, cause)
);
create index earnings_unpaid on payout.earnings (shop_id, at) where payout_id is null;
create index earnings_of_payout on payout.earnings (payout_id) where payout_id is not null;
