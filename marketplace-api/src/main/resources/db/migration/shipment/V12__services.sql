-- What a carrier offers, and what a parcel costs with it beside its weight. Shares are in hundredths of a percent. These
-- figures are a start: present tariffs of the carriers are not public, and each contract has its own.
create table shipment.services (
    carrier_code       text    not null references shipment.carriers (code),
    code               text    not null,
    name_vi            text    not null check (name_vi is nfc normalized),
    name_en            text    not null,
    position           integer not null,
    -- What is handed in later goes with the next working day.
    cut_off            time    not null,
    -- Cubic centimetres that weigh a kilogram.
    volume_per_kilo    integer not null check (volume_per_kilo > 0),
    most_grams         integer not null check (most_grams > 0),
    -- The recipient calls for it at the office.
    to_counter         boolean not null default false,
    remote_share       integer not null default 0 check (remote_share >= 0),
    fuel_share         integer not null default 0 check (fuel_share >= 0),
    -- Goods worth more than this are insured at this share.
    insured_above      bigint  not null default 0 check (insured_above >= 0),
    insurance_share    integer not null default 0 check (insurance_share >= 0),
    -- What taking cash costs whoever pays the carrier.
    cash_fee           bigint  not null default 0 check (cash_fee >= 0),
    cash_share         integer not null default 0 check (cash_share >= 0),
    primary key (carrier_code, code)
);
insert into shipment.services (carrier_code, code, name_vi, name_en, position, cut_off, volume_per_kilo, most_grams, to_counter,
       remote_share, insured_above, insurance_share, cash_fee, cash_share) values
('vnpost', 'standard', 'Giao tiêu chuẩn', 'Standard delivery', 1, time '16:00', 6000, 30000, false, 2000, 3000000, 50, 0, 80),
('vnpost', 'express', 'Giao nhanh', 'Express delivery', 2, time '14:00', 5000, 20000, false, 3000, 3000000, 50, 0, 80),
('vnpost', 'counter', 'Nhận tại bưu cục', 'Call for it at the post office', 3, time '16:00', 6000, 30000, true, 0, 3000000, 50, 0, 80);

-- Communes that cost more to reach.
create table shipment.remote_communes (
    carrier_code text not null references shipment.carriers (code),
    commune_code text not null,
    primary key (carrier_code, commune_code)
);

alter table shipment.rate_cards
    add column service_code text not null default 'standard',
    drop constraint rate_cards_pkey,
    add primary key (carrier_code, service_code, zone, valid_from),
    add constraint rate_cards_of_service foreign key (carrier_code, service_code) references shipment.services (carrier_code, code),
    add constraint rate_cards_days check (days_from >= 0 and days_to >= days_from),
    add constraint rate_cards_span check (valid_to is null or valid_to > valid_from);
alter table shipment.rate_cards alter column service_code drop default;
insert into shipment.rate_cards (carrier_code, service_code, zone, base_grams, base_fee, step_grams, step_fee, days_from, days_to, valid_from) values
('vnpost', 'express', 'SAME_PROVINCE', 500, 24000, 500, 5000, 1, 1, date '2025-07-01'),
('vnpost', 'express', 'SAME_REGION', 500, 34000, 500, 7500, 1, 2, date '2025-07-01'),
('vnpost', 'express', 'FAR', 500, 46000, 500, 13500, 1, 3, date '2025-07-01'),
('vnpost', 'counter', 'SAME_PROVINCE', 500, 12500, 500, 3000, 1, 2, date '2025-07-01'),
('vnpost', 'counter', 'SAME_REGION', 500, 18000, 500, 4000, 2, 3, date '2025-07-01'),
('vnpost', 'counter', 'FAR', 500, 24500, 500, 8000, 3, 5, date '2025-07-01');

-- How it was promised to be carried, and until when.
alter table shipment.parcels
    add column service_code text,
    add column due_on date;
create index parcels_by_deadline on shipment.parcels (holder_office, status, due_on, commune_code, id);
