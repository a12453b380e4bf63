-- What a shop tells about itself before it opens. Its address is where parcels are picked up.
alter table shop.shops add column tax_code text check (tax_code ~ '^[0-9]{10}(-[0-9]{3})?$' or tax_code ~ '^[0-9]{12}$');
alter table shop.shops add column return_street text;
alter table shop.shops add column return_commune_code text;
-- Monday is 1, Tuesday 2, Wednesday 4 … Sunday 64.
alter table shop.shops add column open_days integer not null default 127 check (open_days between 1 and 127);
-- The version of the sellers' terms that was accepted last; who and when lies with the consents of accounts.
alter table shop.shops add column terms_version text;
alter table shop.shops add column submitted_at timestamptz;
-- Why it was sent back, suspended or closed.
alter table shop.shops add column reason text check (length(reason) <= 500);
-- The name without marks, for finding it.
alter table shop.shops add column folded text not null default '';
create index shops_of_province on shop.shops (province_code, status, coalesce(submitted_at, joined_at), id);

-- Who answers for a shop. Numbers lie sealed; only their ends can be read without the key.
create table shop.identities (
    shop_id        uuid primary key references shop.shops (id),
    representative text        not null check (length(representative) between 1 and 100),
    document_kind  text        not null check (document_kind in ('CITIZEN_ID', 'PASSPORT', 'BUSINESS_LICENCE')),
    number_sealed  bytea       not null,
    number_end     text        not null check (length(number_end) <= 4),
    state          text        not null check (state in ('SUBMITTED', 'VERIFIED', 'REFUSED')),
    method         text        not null check (method in ('MANUAL', 'ELECTRONIC')),
    given_by       uuid        not null,
    verified_by    uuid,
    verified_at    timestamptz,
    updated_at     timestamptz not null,
    check ((state = 'VERIFIED') = (verified_at is not null))
);

create table shop.bank_accounts (
    shop_id       uuid primary key references shop.shops (id),
    bank_bin      text        not null check (bank_bin ~ '^[0-9]{6}$'),
    number_sealed bytea       not null,
    number_end    text        not null check (length(number_end) <= 4),
    holder        text        not null check (length(holder) between 1 and 100),
    updated_at    timestamptz not null
);

-- Days on which nothing is sent. Orders are either not taken, or sent after the last day.
create table shop.holidays (
    id           uuid primary key default uuidv7(),
    shop_id      uuid not null references shop.shops (id),
    first_day    date not null,
    last_day     date not null check (last_day between first_day and first_day + 60),
    takes_orders boolean not null,
    note         text not null default '' check (length(note) <= 200)
);
create index holidays_of_shop on shop.holidays (shop_id, last_day);

create view shop.published_holidays as
select shop_id, first_day, last_day, takes_orders, note
  from shop.holidays;

-- What happened to a shop, by whom and why. Nothing disappears.
create table shop.decisions (
    id          bigint generated always as identity primary key,
    shop_id     uuid        not null references shop.shops (id),
    at          timestamptz not null,
    actor_id    uuid,
    kind        text        not null,
    from_status text        not null,
    to_status   text        not null,
    reason      text        not null default '' check (length(reason) <= 500)
);
create index decisions_of_shop on shop.decisions (shop_id, id desc);

-- A suspension that has been announced. It takes effect when its notice has run, or at once by order of an authority.
create table shop.restrictions (
    id           uuid primary key default uuidv7(),
    shop_id      uuid        not null references shop.shops (id),
    reason       text        not null check (length(reason) between 1 and 500),
    legal_order  text check (length(legal_order) <= 200),
    announced_by uuid        not null,
    announced_at timestamptz not null,
    effective_at timestamptz not null,
    applied_at   timestamptz,
    lifted_at    timestamptz,
    check (effective_at >= announced_at)
);
create unique index restrictions_standing on shop.restrictions (shop_id) where lifted_at is null;
create index restrictions_due on shop.restrictions (effective_at) where applied_at is null and lifted_at is null;

-- What an authority wants removed. The clock starts when it was received.
create table shop.authority_requests (
    id            uuid primary key default uuidv7(),
    province_code text        not null,
    authority     text        not null check (length(authority) between 1 and 150),
    number        text        not null check (length(number) between 1 and 100),
    subject_kind  text        not null check (subject_kind in ('SHOP', 'LISTING')),
    subject_id    uuid        not null,
    wanted        text        not null check (length(wanted) between 1 and 500),
    received_at   timestamptz not null,
    due_at        timestamptz not null check (due_at > received_at),
    entered_by    uuid        not null,
    entered_at    timestamptz not null,
    outcome       text check (outcome in ('REMOVED', 'DECLINED')),
    note          text check (length(note) <= 500),
    done_at       timestamptz,
    done_by       uuid,
    version       bigint      not null default 0,
    unique (province_code, authority, number, subject_id),
    check ((outcome is null) = (done_at is null)),
    check (outcome <> 'DECLINED' or length(note) > 0)
);
create index authority_requests_open on shop.authority_requests (province_code, due_at, id) where done_at is null;
create index authority_requests_of_subject on shop.authority_requests (subject_id) where done_at is null;

-- Duties of the marketplace towards shops, as dated rules with their ground.
create table shop.duty_rules (
    rule       text    not null check (rule in ('RESTRICTION_NOTICE_DAYS', 'ELECTRONIC_IDENTITY', 'REMOVAL_HOURS')),
    valid_from date    not null,
    amount     integer not null check (amount >= 0),
    reference  text    not null,
    primary key (rule, valid_from)
);
insert into shop.duty_rules (rule, valid_from, amount, reference) values
('RESTRICTION_NOTICE_DAYS', date '2020-01-01', 0, 'trước Luật Thương mại điện tử 122/2025/QH15'),
('RESTRICTION_NOTICE_DAYS', date '2026-07-01', 5, 'Luật Thương mại điện tử 122/2025/QH15 Điều 17.2.g; Nghị định 248/2026/NĐ-CP Điều 18'),
('REMOVAL_HOURS', date '2020-01-01', 24, 'Nghị định 248/2026/NĐ-CP Điều 17, 18: gỡ bỏ trong 24 giờ từ khi nhận yêu cầu'),
('ELECTRONIC_IDENTITY', date '2020-01-01', 0, 'xác minh thủ công được chấp nhận'),
('ELECTRONIC_IDENTITY', date '2027-01-01', 1, 'Nghị định 248/2026/NĐ-CP Điều 52.2: bắt buộc xác thực điện tử từ 1/1/2027');
