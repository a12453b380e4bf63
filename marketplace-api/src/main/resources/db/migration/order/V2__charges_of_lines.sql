-- What the platform takes and keeps back of a line, by the rules of the moment of sale.
alter table orders.order_lines
    add column commission         bigint not null default 0 check (commission >= 0),
    add column commission_vat     bigint not null default 0 check (commission_vat >= 0),
    add column tax_vat            bigint not null default 0 check (tax_vat >= 0),
    add column tax_pit            bigint not null default 0 check (tax_pit >= 0),
    add column commission_rule_id uuid,
    add column tax_rate_id        uuid;
