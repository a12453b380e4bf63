-- A clerk's till from opening to closing. A difference counts only with a second person's name under it.
create table shipment.shifts (
    id             uuid primary key,
    office_code    text        not null references shipment.post_offices (code),
    clerk_id       uuid        not null,
    opening        bigint      not null check (opening >= 0),
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    expected       bigint,
    counted        bigint check (counted >= 0),
    reason         text        not null default '' check (length(reason) <= 300),
    signed_by      uuid,
    signed_at      timestamptz,
    check ((closed_at is null) = (counted is null) and (closed_at is null) = (expected is null)),
    check (signed_by is null or closed_at is not null and signed_by <> clerk_id)
);
create unique index shifts_open on shipment.shifts (clerk_id) where closed_at is null;
create index shifts_of_office on shipment.shifts (office_code, opened_at desc);
create index shifts_unsigned on shipment.shifts (office_code) where counted <> expected and signed_by is null;

-- What moved in a till beside deliveries: what couriers handed in, what was brought to the bank.
create table shipment.till_moves (
    id         uuid primary key,
    shift_id   uuid        not null references shipment.shifts (id),
    kind       text        not null check (kind in ('HAND_IN', 'DEPOSIT')),
    courier_id uuid,
    -- What the courier had taken by then; what they counted out is the amount.
    expected   bigint      not null check (expected >= 0),
    amount     bigint      not null check (amount >= 0),
    note       text        not null default '' check (length(note) <= 300),
    at         timestamptz not null,
    check ((kind = 'HAND_IN') = (courier_id is not null))
);
create index till_moves_of_shift on shipment.till_moves (shift_id, at);

-- Cash that came with a delivery, until the carrier has handed it over.
create table shipment.cash_taken (
    parcel_id    uuid primary key references shipment.parcels (id),
    amount       bigint      not null check (amount > 0),
    carrier_code text        not null references shipment.carriers (code),
    office_code  text        not null references shipment.post_offices (code),
    collector_id uuid,
    taken_at     timestamptz not null,
    -- In whose till it was taken, or when the courier handed it in.
    shift_id     uuid references shipment.shifts (id),
    hand_in_id   uuid references shipment.till_moves (id),
    remittance_id uuid
);
create index cash_with_couriers on shipment.cash_taken (collector_id, taken_at) where hand_in_id is null and shift_id is null;
create index cash_of_shift on shipment.cash_taken (shift_id) where shift_id is not null;
create index cash_outstanding on shipment.cash_taken (carrier_code, taken_at) where remittance_id is null;

-- What was delivered before there were tills.
insert into shipment.cash_taken (parcel_id, amount, carrier_code, office_code, taken_at)
select p.id, p.cash_to_collect, o.carrier_code, p.holder_office, p.status_at
  from shipment.parcels p
  join shipment.post_offices o on o.code = p.holder_office
 where p.status = 'DELIVERED' and p.cash_to_collect > 0;

-- A carrier's list of the parcels whose cash it handed over, line by line.
create table shipment.remittances (
    id           uuid primary key,
    carrier_code text        not null references shipment.carriers (code),
    bank_ref     text        not null check (length(bank_ref) between 1 and 100),
    received_by  uuid        not null,
    received_at  timestamptz not null,
    unique (carrier_code, bank_ref)
);
create table shipment.remittance_lines (
    remittance_id uuid    not null references shipment.remittances (id),
    position      integer not null,
    number        text    not null,
    amount        bigint  not null check (amount >= 0),
    -- What was taken, where the parcel is known.
    expected      bigint,
    outcome       text    not null check (outcome in ('MATCHED', 'DIFFERS', 'UNKNOWN', 'NOT_TAKEN', 'REPEATED')),
    primary key (remittance_id, position)
);
alter table shipment.cash_taken
    add constraint cash_remitted foreign key (remittance_id) references shipment.remittances (id);
