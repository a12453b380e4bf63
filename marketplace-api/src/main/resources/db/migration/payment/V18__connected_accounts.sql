-- Shops that have an account at the card's provider are paid into it from what the provider holds.
create table payout.connected_accounts (
    shop_id uuid primary key,
    account text        not null check (account ~ '^acct_[0-9A-Za-z]{1,100}$'),
    set_by  uuid        not null,
    set_at  timestamptz not null
);

alter table payout.payouts
    add column channel     text not null default 'BANK' check (channel in ('BANK', 'CONNECTED')),
    add column destination text,
    add constraint payouts_destination check ((channel = 'CONNECTED') = (destination is not null));

-- For those who count what the provider holds.
create view payout.published_transfers as
select id, shop_id, amount, decided_at from payout.payouts where channel = 'CONNECTED' and status = 'PAID';
