create schema community;

-- Community digital teams; the code is what people name them by.
create table community.teams (
    id            uuid primary key default uuidv7(),
    code          text        not null unique check (code ~ '^[2-9A-Z]{6}$'),
    name          text        not null check (length(name) between 1 and 100),
    province_code text        not null,
    commune_code  text        not null,
    hamlet        text check (length(hamlet) between 1 and 100),
    created_by    uuid        not null,
    created_at    timestamptz not null,
    closed_at     timestamptz
);
create index teams_of_province on community.teams (province_code, commune_code, id);

-- Whom a team brought: a person is brought once, by the team that was named first.
create table community.credits (
    person_id uuid primary key,
    team_id   uuid        not null references community.teams (id),
    way       text        not null check (way in ('MANDATE', 'SIGN_UP', 'CHECKOUT')),
    at        timestamptz not null
);
create index credits_of_team on community.credits (team_id, at desc);
