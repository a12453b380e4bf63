-- Draft, in review, on sale, hidden (PAUSED), refused, archived (CLOSED). A listing is on the shelf only after somebody approved it.
alter table listing.listings drop constraint listings_status_check;
alter table listing.listings add constraint listings_status_check
    check (status in ('DRAFT', 'IN_REVIEW', 'ON_SALE', 'PAUSED', 'REFUSED', 'CLOSED'));
-- A draft is saved from its first field, so it may have no name yet.
alter table listing.listings drop constraint listings_title_vi_check;
alter table listing.listings add constraint listings_title_vi_check
    check (length(title_vi) <= 150 and title_vi is nfc normalized
           and (length(title_vi) >= 3 or status in ('DRAFT', 'CLOSED')));
alter table listing.listings add column submitted_at timestamptz;
alter table listing.listings add column refusal text check (length(refusal) <= 500);
create index listings_of_shop_by_change on listing.listings (shop_id, updated_at desc, id desc);
create index listings_in_review on listing.listings (province_code, submitted_at, id) where status = 'IN_REVIEW';

-- Price and weight are 0 until they are said; only a variant that has both can be active, that is, bought.
alter table listing.variants drop constraint variants_price_check;
alter table listing.variants drop constraint variants_weight_grams_check;
alter table listing.variants add constraint variants_price_check check (price = 0 or price between 1000 and 1000000000);
alter table listing.variants add constraint variants_weight_grams_check check (weight_grams between 0 and 200000);
alter table listing.variants add constraint variants_complete check (not active or (price > 0 and weight_grams > 0));
alter table listing.variants add column length_mm integer check (length_mm between 1 and 3000);
alter table listing.variants add column width_mm integer check (width_mm between 1 and 3000);
alter table listing.variants add column height_mm integer check (height_mm between 1 and 3000);
alter table listing.variants add column removed_at timestamptz;

create index listing_pictures_by_picture on listing.listing_pictures (picture_id);

-- Which shops are new, so that changes of what buyers trust are looked at first; policy of the marketplace, dated.
create table listing.moderation_rules (
    valid_from        date primary key,
    new_for_days      integer not null check (new_for_days >= 0),
    new_until_listed  integer not null check (new_until_listed >= 0),
    reference         text    not null
);
insert into listing.moderation_rules (valid_from, new_for_days, new_until_listed, reference) values
(date '2020-01-01', 90, 3, 'Luật Thương mại điện tử 122/2025/QH15 Điều 17.1.đ: kiểm duyệt trước khi hiển thị');

-- What a new shop wants different about a listing on sale; the old text stays on sale until it is decided.
create table listing.change_requests (
    id           uuid primary key default uuidv7(),
    listing_id   uuid        not null references listing.listings (id),
    wanted       jsonb       not null,
    status       text        not null check (status in ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    requested_by uuid        not null,
    requested_at timestamptz not null,
    decided_by   uuid,
    decided_at   timestamptz,
    reason       text check (length(reason) <= 500),
    check ((status = 'OPEN') = (decided_at is null))
);
create unique index change_requests_open on listing.change_requests (listing_id) where status = 'OPEN';
create index change_requests_of_listing on listing.change_requests (listing_id, requested_at desc);

-- What happened to a listing, by whom and why. Nothing disappears.
create table listing.decisions (
    id          bigint generated always as identity primary key,
    listing_id  uuid        not null references listing.listings (id),
    at          timestamptz not null,
    actor_id    uuid        not null,
    kind        text        not null check (kind in ('STATUS', 'CHANGE_REQUESTED', 'CHANGE_APPROVED', 'CHANGE_REFUSED')),
    from_status text        not null,
    to_status   text        not null,
    reason      text        not null default '' check (length(reason) <= 500)
);
create index decisions_of_listing on listing.decisions (listing_id, id desc);

-- Every move of stock with its reason; quantity is signed.
create table listing.stock_movements (
    id          bigint generated always as identity primary key,
    variant_id  uuid        not null references listing.variants (id),
    at          timestamptz not null,
    kind        text        not null check (kind in ('OPENING', 'RECEIVED', 'COUNTED', 'DAMAGED', 'SOLD', 'RETURNED')),
    quantity    integer     not null check (quantity <> 0),
    stock_after integer     not null check (stock_after >= 0),
    reason      text        not null default '' check (length(reason) <= 300),
    actor_id    uuid
);
create index stock_movements_of_variant on listing.stock_movements (variant_id, id desc);

-- Words that a listing should not use; whoever looks at it is told. Dated, each with its ground.
create table listing.watch_words (
    words      text primary key,
    valid_from date not null,
    valid_to   date,
    reference  text not null
);
insert into listing.watch_words (words, valid_from, reference) values
('chữa khỏi', date '2012-01-01', 'Luật Quảng cáo: không nói thực phẩm chữa được bệnh'),
('chữa dứt điểm', date '2012-01-01', 'Luật Quảng cáo: không nói thực phẩm chữa được bệnh'),
('điều trị dứt điểm', date '2012-01-01', 'Luật Quảng cáo: không nói thực phẩm chữa được bệnh'),
('trị bách bệnh', date '2012-01-01', 'Luật Quảng cáo: không nói thực phẩm chữa được bệnh'),
('thay thế thuốc chữa bệnh', date '2012-01-01', 'Luật Quảng cáo: không nói thực phẩm chữa được bệnh'),
('thần dược', date '2012-01-01', 'Luật Quảng cáo: không nói thực phẩm chữa được bệnh'),
('tốt nhất việt nam', date '2012-01-01', 'Luật Quảng cáo Điều 8.11: không dùng từ "nhất" khi không có tài liệu chứng minh'),
('số một việt nam', date '2012-01-01', 'Luật Quảng cáo Điều 8.11: không dùng từ "nhất" khi không có tài liệu chứng minh'),
('tiềm năng 5 sao', date '2023-02-24', 'Quyết định 148/QĐ-TTg: sản phẩm được đề xuất chưa phải là sản phẩm 5 sao');
