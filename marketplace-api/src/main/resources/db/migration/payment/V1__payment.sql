create schema payment;

-- What is to be paid for one purchase. The purchase is known here only as a payable: id, code and amount.
create table payment.payments (
    id           uuid primary key,
    payable_id   uuid        not null unique,
    payable_code text        not null,
    buyer_id     uuid        not null,
    method       text        not null check (method in ('CASH_ON_DELIVERY', 'CARD')),
    status       text        not null check (status in ('PENDING', 'PAID', 'DUE_ON_DELIVERY', 'EXPIRED', 'CANCELLED', 'REFUNDED')),
    amount       bigint      not null check (amount > 0),
    captured     bigint      not null default 0 check (captured between 0 and amount),
    refunded     bigint      not null default 0 check (refunded between 0 and captured),
    -- What is no longer asked for because a part of the purchase fell away before it was paid.
    waived       bigint      not null default 0 check (waived >= 0),
    pay_until    timestamptz,
    created_at   timestamptz not null,
    check (captured + waived <= amount)
);
create index payments_waiting on payment.payments (pay_until) where status = 'PENDING';

-- Written down before the outside is called; a reconciler re-reads the outside for attempts left open.
create table payment.attempts (
    id           uuid primary key,
    payment_id   uuid        not null references payment.payments (id),
    kind         text        not null check (kind in ('CHECKOUT', 'REFUND')),
    status       text        not null check (status in ('OPEN', 'SUCCEEDED', 'FAILED', 'EXPIRED')),
    amount       bigint      not null check (amount > 0),
    reason       text        not null default '',
    provider_ref text unique,
    intent_ref   text,
    redirect_url text,
    created_at   timestamptz not null,
    checked_at   timestamptz,
    last_error   text
);
create index attempts_of_payment on payment.attempts (payment_id);
create index attempts_open on payment.attempts (created_at) where status = 'OPEN';
-- A refund is asked for once per reason, however often the event that causes it is delivered.
create unique index attempts_refund_once on payment.attempts (payment_id, reason) where kind = 'REFUND';

-- Append-only: what happened to the money.
create table payment.payment_events (
    id         bigint generated always as identity primary key,
    payment_id uuid        not null references payment.payments (id),
    type       text        not null check (type in ('CAPTURED', 'REFUNDED', 'EXPIRED', 'CANCELLED', 'LATE')),
    amount     bigint      not null check (amount >= 0),
    source_ref text        not null,
    at         timestamptz not null,
    unique (type, source_ref)
);
create index payment_events_of_payment on payment.payment_events (payment_id, id);

-- Inbound webhooks: signature checked, stored, answered; processed afterwards, once, in any order.
create table payment.webhook_inbox (
    event_id     text primary key,
    type         text        not null,
    body         text        not null,
    received_at  timestamptz not null,
    processed_at timestamptz
);
create index webhook_inbox_waiting on payment.webhook_inbox (received_at) where processed_at is null;

create view payment.published_payments as
select payable_id, method, status, amount, captured, refunded, waived, pay_until from payment.payments;
