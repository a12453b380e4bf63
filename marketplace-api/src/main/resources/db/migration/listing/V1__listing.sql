create schema listing;

-- Every change of anything a shopper can see takes the next revision; the search document carries it as its version.
create sequence listing.revisions;

create table listing.listings (
    id             uuid primary key default uuidv7(),
    shop_id        uuid        not null,
    slug           text        not null unique check (slug ~ '^[a-z0-9-]{1,160}$'),
    title_vi       text        not null check (length(title_vi) between 3 and 150 and title_vi is nfc normalized),
    title_en       text        not null default '',
    description_vi text        not null default '' check (length(description_vi) <= 20000),
    description_en text        not null default '' check (length(description_en) <= 20000),
    category_code  text        not null,
    certificate_id uuid,
    commune_code   text        not null,
    province_code  text        not null,
    status         text        not null check (status in ('DRAFT', 'ON_SALE', 'PAUSED', 'CLOSED')),
    -- Net weight, origin, shelf life, storage, ingredients: code -> {"vi": …, "en": …} or a plain value.
    attributes     jsonb       not null default '{}',
    sold_count     bigint      not null default 0 check (sold_count >= 0),
    -- Folded words (no marks, lower case) for the plain search of the database.
    folded         text        not null default '',
    demo           boolean     not null default false,
    revision       bigint      not null default nextval('listing.revisions'),
    published_at   timestamptz,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
create index listings_of_shop on listing.listings (shop_id, id);
create index listings_on_sale_by_province on listing.listings (province_code, published_at desc, id) where status = 'ON_SALE';
create index listings_on_sale_by_category on listing.listings (category_code, published_at desc, id) where status = 'ON_SALE';
create index listings_on_sale_newest on listing.listings (published_at desc, id) where status = 'ON_SALE';
create index listings_of_commune on listing.listings (commune_code, sold_count desc) where status = 'ON_SALE';
create index listings_folded on listing.listings using gin (folded gin_trgm_ops) where status = 'ON_SALE';

-- Stock is a column that can never go below zero; it is taken by a conditional update.
create table listing.variants (
    id           uuid primary key default uuidv7(),
    listing_id   uuid    not null references listing.listings (id),
    name_vi      text    not null default '',
    name_en      text    not null default '',
    price        bigint  not null check (price between 1000 and 1000000000),
    stock        integer not null check (stock >= 0),
    weight_grams integer not null check (weight_grams between 1 and 200000),
    position     integer not null default 0,
    active       boolean not null default true
) with (fillfactor = 80);
create index variants_of_listing on listing.variants (listing_id, position);

create table listing.listing_pictures (
    listing_id uuid    not null references listing.listings (id),
    position   integer not null,
    picture_id uuid    not null,
    alt_vi     text    not null,
    alt_en     text    not null,
    primary key (listing_id, position)
);

-- What a variant cost and since when; base of honest "before" prices.
create table listing.price_history (
    variant_id uuid        not null references listing.variants (id),
    price      bigint      not null,
    since      timestamptz not null,
    primary key (variant_id, since)
);

-- The change feed of the indexer. A row says only "this listing changed"; the indexer reads the newest state itself.
create table listing.index_changes (
    id            bigint generated always as identity primary key,
    listing_id    uuid        not null,
    created_at    timestamptz not null,
    claimed_until timestamptz,
    claim         uuid,
    attempts      integer     not null default 0,
    last_error    text
);
create index index_changes_of_listing on listing.index_changes (listing_id);
