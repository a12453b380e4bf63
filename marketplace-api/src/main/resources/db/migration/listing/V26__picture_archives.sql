-- Many pictures in one file: unpacked when they come, each put where its name says, some at a time.
create table listing.picture_archives (
    id         uuid primary key default uuidv7(),
    shop_id    uuid        not null,
    sent_by    uuid        not null,
    state      text        not null check (state in ('RECEIVED', 'UNPACKING', 'WORKING', 'DONE', 'FAILED')),
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index picture_archives_by_change on listing.picture_archives (changed_at);

create table listing.archived_pictures (
    archive_id uuid    not null references listing.picture_archives (id) on delete cascade,
    number     integer not null,
    name       text    not null check (length(name) <= 200),
    -- Its bytes wait in the store until it is done.
    waits      boolean not null,
    outcome    text check (outcome in ('PLACED', 'UNKNOWN', 'REFUSED')),
    listing_id uuid,
    problem    text,
    primary key (archive_id, number)
);
