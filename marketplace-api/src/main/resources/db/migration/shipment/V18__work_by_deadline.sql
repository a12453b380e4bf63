-- Work lists are in the order of what is due first, and on a day commune by commune; what nobody promised comes last.
drop index shipment.parcels_by_deadline;
create index parcels_by_deadline on shipment.parcels
    (holder_office, status, (coalesce(due_on, 'infinity'::date)), commune_code, id) where bound_for is null;
-- What is over: the latest first.
create index parcels_by_end on shipment.parcels (holder_office, status, status_at desc, id desc);
-- What a carrier's offices collect.
create index parcels_of_sender on shipment.parcels (office_code, created_at, id);
drop index shipment.parcels_held;
drop index shipment.parcels_of_office;
