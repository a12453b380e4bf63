-- The offer that lists show of a listing: what anybody pays now. Kept by whoever knows when offers run, so that lists,
-- facets and orders by price follow; what is paid is reckoned anew at every look and at the order.
create table listing.shown_offers (
    listing_id uuid primary key references listing.listings (id),
    price      bigint      not null check (price > 0),
    until      timestamptz not null
);

create or replace view listing.published_cards as
select l.id,
       l.revision,
       l.status = 'ON_SALE' and coalesce(s.status = 'OPEN', false) and v.price is not null as on_sale,
       l.slug,
       l.title_vi,
       coalesce(nullif(l.title_en, ''), l.title_vi) as title_en,
       l.description_vi,
       l.description_en,
       l.folded,
       l.category_code,
       k.path as category_path,
       k.words as category_words,
       l.province_code,
       l.commune_code,
       concat_ws(' ', c.name, c.province_name, c.former_names) as place_words,
       l.shop_id,
       s.slug as shop_slug,
       s.name as shop_name,
       x.stars,
       x.valid_from as stars_from,
       x.valid_to as stars_to,
       coalesce(f.price, v.price) as price,
       v.in_stock,
       l.sold_count,
       coalesce(l.published_at, l.created_at) as published_at,
       json_build_object(
           'id', l.id, 'slug', l.slug, 'title', l.title_vi,
           'shop', json_build_object('id', s.id, 'slug', s.slug, 'name', s.name),
           'province', json_build_object(
               'code', c.province_code, 'name', c.province_name, 'kind', c.province_kind, 'slug', c.province_slug),
           'commune', json_build_object('code', c.code, 'name', c.name, 'kind', c.kind),
           'category', json_build_object('code', k.code, 'name', k.name_vi, 'slug', k.slug),
           'price', coalesce(f.price, v.price), 'priceTo', case when f.price is null then nullif(v.price_to, v.price) end,
           'before', case when f.price is not null then v.price end, 'offerUntil', f.until, 'inStock', v.in_stock, 'soldCount', l.sold_count,
           'picture', case when m.id is not null then json_build_object(
               'id', m.id, 'path', '/media/' || m.hash, 'widths', m.widths, 'width', m.width, 'height', m.height,
               'alt', m.alt_vi, 'preview', m.preview) end)::text as card_vi,
       json_build_object(
           'id', l.id, 'slug', l.slug, 'title', coalesce(nullif(l.title_en, ''), l.title_vi),
           'shop', json_build_object('id', s.id, 'slug', s.slug, 'name', s.name),
           'province', json_build_object(
               'code', c.province_code, 'name', c.province_name, 'kind', c.province_kind, 'slug', c.province_slug),
           'commune', json_build_object('code', c.code, 'name', c.name, 'kind', c.kind),
           'category', json_build_object('code', k.code, 'name', k.name_en, 'slug', k.slug),
           'price', coalesce(f.price, v.price), 'priceTo', case when f.price is null then nullif(v.price_to, v.price) end,
           'before', case when f.price is not null then v.price end, 'offerUntil', f.until, 'inStock', v.in_stock, 'soldCount', l.sold_count,
           'picture', case when m.id is not null then json_build_object(
               'id', m.id, 'path', '/media/' || m.hash, 'widths', m.widths, 'width', m.width, 'height', m.height,
               'alt', coalesce(nullif(m.alt_en, ''), m.alt_vi), 'preview', m.preview) end)::text as card_en
  from listing.listings l
  left join shop.published_shops s on s.id = l.shop_id
  left join territory.published_communes c on c.code = l.commune_code
  left join catalog.published_categories k on k.code = l.category_code
  left join catalog.published_certificates x on x.id = l.certificate_id
  left join lateral (
       select min(price) as price, max(price) as price_to, bool_or(stock > 0) as in_stock
         from listing.variants
        where listing_id = l.id
          and active) v on true
  left join lateral (
       select p.id, p.hash, p.widths, p.width, p.height, p.preview, lp.alt_vi, lp.alt_en
         from listing.listing_pictures lp
         join media.published_pictures p on p.id = lp.picture_id
        where lp.listing_id = l.id
        order by lp.position
        limit 1) m on true
  left join listing.shown_offers f on f.listing_id = l.id and f.price < v.price;

-- What offers are off: listings on sale with the price of their cheapest choice.
create view listing.published_offerables as
select l.id as listing_id, l.shop_id, s.province_code as shop_province, k.path as category_path, x.stars,
       x.valid_from as stars_from, x.valid_to as stars_to, v.price, f.price as shown_price, f.until as shown_until
  from listing.listings l
  join shop.published_shops s on s.id = l.shop_id and s.status = 'OPEN'
  join catalog.published_categories k on k.code = l.category_code
  left join catalog.published_certificates x on x.id = l.certificate_id
  join lateral (select min(price) as price from listing.variants where listing_id = l.id and active) v on v.price is not null
  left join listing.shown_offers f on f.listing_id = l.id
 where l.status = 'ON_SALE';
