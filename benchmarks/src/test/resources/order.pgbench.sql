-- The statements of one order request, in the API's order, as PlaceOrder, Idempotency, QuoteRepository, StockRepository,
-- OrderRepository, PaymentRepository and CartRepository send them; ids are numbers (:q) in the shape of a UUID.
begin;
insert into platform.idempotency_keys (owner_id, key, request_hash, response, created_at)
values (('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, 'reference', '\x00'::bytea,
        '{"groupId":"10000000-0000-4000-8000-000000000000"}', now())
on conflict do nothing;
delete from checkout.quotes
 where id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid
   and buyer_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid
returning terms as part, terms #>> '{lines,0,variantId}' as variant, terms ->> 'shopId' as shop, total as total \gset
with wanted as (
    select variant_id, sum(quantity)::integer as quantity
      from unnest(array[:variant::uuid], array[1]) as w (variant_id, quantity)
     group by variant_id
), locked as (
    select v.id, w.quantity
      from listing.variants v
      join wanted w on w.variant_id = v.id
     order by v.id
       for no key update of v
), moved as (
    update listing.variants v
       set stock = v.stock - k.quantity
      from locked k
     where v.id = k.id
       and v.stock >= k.quantity
       and v.active
       and exists (select 1
                     from listing.listings l
                     join shop.published_shops s on s.id = l.shop_id and s.status = 'OPEN'
                    where l.id = v.listing_id
                      and l.status = 'ON_SALE'
                      and not exists (select 1
                                        from shop.published_holidays h
                                       where h.shop_id = s.id
                                         and not h.takes_orders
                                         and (now() at time zone 'Asia/Ho_Chi_Minh')::date
                                             between h.first_day and h.last_day))
    returning v.id, v.listing_id, k.quantity, v.price, v.stock, v.stock = 0 as turns, -1 as sign
), noted as (
    insert into listing.stock_movements (variant_id, at, kind, quantity, stock_after)
    select id, now(), 'SOLD', sign * quantity, stock from moved
), turned as (
    select l.id
      from listing.listings l
     where l.id in (select listing_id from moved where turns)
     order by l.id
       for no key update
), revised as (
    update listing.listings l
       set revision = nextval('listing.revisions'), updated_at = now()
      from turned t
     where l.id = t.id
    returning l.id
), announced as (
    insert into listing.index_changes (listing_id, created_at)
    select id, now() from revised
)
select id, listing_id, quantity, price, stock from moved;
with placed as (
    insert into orders.order_groups (id, code, buyer_id, payment_method, recipient_name, recipient_phone,
           commune_code, province_code, street, goods_total, delivery_total, total, adult_confirmed,
           language, placed_at, pay_until)
    values (('10000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, 'REF-' || :q::bigint,
           ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, 'CASH_ON_DELIVERY',
           'Trần Thị Mai', '+84912345678', '19333', '44', '12 Lê Duẩn', :total::bigint - 29000, 29000,
           :total::bigint, false, 'vi', now(), null)),
parts as (
    select *
      from jsonb_to_recordset(jsonb_build_array(:part::jsonb || jsonb_build_object(
               'id', '20000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'), 'code', 'REF-' || :q::bigint || '-1')))
           as p (id uuid, code text, "shopId" uuid, status text,
           "goodsTotal" bigint, "deliveryFee" bigint, "weightGrams" int, note text, lines jsonb)),
ordered as (
    insert into orders.orders (id, group_id, code, shop_id, status, goods_total, delivery_fee, total,
           weight_grams, note, placed_at)
    select id, ('10000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, code, "shopId", status,
           "goodsTotal", "deliveryFee", "goodsTotal" + "deliveryFee", "weightGrams", note, now()
      from parts),
lined as (
    insert into orders.order_lines (order_id, position, listing_id, listing_slug, variant_id, title_vi,
           title_en, variant_vi, variant_en, picture, unit_price, quantity, line_total, weight_grams,
           commission, commission_vat, tax_vat, tax_pit, commission_rule_id, tax_rate_id, return_hours)
    select p.id, l.position, l."listingId", l."listingSlug", l."variantId", l.title ->> 'vi',
           l.title ->> 'en', l."variantName" ->> 'vi', l."variantName" ->> 'en', l.picture, l."unitPrice",
           l.quantity, l."unitPrice" * l.quantity, l."weightGrams", (l.charges ->> 'commission')::bigint,
           (l.charges ->> 'commissionVat')::bigint, (l.charges ->> 'taxVat')::bigint, (l.charges ->> 'taxPit')::bigint,
           (l.charges ->> 'commissionRule')::uuid, (l.charges ->> 'taxRate')::uuid, l."returnHours"
      from parts p,
           rows from (jsonb_to_recordset(p.lines) as ("listingId" uuid, "listingSlug" text,
           "variantId" uuid, title jsonb, "variantName" jsonb, picture jsonb, "unitPrice" bigint,
           quantity int, "weightGrams" int, charges jsonb, "returnHours" int)) with ordinality as l ("listingId", "listingSlug", "variantId",
           title, "variantName", picture, "unitPrice", quantity, "weightGrams", charges, "returnHours", position))
insert into orders.order_events (order_id, status, actor_id, at)
select id, status, ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, now() from parts;
with opened as (
    insert into payment.payments (id, payable_id, payable_code, buyer_id, method, status, amount, pay_until, created_at)
    values (('30000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid,
            ('10000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, 'REF-' || :q::bigint,
            ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, 'CASH_ON_DELIVERY', 'DUE_ON_DELIVERY',
            :total::bigint, null, now()))
insert into payment.parts (payment_id, part_id, shop_id, code, goods, delivery, commission, commission_vat, tax_vat, tax_pit)
select ('30000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, p.part_id, p.shop_id, p.code, p.goods, p.delivery,
       p.commission, p.commission_vat, p.tax_vat, p.tax_pit
  from unnest(array[('20000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid], array[:shop::uuid],
              array['REF-' || :q::bigint || '-1'], array[:total::bigint - 29000], array[29000::bigint], array[3000::bigint], array[300::bigint],
              array[1000::bigint], array[500::bigint])
       as p (part_id, shop_id, code, goods, delivery, commission, commission_vat, tax_vat, tax_pit);
delete from checkout.cart_lines
 where buyer_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid
   and variant_id = any(array[:variant::uuid]);
commit;
