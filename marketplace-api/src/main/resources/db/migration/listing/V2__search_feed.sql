-- A listing as it is found and shown in lists. The card is made here, once for the index and for the database's own search;
-- stars and age gate are left out, because they depend on the day.
create view listing.published_cards as
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
       v.price,
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
           'price', v.price, 'priceTo', nullif(v.price_to, v.price), 'inStock', v.in_stock, 'soldCount', l.sold_count,
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
           'price', v.price, 'priceTo', nullif(v.price_to, v.price), 'inStock', v.in_stock, 'soldCount', l.sold_count,
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
        limit 1) m on true;

-- The rebuild that is running, if any. Whoever claims changes reads in the same statement whether one runs and, if so,
-- writes to both indices; so a change is either seen by the rebuild's own reading or written beside it.
create table listing.index_rebuild (
    one           boolean primary key default true check (one),
    index_name    text        not null,
    state         text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    started_at    timestamptz not null,
    finished_at   timestamptz,
    -- Progress, so that another copy can go on where a killed one stopped.
    after_id      uuid,
    written       bigint      not null default 0,
    claim         uuid,
    claimed_until timestamptz,
    last_error    text
);
