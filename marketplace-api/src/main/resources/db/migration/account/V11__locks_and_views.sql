-- Administrators lock an account that is abused or in other hands; its sessions end and none begins.
alter table account.people
    add column locked_at   timestamptz,
    add column locked_by   uuid,
    add column lock_reason text check (length(lock_reason) <= 500),
    add constraint locks_have_reasons check ((locked_at is null) = (lock_reason is null));

-- A way of looking at a desk's list that somebody comes back to.
create table account.saved_views (
    id         uuid primary key default uuidv7(),
    person_id  uuid        not null references account.people (id),
    desk       text        not null check (desk ~ '^[a-z]+(-[a-z]+)*$' and length(desk) <= 40),
    name       text        not null check (length(name) between 1 and 60),
    -- The address's query without what names the place and the page.
    query      text        not null check (length(query) <= 300),
    created_at timestamptz not null,
    unique (person_id, desk, name)
);
