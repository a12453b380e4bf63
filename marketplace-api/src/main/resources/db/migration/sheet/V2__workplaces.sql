-- Sheets are also sent at workplaces that are no shop: a post office, a community team or a province brings shops in.
alter table sheet.imports alter column shop_id drop not null;
alter table sheet.imports add column place_kind text not null default 'SHOP'
    check (place_kind in ('SHOP', 'POST_OFFICE', 'COMMUNITY_TEAM', 'PROVINCE'));
alter table sheet.imports add column place_scope text check (length(place_scope) <= 60);
alter table sheet.imports add constraint imports_at_one_place
    check ((place_kind = 'SHOP') = (shop_id is not null) and (place_kind = 'SHOP') = (place_scope is null));
create index imports_of_place on sheet.imports (place_kind, place_scope, id desc) where place_scope is not null;
