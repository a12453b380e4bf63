-- What was ordered when and in which province, for those who compare a programme with the weeks before it; what fell
-- away before it was paid for never counted.
create index payments_by_time on payment.payments (created_at);
create view payment.published_sales as
select p.created_at as placed_at, t.goods, s.province_code
  from payment.payments p
  join payment.parts t on t.payment_id = p.id and t.status <> 'GIVEN_UP'
  join shop.published_shops s on s.id = t.shop_id
 where p.status not in ('EXPIRED', 'CANCELLED');
