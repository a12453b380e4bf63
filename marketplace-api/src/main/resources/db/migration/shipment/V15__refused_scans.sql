-- What a phone kept while it was out of reach and the office would not take: for the head of the office to look at.
create table shipment.refused_scans (
    scan_id     uuid primary key,
    office_code text        not null references shipment.post_offices (code),
    actor_id    uuid        not null,
    number      text        not null,
    step        text        not null,
    reason      text,
    problem     text        not null,
    device_at   timestamptz not null,
    at          timestamptz not null,
    seen_by     uuid
);
create index refused_scans_unseen on shipment.refused_scans (office_code, at desc) where seen_by is null;
