create schema shop;

create table shop.shops (
    id            uuid primary key default uuidv7(),
    slug          text        not null unique check (slug ~ '^[a-z0-9-]{1,120}$'),
    name          text        not null check (length(name) between 1 and 150 and name is nfc normalized),
    legal_kind    text        not null check (legal_kind in ('HOUSEHOLD', 'INDIVIDUAL', 'COOPERATIVE', 'COMPANY')),
    status        text        not null check (status in ('APPLIED', 'UNDER_REVIEW', 'OPEN', 'SUSPENDED', 'CLOSED')),
    story_vi      text        not null default '',
    story_en      text        not null default '',
    street        text        not null,
    commune_code  text        not null,
    province_code text        not null,
    phone         text,
    demo          boolean     not null default false,
    joined_at     timestamptz not null,
    version       bigint      not null default 0
);
create index shops_by_province on shop.shops (province_code, name) where status = 'OPEN';

create view shop.published_shops as
select id, slug, name, legal_kind, status, story_vi, story_en, street, commune_code, province_code, demo, joined_at
  from shop.shops;
