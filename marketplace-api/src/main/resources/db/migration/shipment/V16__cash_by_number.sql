-- Cash is known by what a carrier's list calls it: a parcel's number, or the code of a purchase paid at a counter.
alter table shipment.cash_taken add column number text;
update shipment.cash_taken c
   set number = p.tracking_number
  from shipment.parcels p
 where p.id = c.parcel_id;
alter table shipment.cash_taken
    alter column number set not null,
    drop constraint cash_taken_pkey,
    add primary key (number),
    alter column parcel_id drop not null,
    add constraint cash_of_parcel unique (parcel_id);
