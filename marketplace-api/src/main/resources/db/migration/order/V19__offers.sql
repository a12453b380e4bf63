-- What offers took off, frozen at the sale; line_total and delivery_fee stay what the buyer pays.
alter table orders.order_lines
    add column discount bigint not null default 0 check (discount >= 0),
    -- Which offers, how much each, and who bears it.
    add column offers   jsonb  not null default '[]';
alter table orders.order_lines drop constraint order_lines_check;
alter table orders.order_lines add constraint order_lines_total check (line_total = unit_price * quantity - discount) not valid;
alter table orders.order_lines validate constraint order_lines_total;
alter table orders.orders
    add column delivery_offers jsonb not null default '[]';

-- Who had completed an order before campaigns were known.
insert into campaign.completions (identity, method, first_at)
select i.identity, g.payment_method, min(e.at)
  from orders.order_events e
  join orders.orders o on o.id = e.order_id
  join orders.order_groups g on g.id = o.group_id
  left join account.people p on p.id = g.buyer_id and p.phone_verified_at is not null
 cross join lateral (values ('person:' || g.buyer_id::text),
                            ('phone:' || encode(sha256(convert_to(p.phone, 'UTF8')), 'hex'))) as i (identity)
 where e.status = 'DELIVERED'
   and i.identity is not null
 group by i.identity, g.payment_method
on conflict do nothing;
