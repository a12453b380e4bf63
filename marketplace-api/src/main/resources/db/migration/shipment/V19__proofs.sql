-- What shows that a parcel was handed over, or could not be: a picture, a signature, or the code its recipient was told.
create table shipment.proofs (
    scan_id   uuid        not null references shipment.parcel_events (scan_id),
    kind      text        not null check (kind in ('PHOTO', 'SIGNATURE', 'CODE')),
    parcel_id uuid        not null references shipment.parcels (id),
    -- Lies sealed with the documents.
    document  uuid unique,
    by        uuid        not null,
    at        timestamptz not null,
    primary key (scan_id, kind),
    check ((kind = 'CODE') = (document is null))
);
create index proofs_of_parcel on shipment.proofs (parcel_id);

-- Told to the recipient when it goes out, and read out at the door by whoever takes it.
alter table shipment.parcels add column delivery_code text check (delivery_code ~ '^[0-9]{4}$');
