-- How much of a line and of the delivery has gone back; never more than was sold.
alter table orders.order_lines
    add column back_pieces integer not null default 0,
    add column back_goods  bigint  not null default 0,
    add constraint order_lines_back_pieces check (back_pieces between 0 and quantity),
    add constraint order_lines_back_goods check (back_goods between 0 and line_total);
alter table orders.orders
    add column back_delivery bigint not null default 0,
    add constraint orders_back_delivery check (back_delivery between 0 and delivery_fee);

create table orders.refunds (
    id       uuid primary key,
    order_id uuid        not null references orders.orders (id),
    -- Who decided it: the shop by itself, or a return.
    cause    text        not null check (cause in ('SHOP', 'RETURN')),
    bearer   text        not null check (bearer in ('SHOP', 'PLATFORM')),
    -- What became of the goods: back on the shelf, written off, or they stay with the buyer.
    goods_to text        not null check (goods_to in ('SHELF', 'WRITTEN_OFF', 'BUYER')),
    reason   text        not null check (length(reason) between 1 and 300),
    goods    bigint      not null check (goods >= 0),
    delivery bigint      not null check (delivery >= 0),
    actor_id uuid,
    at       timestamptz not null,
    check (goods + delivery > 0)
);
create index refunds_of_order on orders.refunds (order_id, at);

create table orders.refund_lines (
    refund_id uuid    not null references orders.refunds (id),
    position  integer not null,
    pieces    integer not null check (pieces >= 0),
    goods     bigint  not null check (goods >= 0),
    primary key (refund_id, position)
);
