create schema account;

-- A guest is a person we know nothing of yet; signing up fills in the same row, so cart and orders stay.
create table account.people (
    id            uuid primary key default uuidv7(),
    kind          text        not null check (kind in ('GUEST', 'MEMBER')),
    name          text check (length(name) between 1 and 100),
    phone         text unique check (phone ~ '^\+[0-9]{8,15}$'),
    email         text unique check (email = lower(email)),
    password_hash text,
    created_at    timestamptz not null,
    check (kind = 'GUEST' or (name is not null and password_hash is not null and (phone is not null or email is not null)))
);

-- The token itself is never stored, only its SHA-256.
create table account.sessions (
    token_hash bytea primary key,
    person_id  uuid        not null references account.people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index sessions_of_person on account.sessions (person_id);
create index sessions_expiring on account.sessions (expires_at);

-- Binds a person to what they work for; scope is a shop id, a post office code, a province code or '*'.
create table account.memberships (
    person_id  uuid        not null references account.people (id),
    kind       text        not null check (kind in ('SHOP', 'POST_OFFICE', 'PROVINCE', 'PLATFORM')),
    scope      text        not null,
    created_at timestamptz not null,
    primary key (person_id, kind, scope)
);

-- Slows guessing down: one row per login name or address that failed lately.
create table account.failed_sign_ins (
    subject      text primary key,
    failures     integer     not null,
    last_at      timestamptz not null,
    locked_until timestamptz not null
);
