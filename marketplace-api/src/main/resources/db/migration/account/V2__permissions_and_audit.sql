-- What a membership allows is named; who was bound before this may do everything, as before.
alter table account.memberships
    drop constraint memberships_kind_check,
    add constraint memberships_kind_check
        check (kind in ('SHOP', 'POST_OFFICE', 'PROVINCE', 'COMMUNITY_TEAM', 'PLATFORM')),
    add column owner boolean not null default true,
    add column permissions text[] not null default '{}';
alter table account.memberships alter column owner set default false;
create index memberships_of_workplace on account.memberships (kind, scope);

-- A session can be named without its token, and knows whether a second factor was given.
alter table account.sessions
    add column id uuid not null unique default uuidv7(),
    add column second_factor_at timestamptz,
    add column device text check (length(device) <= 200),
    add column last_seen_at timestamptz;

-- Whoever signed up before proved nothing yet; a password is no longer needed, an erased person keeps only the row.
alter table account.people
    add column phone_verified_at timestamptz,
    add column email_verified_at timestamptz,
    add column identity_verified_at timestamptz,
    drop constraint people_kind_check,
    drop constraint people_check,
    add constraint people_kind_check check (kind in ('GUEST', 'MEMBER', 'ERASED')),
    add constraint members_can_be_reached
        check (kind <> 'MEMBER' or (name is not null and (phone is not null or email is not null))),
    add constraint erased_is_erased
        check (kind <> 'ERASED' or (name is null and phone is null and email is null and password_hash is null));

-- Who did what on whose behalf. Actors are ids without a reference, so that the log outlives an erased account.
create table account.audit_log (
    id          uuid primary key default uuidv7(),
    at          timestamptz not null,
    actor_id    uuid,
    on_behalf   boolean     not null,
    action      text        not null check (action ~ '^[a-z]+(-[a-z]+)*[.][a-z]+(-[a-z]+)*$'),
    owner_kind  text        not null,
    owner_scope text        not null,
    province    text,
    subject     text,
    reason      text,
    details     jsonb       not null
);
create index audit_of_owner on account.audit_log (owner_kind, owner_scope, id desc);
create index audit_of_province on account.audit_log (province, id desc) where province is not null;
create index audit_of_actor on account.audit_log (actor_id, id desc);
create index audit_of_subject on account.audit_log (subject, id desc) where subject is not null;

create function account.audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'rows of the audit log are never changed';
end
$$;
create trigger audit_is_append_only before update or delete or truncate on account.audit_log
    for each statement execute function account.audit_is_append_only();
