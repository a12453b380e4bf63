-- The feed is a queue: rows are claimed in place and deleted soon after. Room in each page keeps claims from touching
-- the index, and frequent vacuuming keeps its front short.
alter table listing.index_changes set (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
-- Settled by the ids that were claimed.
drop index listing.index_changes_of_listing;
alter table listing.index_changes drop column last_error;

-- Listings that could not be indexed, beside the feed, so that they hold up nothing; tried again later and later.
create table listing.index_refusals (
    listing_id uuid primary key,
    reason     text        not null,
    attempts   integer     not null default 1,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    retry_at   timestamptz not null
);
create index index_refusals_due on listing.index_refusals (retry_at);

-- A rebuild is planned first (index made, work shared out), then runs: only then are changes written beside it.
alter table listing.index_rebuild
    drop constraint index_rebuild_state_check,
    add constraint index_rebuild_state_check check (state in ('PLANNED', 'RUNNING', 'DONE', 'FAILED')),
    -- Progress is kept by slice.
    drop column after_id;
update listing.index_rebuild set state = 'FAILED', claim = null, claimed_until = null where state = 'RUNNING';

-- The shares of a rebuild that any copy of the indexer takes, one after the other: listings with from_id < id <= to_id.
create table listing.index_rebuild_slices (
    index_name    text    not null,
    slice         integer not null,
    from_id       uuid    not null,
    to_id         uuid,
    -- The last listing of the slice that is surely in the new index.
    after_id      uuid    not null,
    written       bigint  not null default 0,
    claim         uuid,
    claimed_until timestamptz,
    finished_at   timestamptz,
    primary key (index_name, slice)
);

-- The last comparison of the index with the catalogue.
create table listing.index_drift_check (
    one           boolean primary key default true check (one),
    claim         uuid,
    claimed_until timestamptz,
    started_at    timestamptz,
    finished_at   timestamptz,
    slices        integer not null default 0,
    differing     integer not null default 0,
    listings      bigint  not null default 0,
    mended        integer not null default 0
);
insert into listing.index_drift_check default values;

-- What the index should hold, as narrow as a comparison needs it.
create view listing.published_revisions as
select l.id,
       l.revision,
       l.status = 'ON_SALE'
           and exists (select 1 from shop.published_shops s where s.id = l.shop_id and s.status = 'OPEN')
           and exists (select 1 from listing.variants v where v.listing_id = l.id and v.active) as on_sale
  from listing.listings l;
