-- The name without marks, for others who look for shops by it.
create or replace view shop.published_shops as
select id, slug, name, legal_kind, status, story_vi, story_en, street, commune_code, province_code, demo, joined_at,
       coalesce(nullif(folded, ''), lower(name)) as folded
  from shop.shops;
