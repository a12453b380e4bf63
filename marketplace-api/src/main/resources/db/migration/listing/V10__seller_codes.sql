-- The seller's own codes, by which rows of sheets are known again. One that was never given is the end of the id.
alter table listing.listings add column code text check (length(code) between 1 and 60);
alter table listing.variants add column sku text check (length(sku) between 1 and 60);
create unique index listings_by_code on listing.listings (shop_id, lower(code)) where code is not null and status <> 'CLOSED';
create unique index variants_by_sku on listing.variants (listing_id, lower(sku)) where sku is not null and removed_at is null;
-- As sheets look for them.
create index listings_by_known_code on listing.listings (shop_id, lower(coalesce(code, right(id::text, 12))));
create index variants_by_known_code on listing.variants (lower(coalesce(sku, right(id::text, 12)))) where removed_at is null;
