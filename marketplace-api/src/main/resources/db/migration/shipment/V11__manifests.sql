-- A list of parcels that changed hands together: towards another office, or into a courier's bag.
create sequence shipment.manifest_serials;
create table shipment.manifests (
    -- Given by the desk that makes it, so that a repeat is the same manifest.
    id          uuid primary key,
    code        text        not null unique,
    office_code text        not null references shipment.post_offices (code),
    towards     text references shipment.post_offices (code),
    courier_id  uuid,
    made_by     uuid        not null,
    made_at     timestamptz not null,
    -- Who took them over, and how many they counted.
    taken_by    uuid,
    taken_at    timestamptz,
    counted     integer check (counted >= 0),
    check (num_nonnulls(towards, courier_id) = 1),
    check ((taken_by is null) = (taken_at is null) and (taken_by is null) = (counted is null))
);
create index manifests_of_office on shipment.manifests (office_code, made_at desc);
create index manifests_towards on shipment.manifests (towards, made_at desc) where towards is not null;

create table shipment.manifest_lines (
    manifest_id uuid    not null references shipment.manifests (id),
    position    integer not null,
    parcel_id   uuid    not null references shipment.parcels (id),
    primary key (manifest_id, position),
    unique (manifest_id, parcel_id)
);
