create schema catalog;

-- The OCOP taxonomy: 6 sectors, 17 groups, 26 product sets.
create table catalog.categories (
    code     text primary key,
    parent   text references catalog.categories (code),
    level    text    not null check (level in ('SECTOR', 'GROUP', 'SET')),
    name_vi  text    not null,
    name_en  text    not null,
    slug     text    not null unique,
    position integer not null
);

-- What the law asks of a category, as dated rows with their source.
create table catalog.category_rules (
    category_code text not null references catalog.categories (code),
    rule          text not null check (rule in ('ADULTS_ONLY', 'NO_CASH_ON_DELIVERY')),
    valid_from    date not null,
    valid_to      date,
    legal_ref     text not null,
    primary key (category_code, rule, valid_from)
);

-- Proof of stars. Whether it counts today is computed from the dates, never stored.
create table catalog.certificates (
    id            uuid primary key default uuidv7(),
    shop_id       uuid     not null,
    product_name  text     not null,
    number        text     not null,
    stars         smallint not null check (stars between 3 and 5),
    decision_no   text     not null,
    decision_date date     not null,
    issuer        text     not null,
    issuing_level text     not null check (issuing_level in ('MINISTRY', 'PROVINCE', 'DISTRICT_LEGACY')),
    valid_from    date     not null,
    valid_to      date     not null,
    revoked_on    date,
    check (valid_to > valid_from)
);
create index certificates_ending on catalog.certificates (valid_to);

-- valid_to here is the first day on which the certificate no longer counts; expires_on is the last day printed on it.
create view catalog.published_certificates as
select id, number, stars, decision_no, issuer, decision_date as issued_on, valid_from,
       least(valid_to + 1, revoked_on) as valid_to, valid_to as expires_on
  from catalog.certificates;
