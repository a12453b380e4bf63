-- Shops that are paid in cash at a post office, because nobody there has an account at a bank. Who may be handed it lies
-- sealed. A row stays when its shop goes back to its bank, so that the next one waits like any other change.
create table payout.cash_points (
    shop_id     uuid primary key,
    office_code text        not null check (length(office_code) between 1 and 40),
    recipient   bytea       not null,
    hint        text        not null check (length(hint) <= 8),
    changed_by  uuid        not null,
    changed_at  timestamptz not null,
    usable_from timestamptz not null,
    left_at     timestamptz
);

-- CASH: a clerk hands it over; the destination is the office, the recipient is frozen with the payout.
alter table payout.payouts add column recipient bytea;
alter table payout.payouts
    alter column bank_bin drop not null,
    alter column account drop not null,
    drop constraint payouts_channel_check,
    drop constraint payouts_destination;
alter table payout.payouts
    add constraint payouts_channel check (channel in ('BANK', 'CONNECTED', 'CASH')) not valid,
    add constraint payouts_destination check ((channel = 'BANK') = (destination is null)) not valid,
    add constraint payouts_account check ((channel = 'CASH') = (account is null) and (account is null) = (bank_bin is null)) not valid,
    add constraint payouts_recipient check ((channel = 'CASH') = (recipient is not null)) not valid;
alter table payout.payouts validate constraint payouts_channel;
alter table payout.payouts validate constraint payouts_destination;
alter table payout.payouts validate constraint payouts_account;
alter table payout.payouts validate constraint payouts_recipient;

-- What the recipient says at the counter; sealed, because its seller is to see it. Guessing ends it.
create table payout.cash_codes (
    payout_id  uuid primary key references payout.payouts (id),
    secret     bytea       not null,
    wrong      integer     not null default 0 check (wrong between 0 and 5),
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
create index cash_codes_by_expiry on payout.cash_codes (expires_at);

-- For those who count what carriers owe: this much less.
create view payout.published_cash_payouts as
select id, shop_id, amount, decided_at from payout.payouts where channel = 'CASH' and status = 'PAID';

-- A carrier that paid out more than it took hands over less than nothing.
alter table payment.carrier_remittances
    drop constraint carrier_remittances_matched_check,
    drop constraint carrier_remittances_unmatched_check;
