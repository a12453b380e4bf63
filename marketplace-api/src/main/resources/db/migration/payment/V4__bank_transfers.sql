-- Paying by bank transfer: the reference is the purchase's code without hyphens, as banks hand it on.
alter table payment.payments drop constraint payments_method_check;
alter table payment.payments add constraint payments_method_check
    check (method in ('CASH_ON_DELIVERY', 'CARD', 'BANK_TRANSFER')) not valid;
alter table payment.payments validate constraint payments_method_check;
-- No purchase has the new method yet, so this index is built over nothing.
create index payments_reference on payment.payments (replace(payable_code, '-', '')) where method = 'BANK_TRANSFER';

-- What came into the platform's account, once per number the bank gives it, whether the bank told by itself or its
-- statement was imported.
create table payment.transfers (
    id           uuid primary key default uuidv7(),
    bank_ref     text        not null unique check (length(bank_ref) between 1 and 100),
    account      text        not null,
    amount       bigint      not null check (amount > 0),
    memo         text        not null check (length(memo) <= 500),
    booked_at    timestamptz not null,
    source       text        not null check (source in ('WEBHOOK', 'STATEMENT')),
    received_at  timestamptz not null,
    -- NEW until looked at; HELD while the rest is awaited; UNMATCHED waits for a person; MATCHED belongs to a purchase;
    -- RETURNED went back without one.
    status       text        not null check (status in ('NEW', 'HELD', 'UNMATCHED', 'MATCHED', 'RETURNED')),
    finding      text check (finding in ('EXACT', 'UNDER', 'OVER', 'LATE', 'UNKNOWN')),
    payment_id   uuid references payment.payments (id),
    decided_by   uuid,
    decided_at   timestamptz,
    return_ref   text unique,
    check (status in ('NEW', 'UNMATCHED', 'RETURNED') or payment_id is not null)
);
create index transfers_newest on payment.transfers (received_at desc, id desc);
create index transfers_open on payment.transfers (status, received_at desc, id desc) where status in ('NEW', 'HELD', 'UNMATCHED');
create index transfers_of_payment on payment.transfers (payment_id) where payment_id is not null;
