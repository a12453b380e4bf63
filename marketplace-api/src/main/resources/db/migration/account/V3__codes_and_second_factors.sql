-- One-time codes. The code itself is never stored, only a keyed hash; the destination is needed to send and to act on it.
create table account.one_time_codes (
    id          uuid primary key default uuidv7(),
    purpose     text        not null,
    destination text        not null,
    about       text,
    code_hash   bytea       not null,
    asked_from  bytea       not null,
    attempts    integer     not null default 0 check (attempts between 0 and 5),
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    sent_at     timestamptz,
    failed_at   timestamptz,
    used_at     timestamptz
);
create index codes_to_destination on account.one_time_codes (destination, created_at);
create index codes_asked_from on account.one_time_codes (asked_from, created_at);
create index codes_by_age on account.one_time_codes (created_at);

-- Time-based one-time codes (RFC 6238). The step of the last code is kept, so that none works twice.
create table account.authenticators (
    person_id    uuid primary key references account.people (id),
    secret       bytea       not null,
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint      not null default 0
);
create table account.recovery_codes (
    person_id uuid  not null references account.people (id),
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (person_id, code_hash)
);

-- Between password and second factor there is no session yet, only this.
create table account.half_sign_ins (
    token_hash bytea primary key,
    person_id  uuid        not null references account.people (id),
    attempts   integer     not null default 0,
    expires_at timestamptz not null
);
create index half_sign_ins_expiring on account.half_sign_ins (expires_at);
