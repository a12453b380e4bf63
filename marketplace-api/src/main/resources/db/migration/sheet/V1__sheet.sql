create schema sheet;

-- A sheet somebody sent: its rows lie here as they came, are looked at, then put into effect batch by batch.
create table sheet.imports (
    id          uuid primary key default uuidv7(),
    shop_id     uuid        not null,
    kind        text        not null,
    file_name   text        not null default '' check (length(file_name) <= 200),
    state       text        not null check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE')),
    -- The headings as they stand in the file, and which of our columns each place holds.
    headings    jsonb       not null default '[]',
    mapping     jsonb       not null default '{}',
    total_rows  integer     not null default 0 check (total_rows >= 0),
    done_rows   integer     not null default 0 check (done_rows >= 0),
    -- Groups up to this row are done in the pass that runs; every pass has a number of its own.
    after_row   integer     not null default 0,
    pass        integer     not null default 0,
    actor_id    uuid        not null,
    created_at  timestamptz not null,
    changed_at  timestamptz not null
);
create index imports_of_shop on sheet.imports (shop_id, id desc);
create index imports_by_change on sheet.imports (changed_at);

create table sheet.import_rows (
    import_id uuid    not null references sheet.imports (id) on delete cascade,
    number    integer not null,
    cells     jsonb   not null,
    -- The natural key; the first row of the group it belongs to; the first row with the same key.
    key       text,
    group_row integer not null,
    twin_row  integer,
    outcome   text check (outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED', 'REFUSED')),
    notes     jsonb,
    primary key (import_id, number)
) with (fillfactor = 70);
create index import_rows_by_group on sheet.import_rows (import_id, group_row, number);
