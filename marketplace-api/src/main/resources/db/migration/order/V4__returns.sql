-- How long each step of a return may take: dated rows, which an administrator changes without a release.
create table orders.deadlines (
    id            uuid primary key default uuidv7(),
    step          text    not null check (step in ('PROBLEM_REPORTED', 'MISSED_FROM', 'MISSED_UNTIL', 'SHOP_ANSWERS',
                                                   'BUYER_ESCALATES', 'GOODS_SENT', 'GOODS_CHECKED', 'PROVINCE_DECIDES')),
    -- Null: any category.
    category_code text,
    hours         integer not null check (hours between 1 and 8760),
    valid_from    date    not null,
    valid_to      date check (valid_to >= valid_from),
    reference     text    not null check (length(reference) between 1 and 500),
    certainty     text    not null check (certainty in ('FULL_TEXT_READ', 'SECONDARY_SOURCE', 'ASSUMED'))
);
insert into orders.deadlines (step, category_code, hours, valid_from, reference, certainty) values
('PROBLEM_REPORTED', 's01', 24, date '2025-07-01', 'Chính sách sàn: hàng tươi sống', 'ASSUMED'),
('PROBLEM_REPORTED', 's02', 24, date '2025-07-01', 'Chính sách sàn: hàng tươi sống', 'ASSUMED'),
('PROBLEM_REPORTED', 's23', 24, date '2025-07-01', 'Chính sách sàn: hoa tươi', 'ASSUMED'),
('PROBLEM_REPORTED', null, 360, date '2025-07-01', 'Chính sách sàn: 15 ngày kể từ khi nhận', 'ASSUMED'),
('MISSED_FROM', null, 120, date '2025-07-01', 'Chính sách sàn: 5 ngày kể từ khi gửi', 'ASSUMED'),
('MISSED_UNTIL', null, 720, date '2025-07-01', 'Chính sách sàn: 30 ngày kể từ khi gửi', 'ASSUMED'),
('SHOP_ANSWERS', null, 48, date '2025-07-01', 'Chính sách sàn; thời hạn phản hồi theo Nghị định 248/2026 Điều 7', 'SECONDARY_SOURCE'),
('BUYER_ESCALATES', null, 72, date '2025-07-01', 'Chính sách sàn', 'ASSUMED'),
('GOODS_SENT', null, 120, date '2025-07-01', 'Chính sách sàn', 'ASSUMED'),
('GOODS_CHECKED', null, 168, date '2025-07-01', 'Chính sách sàn', 'ASSUMED'),
('PROVINCE_DECIDES', null, 168, date '2025-07-01', 'Chính sách sàn; thời hạn giải quyết theo Nghị định 248/2026 Điều 7', 'SECONDARY_SOURCE');

-- Frozen at the sale, as the price is.
alter table orders.order_lines add column return_hours integer not null default 360 check (return_hours > 0);

alter table orders.orders
    -- The buyer said the goods are there and right: nothing more can be asked back.
    add column received_at  timestamptz,
    -- When the shop may have its money; and that it was let go.
    add column release_due  timestamptz,
    add column released_at  timestamptz;
update orders.orders o
   set release_due = e.at + interval '15 days'
  from (select order_id, max(at) as at from orders.order_events where status = 'DELIVERED' group by order_id) e
 where e.order_id = o.id
   and o.status = 'DELIVERED';
create index orders_to_release on orders.orders (release_due) where release_due is not null and released_at is null;

create table orders.returns (
    id            uuid primary key,
    order_id      uuid        not null references orders.orders (id),
    shop_id       uuid        not null,
    province_code text        not null,
    kind          text        not null check (kind in ('PROBLEM', 'NOT_RECEIVED')),
    reason        text        not null check (reason in ('DAMAGED', 'SPOILED', 'WRONG', 'MISSING', 'NOT_AS_DESCRIBED', 'OTHER', 'NOT_RECEIVED')),
    status        text        not null check (status in ('ASKED', 'REJECTED', 'GOODS_AWAITED', 'GOODS_SENT', 'ESCALATED', 'REFUNDED', 'DECLINED', 'WITHDRAWN')),
    -- Until when somebody must move; then the marketplace moves by itself.
    due_at        timestamptz,
    asked_at      timestamptz not null,
    ended_at      timestamptz,
    refund_id     uuid references orders.refunds (id),
    check ((status in ('REFUNDED', 'DECLINED', 'WITHDRAWN')) = (ended_at is not null)),
    check ((due_at is null) = (ended_at is not null))
);
create unique index returns_one_open on orders.returns (order_id) where ended_at is null;
create index returns_of_order on orders.returns (order_id);
create index returns_of_shop on orders.returns (shop_id, asked_at desc, id desc);
create index returns_of_province on orders.returns (province_code, status, asked_at desc, id desc);
create index returns_due on orders.returns (due_at) where ended_at is null;

create table orders.return_lines (
    return_id uuid    not null references orders.returns (id),
    position  integer not null,
    pieces    integer not null check (pieces > 0),
    primary key (return_id, position)
);

-- What was done and said, append-only; without an actor it was a deadline.
create table orders.return_steps (
    id        bigint generated always as identity primary key,
    return_id uuid        not null references orders.returns (id),
    status    text        not null,
    party     text        not null check (party in ('BUYER', 'SHOP', 'PROVINCE', 'DEADLINE')),
    actor_id  uuid,
    words     text        not null default '' check (length(words) <= 1000),
    at        timestamptz not null,
    check ((party = 'DEADLINE') = (actor_id is null))
);
create index return_steps_of_return on orders.return_steps (return_id, id);

create table orders.return_photos (
    return_id  uuid        not null references orders.returns (id),
    picture_id uuid        not null,
    picture    jsonb       not null,
    party      text        not null check (party in ('BUYER', 'SHOP')),
    added_at   timestamptz not null,
    primary key (return_id, picture_id)
);
create index return_photos_of_picture on orders.return_photos (picture_id);
