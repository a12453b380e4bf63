-- What the platform has charged a shop in a month, as a document with a running number: one per shop and month, frozen
-- as it was issued. Below zero where more was given back than charged.
create table payout.fee_invoices (
    id        uuid primary key default uuidv7(),
    shop_id   uuid        not null,
    month     date        not null check (extract(day from month) = 1),
    -- The years begin anew; there are no gaps.
    year      integer     not null,
    number    integer     not null check (number > 0),
    shop_name text        not null,
    tax_code  text,
    -- How many sales and refunds the fee is of.
    bookings  integer     not null check (bookings > 0),
    fee       bigint      not null,
    vat       bigint      not null,
    issued_at timestamptz not null,
    unique (shop_id, month),
    unique (year, number),
    check (fee <> 0 or vat <> 0)
);
create index fee_invoices_of_month on payout.fee_invoices (month, number);
create trigger fee_invoices_stay before update or delete or truncate on payout.fee_invoices
    for each statement execute function ledger.refuse_change();

-- Months whose invoices are made; each once.
create table payout.fee_months (
    month   date primary key,
    made_at timestamptz not null
);

-- What a shop has paid of what it owes, because it is paid by its buyers itself and there is nothing to take it off.
create table payout.fee_payments (
    id       uuid primary key default uuidv7(),
    shop_id  uuid        not null,
    amount   bigint      not null check (amount > 0),
    bank_ref text        not null unique check (length(bank_ref) between 1 and 100),
    noted_by uuid        not null,
    noted_at timestamptz not null
);
create index fee_payments_of_shop on payout.fee_payments (shop_id, noted_at);

-- For those who sum up what was booked between two accounts.
create view ledger.published_postings as
select transaction_id, debit_account, debit_party, credit_account, credit_party, amount, at from ledger.postings;
