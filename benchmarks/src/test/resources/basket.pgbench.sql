-- What comes before the order request: a new guest, one thing into the cart, a quote; as Sessions, VariantRepository,
-- CartRepository and QuoteRepository send it. Which thing, and the terms of the quote, are ready in order_reference.
with guest as (
    insert into account.people (id, kind, created_at)
    values (('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, 'GUEST', now())
    returning id)
insert into account.sessions (token_hash, person_id, created_at, last_seen_at, expires_at)
select sha256(('reference ' || :q::bigint)::bytea), id, now(), now(), now() + interval '60 days' from guest
returning person_id;
with seen as (
    update account.sessions
       set last_seen_at = now()
     where token_hash = sha256(('reference ' || :q::bigint)::bytea)
       and (last_seen_at is null or last_seen_at < now() - interval '1 hour'))
select p.id, p.kind, s.id as session_id, s.second_factor_at is not null as second_factor,
       p.phone_verified_at is not null or p.email_verified_at is not null as reached,
       p.identity_verified_at is not null as identified,
       coalesce((select array_agg(concat_ws(':', m.kind, m.owner, array_to_string(m.permissions, ','), m.scope))
                   from account.memberships m
                  where m.person_id = p.id), '{}') as memberships
  from account.sessions s
  join account.people p on p.id = s.person_id
 where s.token_hash = sha256(('reference ' || :q::bigint)::bytea)
   and s.expires_at > now();
select variant_id as variant from public.order_reference where n = 1 + :q::bigint % :things::bigint \gset
select v.id, v.listing_id, l.slug, l.title_vi, l.title_en, v.name_vi, v.name_en, v.price, v.stock,
       v.active and l.status = 'ON_SALE' and s.status = 'OPEN' as on_sale, v.weight_grams,
       s.id as shop_id, s.slug as shop_slug, s.name as shop_name, s.province_code, s.commune_code,
       l.category_code, p.id as picture_id, p.hash, p.widths, p.width, p.height, p.preview, p.alt_vi, p.alt_en,
       (select max(h.last_day)
          from shop.published_holidays h
         where h.shop_id = s.id
           and not h.takes_orders
           and (now() at time zone 'Asia/Ho_Chi_Minh')::date between h.first_day and h.last_day) as closed_until
  from listing.variants v
  join listing.listings l on l.id = v.listing_id
  join shop.published_shops s on s.id = l.shop_id
  left join lateral (
       select m.id, m.hash, m.widths, m.width, m.height, m.preview, lp.alt_vi, lp.alt_en
         from listing.listing_pictures lp
         join media.published_pictures m on m.id = lp.picture_id
        where lp.listing_id = l.id
        order by lp.position
        limit 1) p on true
 where v.id = any(array[:variant::uuid]);
with added as (
    insert into checkout.cart_lines as c (buyer_id, variant_id, quantity, added_at)
    select ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, :variant::uuid, 1, now()
     where (select count(*) from checkout.cart_lines where buyer_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid) < 100
        or exists (select from checkout.cart_lines where buyer_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid and variant_id = :variant::uuid)
    on conflict (buyer_id, variant_id)
    do update set quantity = c.quantity + excluded.quantity
     where c.quantity + excluded.quantity <= 999
    returning variant_id, quantity, added_at)
select variant_id, quantity, added_at from added
union all
select variant_id, quantity, added_at
  from checkout.cart_lines
 where buyer_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid
   and variant_id <> :variant::uuid
   and exists (select from added)
 order by added_at, variant_id;
select variant_id, quantity
  from checkout.cart_lines
 where buyer_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid
 order by added_at, variant_id;
select v.id, v.listing_id, l.slug, l.title_vi, l.title_en, v.name_vi, v.name_en, v.price, v.stock,
       v.active and l.status = 'ON_SALE' and s.status = 'OPEN' as on_sale, v.weight_grams,
       s.id as shop_id, s.slug as shop_slug, s.name as shop_name, s.province_code, s.commune_code,
       l.category_code, p.id as picture_id, p.hash, p.widths, p.width, p.height, p.preview, p.alt_vi, p.alt_en,
       (select max(h.last_day)
          from shop.published_holidays h
         where h.shop_id = s.id
           and not h.takes_orders
           and (now() at time zone 'Asia/Ho_Chi_Minh')::date between h.first_day and h.last_day) as closed_until
  from listing.variants v
  join listing.listings l on l.id = v.listing_id
  join shop.published_shops s on s.id = l.shop_id
  left join lateral (
       select m.id, m.hash, m.widths, m.width, m.height, m.preview, lp.alt_vi, lp.alt_en
         from listing.listing_pictures lp
         join media.published_pictures m on m.id = lp.picture_id
        where lp.listing_id = l.id
        order by lp.position
        limit 1) p on true
 where v.id = any(array[:variant::uuid]);
insert into checkout.quotes (id, buyer_id, commune_code, terms, total, created_at, expires_at)
select ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, ('00000000-0000-4000-8000-' || lpad(to_hex(:q::bigint), 12, '0'))::uuid, '19333', part, total, now(), now() + interval '30 minutes'
  from public.order_reference
 where n = 1 + :q::bigint % :things::bigint;
