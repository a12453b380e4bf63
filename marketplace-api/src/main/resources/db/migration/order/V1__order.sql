create schema orders;

-- One purchase: one buyer, one address, one payment, one order per shop.
create table orders.order_groups (
    id             uuid primary key,
    code           text        not null unique,
    buyer_id       uuid        not null,
    payment_method text        not null,
    recipient_name text        not null,
    recipient_phone text       not null,
    commune_code   text        not null,
    province_code  text        not null,
    street         text        not null,
    goods_total    bigint      not null check (goods_total >= 0),
    delivery_total bigint      not null check (delivery_total >= 0),
    total          bigint      not null check (total = goods_total + delivery_total),
    adult_confirmed boolean    not null default false,
    language       text        not null,
    placed_at      timestamptz not null,
    -- Until when an unpaid purchase holds its stock; null when it is paid on delivery.
    pay_until      timestamptz
);
create index order_groups_of_buyer on orders.order_groups (buyer_id, placed_at desc, id desc);

create table orders.orders (
    id           uuid primary key,
    group_id     uuid        not null references orders.order_groups (id),
    code         text        not null unique,
    shop_id      uuid        not null,
    status       text        not null check (status in ('PENDING_PAYMENT', 'TO_CONFIRM', 'CONFIRMED', 'SHIPPED', 'DELIVERED', 'REFUSED', 'CANCELLED', 'EXPIRED')),
    goods_total  bigint      not null check (goods_total >= 0),
    delivery_fee bigint      not null check (delivery_fee >= 0),
    total        bigint      not null check (total = goods_total + delivery_fee),
    weight_grams integer     not null check (weight_grams > 0),
    note         text        not null default '' check (length(note) <= 500),
    placed_at    timestamptz not null,
    version      bigint      not null default 0
);
create index orders_of_group on orders.orders (group_id);
create index orders_of_shop on orders.orders (shop_id, status, placed_at desc, id desc);
create index orders_unpaid on orders.orders (placed_at) where status = 'PENDING_PAYMENT';

-- Names and prices as they were at the sale.
create table orders.order_lines (
    order_id     uuid    not null references orders.orders (id),
    position     integer not null,
    listing_id   uuid    not null,
    listing_slug text    not null,
    variant_id   uuid    not null,
    title_vi     text    not null,
    title_en     text    not null,
    variant_vi   text    not null,
    variant_en   text    not null,
    picture      jsonb,
    unit_price   bigint  not null check (unit_price >= 0),
    quantity     integer not null check (quantity > 0),
    line_total   bigint  not null check (line_total = unit_price * quantity),
    weight_grams integer not null,
    primary key (order_id, position)
);
create index order_lines_of_variant on orders.order_lines (variant_id);

-- The dated timeline, append-only.
create table orders.order_events (
    id       bigint generated always as identity primary key,
    order_id uuid        not null references orders.orders (id),
    status   text        not null,
    actor_id uuid,
    detail   text,
    at       timestamptz not null
);
create index order_events_of_order on orders.order_events (order_id, id);
