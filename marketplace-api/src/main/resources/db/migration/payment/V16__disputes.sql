-- Holders of cards who ask their bank for the money. The provider takes it when a dispute is opened and gives it back when
-- that is won; an inquiry takes nothing.
create table payment.disputes (
    id         uuid primary key default uuidv7(),
    ref        text        not null unique,
    payment_id uuid        not null references payment.payments (id),
    -- What brought the money: the same as of the payment's history.
    charge_ref text        not null,
    amount     bigint      not null check (amount > 0),
    reason     text        not null check (length(reason) between 1 and 100),
    status     text        not null check (status in ('INQUIRY', 'OPEN', 'WON', 'LOST', 'CLOSED')),
    -- Who pays if it is lost.
    bearer     text        not null check (bearer in ('SHOP', 'PLATFORM')),
    decided_by uuid,
    answer_by  timestamptz,
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    -- When a lost one was charged to whom it belongs.
    settled_at timestamptz,
    check ((status in ('INQUIRY', 'OPEN')) = (closed_at is null)),
    check (settled_at is null or status = 'LOST')
);
create index disputes_newest on payment.disputes (opened_at desc, id desc);
create index disputes_of_payment on payment.disputes (payment_id);

-- Support finds a purchase's money by its code.
create index payments_code on payment.payments (payable_code);

-- What of the captured money is in dispute or was lost that way.
alter table payment.payments
    add column disputed bigint not null default 0,
    add constraint payments_disputed check (disputed between 0 and captured);

insert into ledger.accounts (code, normal_side) values ('DISPUTES', 'DEBIT');

-- DISPUTE: the buyer got it through the card's bank, with a dispute the platform lost.
alter table payment.attempts drop constraint attempts_channel_check;
alter table payment.attempts add constraint attempts_channel_check
    check (channel in ('CARD', 'BANK_CLEARING', 'BANK', 'DISPUTE')) not valid;
alter table payment.attempts validate constraint attempts_channel_check;

alter table payment.payment_events drop constraint payment_events_type_check;
alter table payment.payment_events add constraint payment_events_type_check
    check (type in ('CAPTURED', 'REFUNDED', 'EXPIRED', 'CANCELLED', 'LATE', 'REVIVED', 'REFUND_FAILED', 'DISPUTED',
                    'DISPUTE_WON', 'DISPUTE_LOST')) not valid;
alter table payment.payment_events validate constraint payment_events_type_check;
