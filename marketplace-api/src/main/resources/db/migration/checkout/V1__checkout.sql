create schema checkout;

-- A cart is its lines; every buyer, guest or member, has one.
create table checkout.cart_lines (
    buyer_id   uuid        not null,
    variant_id uuid        not null,
    quantity   integer     not null check (quantity between 1 and 999),
    added_at   timestamptz not null,
    primary key (buyer_id, variant_id)
);
create index cart_lines_age on checkout.cart_lines (added_at);

-- What the buyer was shown before ordering; an order is only taken at these prices.
create table checkout.quotes (
    id           uuid primary key,
    buyer_id     uuid        not null,
    commune_code text        not null,
    terms        jsonb       not null,
    total        bigint      not null check (total >= 0),
    created_at   timestamptz not null,
    expires_at   timestamptz not null
);
create index quotes_age on checkout.quotes (expires_at);
