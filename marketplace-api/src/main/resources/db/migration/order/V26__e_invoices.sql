-- The invoice a seller has issued for an order, as the tax office knows it. A wrong one is replaced by a later one; none
-- is ever taken away.
create table orders.e_invoices (
    id          uuid primary key default uuidv7(),
    order_id    uuid        not null references orders.orders (id),
    symbol      text        not null check (symbol ~ '^[1-9][CK][0-9]{2}[A-Z]{3}$'),
    number      text        not null check (number ~ '^[1-9][0-9]{0,7}$'),
    issued_on   date        not null,
    lookup_code text        not null check (length(lookup_code) <= 60),
    lookup_site text        not null check (length(lookup_site) <= 200),
    entered_by  uuid        not null,
    entered_at  timestamptz not null
);
create index e_invoices_of_order on orders.e_invoices (order_id, id desc);
