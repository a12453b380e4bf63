-- How the platform speaks to a carrier that is not its own desks. Secrets are sealed.
create table shipment.carrier_accounts (
    id             uuid primary key,
    carrier_code   text    not null references shipment.carriers (code),
    adapter        text    not null check (adapter in ('GHN', 'OPEN')),
    base_url       text    not null,
    shop_ref       text    not null,
    sealed_token   bytea   not null,
    sealed_secret  bytea   not null,
    active         boolean not null default true
);
create unique index carrier_accounts_active on shipment.carrier_accounts (carrier_code) where active;

-- What an account's codes mean. They contradict each other in the wild, so each account has its own; a code without a
-- step is known and says nothing new, one that is missing is looked at by a person.
create table shipment.carrier_codes (
    account_id uuid not null references shipment.carrier_accounts (id),
    code       text not null,
    step       text,
    primary key (account_id, code)
);

-- A parcel that another carrier was asked to take.
create table shipment.carrier_orders (
    parcel_id      uuid primary key references shipment.parcels (id),
    account_id     uuid        not null references shipment.carrier_accounts (id),
    state          text        not null check (state in ('ASKED', 'TAKEN', 'REFUSED', 'CALLED_OFF')),
    carrier_number text,
    last_error     text,
    asked_at       timestamptz not null,
    heard_at       timestamptz,
    check (state <> 'TAKEN' or carrier_number is not null)
);
create unique index carrier_orders_by_number on shipment.carrier_orders (account_id, carrier_number) where carrier_number is not null;
create index carrier_orders_silent on shipment.carrier_orders (coalesce(heard_at, asked_at)) where state = 'TAKEN';

-- What carriers told, each thing once however often they send it.
create table shipment.carrier_messages (
    id          uuid primary key,
    account_id  uuid        not null references shipment.carrier_accounts (id),
    number      text        not null,
    code        text        not null,
    happened_at timestamptz not null,
    received_at timestamptz not null,
    state       text        not null check (state in ('DONE', 'IGNORED', 'REVIEW')),
    reason      text        not null default ''
);
create index carrier_messages_to_review on shipment.carrier_messages (received_at desc) where state = 'REVIEW';
