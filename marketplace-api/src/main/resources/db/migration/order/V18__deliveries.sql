-- How the buyer chose each order to come, and the day that was promised; orders older than the choice have no row.
create table orders.deliveries (
    order_id    uuid primary key references orders.orders (id),
    service     text not null,
    promised_on date not null
);
