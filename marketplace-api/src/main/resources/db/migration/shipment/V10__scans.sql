-- A parcel has its number from the start, so that a label can be printed before the post has seen it. The check digit
-- of S10: eight digits weighted 8 6 4 2 3 5 9 7; eleven less the rest, where ten is 0 and eleven is 5.
update shipment.parcels p
   set tracking_number = 'HA' || n.digits || case n.c when 10 then 0 when 11 then 5 else n.c end || 'VN'
  from (select id, digits,
               11 - (8 * substr(digits, 1, 1)::int + 6 * substr(digits, 2, 1)::int + 4 * substr(digits, 3, 1)::int
                     + 2 * substr(digits, 4, 1)::int + 3 * substr(digits, 5, 1)::int + 5 * substr(digits, 6, 1)::int
                     + 9 * substr(digits, 7, 1)::int + 7 * substr(digits, 8, 1)::int) % 11 as c
          from (select id, lpad(nextval('shipment.tracking_serials')::text, 8, '0') as digits
                  from shipment.parcels
                 where tracking_number is null) s) n
 where n.id = p.id;

alter table shipment.parcels
    alter column tracking_number set not null,
    drop constraint parcels_status_check,
    add constraint parcels_status_check check (status in ('TO_COLLECT', 'COLLECTED', 'ACCEPTED', 'IN_TRANSIT',
        'AT_DELIVERY_OFFICE', 'OUT_FOR_DELIVERY', 'FAILED', 'RETURNING', 'DELIVERED', 'RETURNED', 'LOST', 'DAMAGED',
        'CANCELLED')),
    -- The office that delivers at the recipient's commune; the one that has the parcel; the one it is on its way to.
    add column delivery_office text references shipment.post_offices (code),
    add column holder_office text references shipment.post_offices (code),
    add column bound_for text references shipment.post_offices (code),
    -- Who has it out for delivery.
    add column courier_id uuid,
    -- Why the last attempt failed, and how many have.
    add column failure text,
    add column attempts integer not null default 0,
    add column status_at timestamptz,
    -- Which of its steps the order was told of: each once, and a last one is never taken back.
    add column told text[] not null default '{}',
    -- The recipient's name without marks, to be found however it is typed.
    add column recipient_folded text not null default '',
    -- Scans that fit nothing, or contradict what was told: for the supervisor.
    add column unfitting integer not null default 0;
update shipment.parcels p
   set holder_office = office_code,
       delivery_office = (select a.office_code from shipment.service_areas a where a.commune_code = p.commune_code
                           order by a.carrier_code limit 1),
       status_at = created_at,
       told = case status when 'ACCEPTED' then array['ACCEPTED'] when 'DELIVERED' then array['ACCEPTED', 'DELIVERED']
                          else '{}' end;
alter table shipment.parcels
    alter column holder_office set not null,
    alter column status_at set not null;
create index parcels_held on shipment.parcels (holder_office, status, created_at, id);
create index parcels_bound on shipment.parcels (bound_for, created_at, id) where bound_for is not null;
create index parcels_out on shipment.parcels (courier_id, status_at, id) where courier_id is not null;
create index parcels_unfitting on shipment.parcels (holder_office, created_at, id) where unfitting > 0;
create index parcels_by_order_code on shipment.parcels (order_code);
create index parcels_by_phone on shipment.parcels (recipient_phone);

-- Scans are facts: added, never changed. A wrong one is voided by another.
alter table shipment.parcel_events
    -- Given by the device, so that a repeat is the same scan.
    add column scan_id uuid not null default uuidv7(),
    -- When it happened: the device's time, corrected by how far its clock was off when it sent.
    add column happened_at timestamptz,
    add column device_at timestamptz,
    add column source text not null default 'DESK' check (source in ('SYSTEM', 'DESK', 'COURIER', 'CARRIER')),
    add column office_code text,
    add column towards text,
    add column courier_id uuid,
    add column reason text,
    add column note text not null default '' check (length(note) <= 300),
    add column voids uuid;
update shipment.parcel_events e
   set happened_at = e.at, office_code = p.office_code, source = case when e.actor_id is null then 'SYSTEM' else 'DESK' end
  from shipment.parcels p
 where p.id = e.parcel_id;
alter table shipment.parcel_events
    alter column happened_at set not null,
    alter column scan_id drop default,
    alter column source drop default,
    add constraint parcel_events_once unique (scan_id);
create index parcel_events_of_actor on shipment.parcel_events (actor_id, at desc) where actor_id is not null;

create function shipment.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'scans are append-only' using errcode = 'restrict_violation';
end
$$;
create trigger parcel_events_stay before update or delete or truncate on shipment.parcel_events
    for each statement execute function shipment.refuse_change();

create or replace view shipment.published_parcels as
select p.order_id, case when p.told @> '{ACCEPTED}' then p.tracking_number end as tracking_number, p.status, o.name as office_name
  from shipment.parcels p
  join shipment.post_offices o on o.code = p.office_code;
