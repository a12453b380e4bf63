-- Every draft of a shop goes to the officers at one word, batch by batch.
create table listing.submissions (
    id          uuid primary key default uuidv7(),
    shop_id     uuid        not null,
    asked_by    uuid        not null,
    total       integer     not null check (total >= 0),
    submitted   integer     not null default 0,
    -- Those that still lack something; they stay drafts.
    unfinished  integer     not null default 0,
    -- How far it has got: listings up to this one are done.
    last_id     uuid        not null default '00000000-0000-0000-0000-000000000000',
    created_at  timestamptz not null,
    finished_at timestamptz
);
create index submissions_of_shop on listing.submissions (shop_id, id desc);
