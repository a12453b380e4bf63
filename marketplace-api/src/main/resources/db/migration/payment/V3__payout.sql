-- What the platform takes and keeps back of a sale: its commission, the tax on that, and the tax of sellers it must
-- withhold. Rules and rates are dated rows, which an administrator changes without a release.
create schema payout;

create table payout.commission_rules (
    id            uuid primary key default uuidv7(),
    -- The first rule that fits a line counts; of the same place, the newest.
    place         integer     not null,
    -- Null: any category, any shop.
    category_code text,
    shop_id       uuid,
    valid_from    date        not null,
    valid_to      date check (valid_to >= valid_from),
    -- Hundredths of a percent of the goods' price.
    percent_bp    integer     not null check (percent_bp between 0 and 5000),
    -- Added once per order.
    fixed         bigint      not null check (fixed >= 0),
    cap           bigint check (cap >= 0),
    vat_bp        integer     not null check (vat_bp between 0 and 2000),
    note          text        not null check (length(note) between 1 and 500),
    created_by    uuid,
    created_at    timestamptz not null
);
insert into payout.commission_rules (place, valid_from, percent_bp, fixed, vat_bp, note, created_at) values
(1000, date '2025-07-01', 300, 0, 1000, 'Mức chung ban đầu; người vận hành sàn thay bằng biểu phí của mình', timestamptz '2025-07-01 00:00:00+07');

create table payout.tax_rates (
    id         uuid primary key default uuidv7(),
    seller     text        not null check (seller in ('RESIDENT', 'NON_RESIDENT', 'ORGANISATION')),
    activity   text        not null check (activity in ('GOODS', 'SERVICES', 'PRODUCTION_OR_TRANSPORT', 'UNKNOWN', 'ANY')),
    vat_bp     integer     not null check (vat_bp between 0 and 1000),
    pit_bp     integer     not null check (pit_bp between 0 and 1000),
    valid_from date        not null,
    valid_to   date check (valid_to >= valid_from),
    legal_ref  text        not null check (length(legal_ref) between 1 and 500),
    certainty  text        not null check (certainty in ('FULL_TEXT_READ', 'SECONDARY_SOURCE', 'ASSUMED')),
    created_by uuid,
    created_at timestamptz not null default timestamptz '2026-11-22 00:00:00+07'
);
insert into payout.tax_rates (seller, activity, vat_bp, pit_bp, valid_from, valid_to, legal_ref, certainty) values
('RESIDENT', 'GOODS', 100, 50, date '2025-07-01', date '2026-06-30', 'Nghị định 117/2025 Điều 5', 'FULL_TEXT_READ'),
('RESIDENT', 'SERVICES', 500, 200, date '2025-07-01', date '2026-06-30', 'Nghị định 117/2025 Điều 5', 'FULL_TEXT_READ'),
('RESIDENT', 'PRODUCTION_OR_TRANSPORT', 300, 150, date '2025-07-01', date '2026-06-30', 'Nghị định 117/2025 Điều 5', 'FULL_TEXT_READ'),
('NON_RESIDENT', 'GOODS', 100, 100, date '2025-07-01', date '2026-06-30', 'Nghị định 117/2025 Điều 5', 'FULL_TEXT_READ'),
('NON_RESIDENT', 'SERVICES', 500, 500, date '2025-07-01', date '2026-06-30', 'Nghị định 117/2025 Điều 5', 'FULL_TEXT_READ'),
('NON_RESIDENT', 'PRODUCTION_OR_TRANSPORT', 300, 200, date '2025-07-01', date '2026-06-30', 'Nghị định 117/2025 Điều 5', 'FULL_TEXT_READ'),
('RESIDENT', 'UNKNOWN', 500, 200, date '2025-07-01', date '2026-06-30', 'Nghị định 117/2025 Điều 5 (mức cao nhất)', 'FULL_TEXT_READ'),
('RESIDENT', 'GOODS', 100, 50, date '2026-07-01', null, 'Nghị định 252/2026 Điều 44 → Luật GTGT 48/2024 Điều 12 + Luật TNCN 109/2025 Điều 7', 'SECONDARY_SOURCE'),
('RESIDENT', 'SERVICES', 500, 200, date '2026-07-01', null, 'Nghị định 252/2026 Điều 44 → Luật GTGT 48/2024 Điều 12 + Luật TNCN 109/2025 Điều 7', 'SECONDARY_SOURCE'),
('RESIDENT', 'PRODUCTION_OR_TRANSPORT', 300, 150, date '2026-07-01', null, 'Nghị định 252/2026 Điều 44 → Luật GTGT 48/2024 Điều 12 + Luật TNCN 109/2025 Điều 7', 'SECONDARY_SOURCE'),
('RESIDENT', 'UNKNOWN', 200, 100, date '2026-07-01', null, 'Nghị định 252/2026 Điều 44 → Luật GTGT 48/2024 Điều 12 + Luật TNCN 109/2025 Điều 7', 'SECONDARY_SOURCE'),
('ORGANISATION', 'ANY', 0, 0, date '2025-07-01', null, 'Nghị định 117/2025 (phạm vi); tự khai thuế TNDN và GTGT', 'SECONDARY_SOURCE');
alter table payout.tax_rates alter column created_at drop default;

-- What kind of activity selling things of a category is before the tax law; goods where nothing is said.
create table payout.category_activities (
    category_code text primary key,
    activity      text not null check (activity in ('GOODS', 'SERVICES', 'PRODUCTION_OR_TRANSPORT', 'UNKNOWN'))
);
insert into payout.category_activities (category_code, activity) values ('s26', 'SERVICES');

-- One declaration a month: what was withheld less what was given back.
create table payout.tax_declarations (
    month       date primary key check (extract(day from month) = 1),
    base        bigint      not null,
    vat         bigint      not null,
    pit         bigint      not null,
    declared_by uuid        not null,
    declared_at timestamptz not null,
    paid_by     uuid,
    paid_at     timestamptz
);

-- Withheld, reversed; declared and paid once it is in a declaration. Only that reference is ever filled in.
create table payout.tax_entries (
    id          bigint generated always as identity primary key,
    part_id     uuid        not null,
    shop_id     uuid        not null,
    kind        text        not null check (kind in ('WITHHELD', 'REVERSED')),
    base        bigint      not null check (base >= 0),
    vat         bigint      not null check (vat >= 0),
    pit         bigint      not null check (pit >= 0),
    at          timestamptz not null,
    declaration date references payout.tax_declarations (month),
    unique (part_id, kind)
);
create index tax_entries_undeclared on payout.tax_entries (at) where declaration is null;
create index tax_entries_declared on payout.tax_entries (declaration, shop_id);
create index tax_entries_of_shop on payout.tax_entries (shop_id, at);

alter table payment.parts
    add column commission     bigint not null default 0 check (commission >= 0),
    add column commission_vat bigint not null default 0 check (commission_vat >= 0),
    add column tax_vat        bigint not null default 0 check (tax_vat >= 0),
    add column tax_pit        bigint not null default 0 check (tax_pit >= 0),
    add check (commission + commission_vat + tax_vat + tax_pit <= goods);
