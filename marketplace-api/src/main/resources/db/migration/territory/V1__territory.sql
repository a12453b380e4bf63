create schema territory;

create table territory.provinces (
    code       text primary key check (code ~ '^[0-9]{2}$'),
    name       text not null check (name is nfc normalized),
    kind       text not null check (kind in ('tỉnh', 'thành phố')),
    slug       text not null unique,
    region     text not null,
    valid_from date not null,
    valid_to   date,
    check (valid_to is null or valid_to > valid_from)
);

create table territory.communes (
    code          text primary key check (code ~ '^[0-9]{5}$'),
    province_code text not null references territory.provinces (code),
    name          text not null check (name is nfc normalized),
    kind          text not null check (kind in ('xã', 'phường', 'đặc khu')),
    valid_from    date not null,
    valid_to      date,
    unique (province_code, name)
);

create table territory.former_provinces (
    code          text primary key,
    name          text not null,
    kind          text not null,
    province_code text not null references territory.provinces (code)
);

-- A divided commune has one row for each of today's communes that took a part of it.
create table territory.former_communes (
    id                   bigint generated always as identity primary key,
    code                 text,
    name                 text,
    district             text    not null,
    former_province_code text    not null references territory.former_provinces (code),
    commune_code         text    not null references territory.communes (code),
    divided              boolean not null
);
create index former_communes_by_commune on territory.former_communes (commune_code);

-- A province's own front page: words, colours and the host names it answers at.
create table territory.floors (
    province_code text primary key references territory.provinces (code),
    headline_vi   text not null,
    headline_en   text not null,
    intro_vi      text not null,
    intro_en      text not null,
    leaf          text check (leaf ~ '^#[0-9A-F]{6}$'),
    lacquer       text check (lacquer ~ '^#[0-9A-F]{6}$')
);

create table territory.floor_hosts (
    host          text primary key check (host = lower(host)),
    province_code text not null references territory.floors (province_code)
);
