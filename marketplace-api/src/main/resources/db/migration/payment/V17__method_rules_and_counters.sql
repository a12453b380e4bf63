-- When a way to pay is not offered: dated rows, which an administrator changes without a release. What a rule says must
-- all hold; null says nothing.
create table payment.method_rules (
    id              uuid primary key default uuidv7(),
    method          text        not null check (method in ('CASH_ON_DELIVERY', 'CARD', 'BANK_TRANSFER', 'CASH_AT_POST_OFFICE')),
    -- Purchases of more than this.
    over            bigint check (over >= 0),
    -- Purchases that go to this province.
    province_code   text,
    -- Purchases with something of this shop.
    shop_id         uuid,
    -- Buyers who have paid fewer purchases than this before.
    fewer_purchases integer check (fewer_purchases > 0),
    valid_from      date        not null,
    -- The day before the first: it was a mistake and never counts.
    valid_to        date check (valid_to >= valid_from - 1),
    note            text        not null check (length(note) between 1 and 500),
    created_by      uuid,
    created_at      timestamptz not null
);
insert into payment.method_rules (method, over, fewer_purchases, valid_from, note, created_at) values
('CARD', 99999999, null, date '2025-07-01', 'Cổng thẻ nhận tối đa tám chữ số', timestamptz '2025-07-01 00:00:00+07'),
('CASH_ON_DELIVERY', 20000000, null, date '2025-07-01', 'Bưu tá không thu hộ số tiền lớn', timestamptz '2025-07-01 00:00:00+07'),
('CASH_ON_DELIVERY', 5000000, 1, date '2025-07-01', 'Người mua lần đầu trả trước đơn lớn', timestamptz '2025-07-01 00:00:00+07'),
('CASH_AT_POST_OFFICE', 20000000, null, date '2025-07-01', 'Quầy giao dịch không nhận số tiền lớn', timestamptz '2025-07-01 00:00:00+07');

-- A buyer's history is asked for where a rule looks at it.
create index payments_paid_by on payment.payments (buyer_id) where status = 'PAID';

-- Cash at a post office's counter, by the purchase's code.
alter table payment.payments drop constraint payments_method_check;
alter table payment.payments add constraint payments_method_check
    check (method in ('CASH_ON_DELIVERY', 'CARD', 'BANK_TRANSFER', 'CASH_AT_POST_OFFICE')) not valid;
alter table payment.payments validate constraint payments_method_check;
-- No purchase has the new method yet, so this index is built over nothing.
create index payments_counter_code on payment.payments (replace(payable_code, '-', '')) where method = 'CASH_AT_POST_OFFICE';

create table payment.counter_receipts (
    id          uuid primary key,
    payment_id  uuid        not null unique references payment.payments (id),
    office_code text        not null,
    amount      bigint      not null check (amount > 0),
    taken_by    uuid        not null,
    taken_at    timestamptz not null
);
create index counter_receipts_of_office on payment.counter_receipts (office_code, taken_at);

-- For those who count what a clerk took in.
create view payment.published_counter_receipts as
select r.id, p.payable_code, r.office_code, r.amount, r.taken_by, r.taken_at
  from payment.counter_receipts r
  join payment.payments p on p.id = r.payment_id;
