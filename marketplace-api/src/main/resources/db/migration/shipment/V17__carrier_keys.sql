-- With what an operator's own system signs in: shown once, kept as its hash, good for what it is made for.
create table shipment.carrier_keys (
    id         uuid primary key,
    account_id uuid        not null references shipment.carrier_accounts (id),
    name       text        not null check (length(name) between 1 and 60),
    hash       bytea       not null unique,
    scopes     text[]      not null check (cardinality(scopes) > 0 and scopes <@ '{PARCELS,EVENTS}'),
    made_by    uuid        not null,
    made_at    timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz
);
create index carrier_keys_of_account on shipment.carrier_keys (account_id, made_at desc);

-- What a carrier would not take, or would not let go, until a person has dealt with it.
create index carrier_orders_stuck on shipment.carrier_orders (asked_at desc) where state = 'REFUSED' or state = 'CALLED_OFF' and last_error is not null;

-- The same code of an account, to be read again once somebody has said what it means.
create index carrier_messages_of_code on shipment.carrier_messages (account_id, code) where state = 'REVIEW';
