insert into ledger.accounts (code, normal_side) values
('CARRIER_CLAIMS', 'DEBIT'),
('CARRIER_UNMATCHED', 'CREDIT');

-- What carriers handed over of the cash they took at doors: as much as deliveries explain, and the rest.
create table payment.carrier_remittances (
    id        uuid primary key,
    carrier   text        not null,
    bank_ref  text        not null,
    matched   bigint      not null check (matched >= 0),
    unmatched bigint      not null check (unmatched >= 0),
    at        timestamptz not null
);
