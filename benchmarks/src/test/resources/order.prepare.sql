drop table if exists public.order_reference;
-- One thing each, priced as the API prices it; the same order form that the API hands to its insert.
create table public.order_reference as
select row_number() over (order by v.id) as n,
       v.id as variant_id,
       v.price + 29000 as total,
       jsonb_build_object('shopId', l.shop_id, 'status', 'TO_CONFIRM', 'goodsTotal', v.price, 'deliveryFee', 29000,
           'weightGrams', v.weight_grams, 'note', '', 'placedAt', now(),
           'lines', jsonb_build_array(jsonb_build_object('listingId', l.id, 'listingSlug', l.slug, 'variantId', v.id,
               'title', jsonb_build_object('vi', l.title_vi, 'en', l.title_en),
               'variantName', jsonb_build_object('vi', v.name_vi, 'en', v.name_en),
               'picture', jsonb_build_object('id', v.id, 'path', '/media/' || l.id, 'widths', jsonb_build_array(160, 320, 640, 1200)),
               'unitPrice', v.price, 'quantity', 1, 'weightGrams', v.weight_grams, 'returnHours', 360,
               'charges', jsonb_build_object('commission', 3000, 'commissionVat', 300, 'taxVat', 1000, 'taxPit', 500,
                   'commissionRule', v.id, 'taxRate', v.id)))) as part
  from listing.variants v
  join listing.listings l on l.id = v.listing_id
 where l.status = 'ON_SALE'
   and v.active
   and v.stock > 100000;
create unique index on public.order_reference (n);
insert into checkout.cart_lines (buyer_id, variant_id, quantity, added_at)
select ('00000000-0000-4000-8000-' || lpad(to_hex(q), 12, '0'))::uuid, r.variant_id, 1, now()
  from generate_series(0, :quotes) q
  join public.order_reference r on r.n = 1 + q % (select count(*) from public.order_reference);
insert into checkout.quotes (id, buyer_id, commune_code, terms, total, created_at, expires_at)
select ('00000000-0000-4000-8000-' || lpad(to_hex(q), 12, '0'))::uuid,
       ('00000000-0000-4000-8000-' || lpad(to_hex(q), 12, '0'))::uuid,
       '19333', r.part, r.total, now(), now() + interval '1 day'
  from generate_series(0, :quotes) q
  join public.order_reference r on r.n = 1 + q % (select count(*) from public.order_reference);
analyze
