create schema platform;

-- What must happen after a commit. Written in the transaction that caused it, delivered at least once, in order per key.
create table platform.outbox (
    id            bigint generated always as identity primary key,
    type          text        not null,
    key           uuid        not null,
    payload       jsonb       not null,
    created_at    timestamptz not null,
    available_at  timestamptz not null,
    claimed_until timestamptz,
    attempts      integer     not null default 0,
    last_error    text
);
create index outbox_by_key on platform.outbox (key, id);
create index outbox_due on platform.outbox (available_at, id);

-- One row per request that creates or charges: the same key from the same person has one effect and one answer.
create table platform.idempotency_keys (
    owner_id     uuid        not null,
    key          text        not null check (length(key) between 1 and 100),
    request_hash bytea       not null,
    response     text,
    created_at   timestamptz not null,
    primary key (owner_id, key)
);
create index idempotency_keys_age on platform.idempotency_keys (created_at);

-- Every scheduled job shows when it last succeeded.
create table platform.job_runs (
    name            text primary key,
    last_started_at timestamptz,
    last_success_at timestamptz,
    last_error      text
);
