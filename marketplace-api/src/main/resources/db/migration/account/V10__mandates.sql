-- What a household lets a post office or a community team do for its shop, by its own word: a code sent to its phone, or
-- a signed paper that a second person has looked at.
create table account.mandates (
    id             uuid primary key default uuidv7(),
    agent_kind     text        not null check (agent_kind in ('POST_OFFICE', 'COMMUNITY_TEAM')),
    agent_scope    text        not null,
    household_name text        not null check (length(household_name) between 1 and 100),
    phone          text        not null,
    household_id   uuid references account.people (id),
    shop_id        uuid,
    permissions    text[]      not null check (cardinality(permissions) > 0),
    valid_to       date        not null,
    method         text check (method in ('CODE', 'PAPER')),
    paper_id       uuid,
    agreed_at      timestamptz,
    agreed_with    uuid,
    approved_at    timestamptz,
    approved_by    uuid,
    -- The last time the household said that what was prepared may be offered.
    confirmed_at   timestamptz,
    ended_at       timestamptz,
    ended_by       uuid,
    end_reason     text check (length(end_reason) <= 300),
    created_by     uuid        not null,
    created_at     timestamptz not null,
    check ((agreed_at is null) = (method is null)),
    check ((method = 'PAPER') = (paper_id is not null) or method is null),
    check (approved_by is null or approved_by <> agreed_with)
);
create index mandates_of_agent on account.mandates (agent_kind, agent_scope, id desc);
create index mandates_in_force on account.mandates (agent_kind, agent_scope)
    where shop_id is not null and approved_at is not null and ended_at is null;
create index mandates_of_shop on account.mandates (shop_id) where shop_id is not null;
create index mandates_of_household on account.mandates (household_id) where household_id is not null;
