-- The statements of one order request, in the API's order, as PlaceOrder, Idempotency, QuoteRepository, StockRepository,
-- OrderRepository, PaymentRepository, CartRepository and OrderReads send them; ids are numbers (:q) in the shape of a UUID.
begin;
insert into platform.idempotency_keys (owner_id, key, request_hash, response, created_at)
values (('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, 'reference', '\x00'::bytea,
        '{"groupId":"10000000-0000-4000-8000-000000000000"}', now())
on conflict do nothing;
delete from checkout.quotes
 where id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid
   and buyer_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid
returning terms as part, terms #>> '{lines,0,variantId}' as variant, total as total \gset
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
                      and l.status = 'ON_SALE')
    returning v.id, v.listing_id, k.quantity, v.price, v.stock, v.stock = 0 as turns
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
           title_en, variant_vi, variant_en, picture, unit_price, quantity, line_total, weight_grams)
    select p.id, l.position, l."listingId", l."listingSlug", l."variantId", l.title ->> 'vi',
           l.title ->> 'en', l."variantName" ->> 'vi', l."variantName" ->> 'en', l.picture, l."unitPrice",
           l.quantity, l."unitPrice" * l.quantity, l."weightGrams"
      from parts p,
           rows from (jsonb_to_recordset(p.lines) as ("listingId" uuid, "listingSlug" text,
           "variantId" uuid, title jsonb, "variantName" jsonb, picture jsonb, "unitPrice" bigint,
           quantity int, "weightGrams" int)) with ordinality as l ("listingId", "listingSlug", "variantId",
           title, "variantName", picture, "unitPrice", quantity, "weightGrams", position))
insert into orders.order_events (order_id, status, actor_id, at)
select id, status, ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, now() from parts;
insert into payment.payments (id, payable_id, payable_code, buyer_id, method, status, amount, pay_until, created_at)
values (('30000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid,
        ('10000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, 'REF-' || :q::bigint,
        ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, 'CASH_ON_DELIVERY', 'DUE_ON_DELIVERY',
        :total::bigint, null, now());
delete from checkout.cart_lines
 where buyer_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid
   and variant_id = any(array[:variant::uuid]);
commit;
select g.id, g.code, g.buyer_id, g.recipient_name, g.recipient_phone, g.street, g.commune_code, g.language,
       g.placed_at, p.method, p.status as payment_status, p.amount, p.pay_until,
       (select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'shopId', o.shop_id, 'status', o.status,
                'goodsTotal', o.goods_total, 'deliveryFee', o.delivery_fee, 'weightGrams', o.weight_grams,
                'note', o.note, 'placedAt', o.placed_at,
                'lines', (select jsonb_agg(jsonb_build_object('listingId', l.listing_id, 'listingSlug', l.listing_slug,
                              'variantId', l.variant_id, 'title', jsonb_build_object('vi', l.title_vi, 'en', l.title_en),
                              'variantName', jsonb_build_object('vi', l.variant_vi, 'en', l.variant_en),
                              'picture', l.picture, 'unitPrice', l.unit_price, 'quantity', l.quantity,
                              'weightGrams', l.weight_grams) order by l.position)
                            from orders.order_lines l where l.order_id = o.id),
                'timeline', (select jsonb_agg(jsonb_build_object('status', e.status, 'at', e.at, 'detail', e.detail)
                                              order by e.id)
                               from orders.order_events e where e.order_id = o.id),
                'parcel', (select jsonb_build_object('trackingNumber', s.tracking_number, 'status', s.status,
                                                     'office', s.office_name)
                             from shipment.published_parcels s where s.order_id = o.id))
            order by o.code) from orders.orders o where o.group_id = g.id) as orders
  from orders.order_groups g
  join payment.published_payments p on p.payable_id = g.id
 where g.id = ('10000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid;
