create schema shipment;

create table shipment.carriers (
    code text primary key,
    name text not null
);

create table shipment.post_offices (
    code          text primary key,
    carrier_code  text not null references shipment.carriers (code),
    name          text not null,
    street        text not null default '',
    commune_code  text not null,
    province_code text not null
);

-- Which office of a carrier serves a commune.
create table shipment.service_areas (
    carrier_code text not null references shipment.carriers (code),
    commune_code text not null,
    office_code  text not null references shipment.post_offices (code),
    primary key (carrier_code, commune_code)
);

-- Weight and zone to đồng: base up to base_grams, then one step fee per started step. Dated versions.
create table shipment.rate_cards (
    carrier_code text    not null references shipment.carriers (code),
    zone         text    not null check (zone in ('SAME_PROVINCE', 'SAME_REGION', 'FAR')),
    base_grams   integer not null check (base_grams > 0),
    base_fee     bigint  not null check (base_fee >= 0),
    step_grams   integer not null check (step_grams > 0),
    step_fee     bigint  not null check (step_fee >= 0),
    days_from    integer not null,
    days_to      integer not null,
    valid_from   date    not null,
    valid_to     date,
    primary key (carrier_code, zone, valid_from)
);

create sequence shipment.tracking_serials minvalue 1 maxvalue 99999999;

create table shipment.parcels (
    id              uuid primary key,
    order_id        uuid        not null unique,
    order_code      text        not null,
    shop_id         uuid        not null,
    office_code     text        not null references shipment.post_offices (code),
    tracking_number text unique,
    status          text        not null check (status in ('TO_COLLECT', 'ACCEPTED', 'DELIVERED', 'CANCELLED')),
    recipient_name  text        not null,
    recipient_phone text        not null,
    street          text        not null,
    commune_code    text        not null,
    weight_grams    integer     not null check (weight_grams > 0),
    cash_to_collect bigint      not null check (cash_to_collect >= 0),
    created_at      timestamptz not null,
    version         bigint      not null default 0
);
create index parcels_of_office on shipment.parcels (office_code, status, created_at, id);

create table shipment.parcel_events (
    id        bigint generated always as identity primary key,
    parcel_id uuid        not null references shipment.parcels (id),
    status    text        not null,
    actor_id  uuid,
    at        timestamptz not null
);
create index parcel_events_of_parcel on shipment.parcel_events (parcel_id, id);

create view shipment.published_parcels as
select p.order_id, p.tracking_number, p.status, o.name as office_name
  from shipment.parcels p
  join shipment.post_offices o on o.code = p.office_code;
