-- Shops that a post office, a community team or a province put down from a sheet for people who sell. One is known again
-- by the number at which its people are reached; nobody but they send it to the officers.
create table shop.prepared (
    shop_id     uuid primary key references shop.shops (id),
    place_kind  text        not null check (place_kind in ('POST_OFFICE', 'COMMUNITY_TEAM', 'PROVINCE')),
    place_scope text        not null,
    phone       text        not null,
    person_name text        not null check (length(person_name) between 1 and 100),
    -- Who the number belongs to: known at once where a province prepares, else once the household has agreed.
    person_id   uuid,
    -- The question the household is asked where it is helped by mandate.
    mandate_id  uuid unique,
    -- How the shop was left: whoever works on it from then on is not overruled by a sheet.
    version     bigint      not null,
    prepared_by uuid        not null,
    prepared_at timestamptz not null,
    unique (place_kind, place_scope, phone),
    check ((place_kind = 'PROVINCE') = (mandate_id is null))
);
create index prepared_for on shop.prepared (person_id) where person_id is not null;
