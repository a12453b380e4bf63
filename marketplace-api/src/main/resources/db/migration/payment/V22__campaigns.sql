-- Programmes such as Digital Consumer Month, the campaigns under them and their offers. They lie in the folder of
-- payments, whose nested module they are.
create schema campaign;

-- Bumped by every change of what shoppers may be offered: whoever keeps offers in memory compares the sum of it.
create sequence campaign.revisions;

create table campaign.programmes (
    id               uuid primary key default uuidv7(),
    code             text        not null unique check (code ~ '^[a-z0-9-]{3,60}$'),
    name_vi          text        not null check (length(name_vi) between 3 and 150 and name_vi is nfc normalized),
    name_en          text        not null default '',
    theme_vi         text        not null default '' check (length(theme_vi) <= 300),
    theme_en         text        not null default '',
    owner_kind       text        not null check (owner_kind in ('PLATFORM', 'PROVINCE')),
    -- '*' or the province's code.
    owner_scope      text        not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null check (ends_at > starts_at),
    peak_from        timestamptz,
    peak_to          timestamptz,
    -- Only a concentrated programme (chương trình khuyến mại tập trung) may go beyond the ordinary cap, by its decision.
    decision_no      text check (length(decision_no) between 3 and 100),
    decided_by       text check (length(decided_by) between 3 and 200),
    status           text        not null check (status in ('DRAFT', 'OPEN', 'PAUSED')),
    published_at     timestamptz,
    copied_from      uuid references campaign.programmes (id),
    version          bigint      not null default 0,
    revision         bigint      not null default nextval('campaign.revisions'),
    created_at       timestamptz not null,
    check ((peak_from is null) = (peak_to is null)),
    check (peak_from >= starts_at and peak_to <= ends_at and peak_from < peak_to),
    check ((decision_no is null) = (decided_by is null)),
    check ((owner_kind = 'PLATFORM') = (owner_scope = '*')),
    check (status = 'DRAFT' or published_at is not null)
);

create table campaign.campaigns (
    id           uuid primary key default uuidv7(),
    programme_id uuid        not null references campaign.programmes (id),
    code         text        not null check (code ~ '^[a-z0-9-]{3,60}$'),
    name_vi      text        not null check (length(name_vi) between 3 and 150 and name_vi is nfc normalized),
    name_en      text        not null default '',
    owner_kind   text        not null check (owner_kind in ('PLATFORM', 'PROVINCE', 'CARRIER', 'SHOP')),
    owner_scope  text        not null,
    -- Who stands behind it, as the public reads it.
    organiser    text        not null check (length(organiser) between 2 and 200),
    status       text        not null check (status in ('DRAFT', 'OPEN', 'PAUSED')),
    -- Whether shops may take part by themselves.
    open_to_shops boolean    not null default false,
    version      bigint      not null default 0,
    revision     bigint      not null default nextval('campaign.revisions'),
    created_at   timestamptz not null,
    unique (programme_id, code)
);

create table campaign.offers (
    id             uuid primary key default uuidv7(),
    campaign_id    uuid        not null references campaign.campaigns (id),
    -- What the public calls it by; also the end of its address.
    code           text        not null unique check (code ~ '^[a-z0-9-]{3,80}$'),
    name_vi        text        not null check (length(name_vi) between 3 and 150 and name_vi is nfc normalized),
    name_en        text        not null default '',
    terms_vi       text        not null default '' check (length(terms_vi) <= 2000),
    terms_en       text        not null default '',
    kind           text        not null check (kind in ('PERCENT', 'AMOUNT', 'FIXED_PRICE', 'BUY_X_GET_Y', 'GIFT', 'FREE_SHIPPING', 'SHIPPING_OFF')),
    -- Its stacking class: one of each applies, the best of the class.
    layer          text        not null check (layer in ('ITEM', 'SHOP_VOUCHER', 'PLATFORM_VOUCHER', 'SHIPPING')),
    -- Alone: combines with no other offer.
    exclusive      boolean     not null default false,
    -- Basis points for PERCENT, đồng for AMOUNT, FIXED_PRICE and SHIPPING_OFF.
    value          bigint      not null default 0 check (value >= 0),
    buy_pieces     integer     not null default 0 check (buy_pieces between 0 and 100),
    get_pieces     integer     not null default 0 check (get_pieces between 0 and 100),
    min_spend      bigint      not null default 0 check (min_spend >= 0),
    -- Most per line, voucher or delivery.
    cap            bigint check (cap > 0),
    shop_id        uuid,
    listings       uuid[]      not null default '{}',
    gifts          uuid[]      not null default '{}',
    categories     text[]      not null default '{}',
    shops          uuid[]      not null default '{}',
    provinces      text[]      not null default '{}',
    stars_from     smallint    not null default 0 check (stars_from between 0 and 5),
    carriers       text[]      not null default '{}',
    methods        text[]      not null default '{}',
    audience       text        not null default 'ALL' check (audience in ('ALL', 'NEW', 'EXISTING')),
    -- Where the buyer has it delivered; empty: anywhere.
    to_provinces   text[]      not null default '{}',
    to_communes    text[]      not null default '{}',
    first_by_method boolean    not null default false,
    assisted       boolean     not null default false,
    starts_at      timestamptz not null,
    ends_at        timestamptz not null check (ends_at > starts_at),
    peak_only      boolean     not null default false,
    -- Hours of each day, as minutes from midnight in Viet Nam; -1: all day.
    from_minute    integer     not null default -1 check (from_minute between -1 and 1439),
    to_minute      integer     not null default -1 check (to_minute between -1 and 1440),
    per_person     integer check (per_person between 1 and 1000),
    per_line       integer check (per_line between 1 and 1000),
    -- Pieces for ITEM offers, uses for the others.
    total_count    integer check (total_count between 1 and 10000000),
    budget         bigint check (budget > 0),
    voucher        text unique check (voucher ~ '^[A-Z0-9]{4,24}$'),
    priority       integer     not null default 0,
    status         text        not null check (status in ('INVITED', 'PROPOSED', 'APPROVED', 'REFUSED', 'PAUSED', 'WITHDRAWN')),
    refusal        text check (length(refusal) <= 500),
    proposed_by    uuid,
    decided_by     uuid,
    decided_at     timestamptz,
    -- When the public could first read it.
    published_at   timestamptz,
    version        bigint      not null default 0,
    revision       bigint      not null default nextval('campaign.revisions'),
    created_at     timestamptz not null,
    check ((from_minute = -1) = (to_minute = -1) and (from_minute = -1 or from_minute < to_minute)),
    check (kind <> 'PERCENT' or value between 1 and 10000),
    check (kind not in ('AMOUNT', 'FIXED_PRICE', 'SHIPPING_OFF') or value > 0),
    check (kind <> 'BUY_X_GET_Y' or (buy_pieces > 0 and get_pieces > 0)),
    check (kind <> 'GIFT' or (cardinality(gifts) > 0 and get_pieces > 0 and min_spend > 0)),
    check ((layer = 'SHIPPING') = (kind in ('FREE_SHIPPING', 'SHIPPING_OFF'))),
    check (layer in ('ITEM', 'SHIPPING') or kind in ('PERCENT', 'AMOUNT')),
    check (layer <> 'SHOP_VOUCHER' or shop_id is not null),
    -- A voucher of the platform counts over whole shops' parts; what is off single goods is an ITEM offer.
    check (layer <> 'PLATFORM_VOUCHER' or (listings = '{}' and categories = '{}' and stars_from = 0)),
    check (status <> 'APPROVED' or published_at is not null)
);
create index offers_of_campaign on campaign.offers (campaign_id, id);
create index offers_of_shop on campaign.offers (shop_id, id desc) where shop_id is not null;
create index offers_live on campaign.offers (ends_at) where status = 'APPROVED';
create index offers_by_start on campaign.offers (starts_at, id) where published_at is not null;

-- Who bears an offer, in hundredths of a percent; the shares of one add up to the whole.
create table campaign.funders (
    offer_id uuid    not null references campaign.offers (id) on delete cascade,
    position integer not null,
    kind     text    not null check (kind in ('SELLER', 'PLATFORM', 'CARRIER', 'PUBLIC_BUDGET')),
    -- The carrier's or the province's code; empty for sellers and the platform.
    scope    text    not null default '',
    share_bp integer not null check (share_bp between 1 and 10000),
    primary key (offer_id, position),
    unique (offer_id, kind, scope),
    check ((kind in ('SELLER', 'PLATFORM')) = (scope = ''))
);

-- What an offer may still give, cut into pots: whoever claims takes the first pot nobody else holds, so that a rush for
-- one offer does not queue at one row. Below zero no pot ever goes.
create table campaign.pots (
    offer_id    uuid    not null references campaign.offers (id) on delete cascade,
    no          integer not null,
    pieces_left integer check (pieces_left >= 0),
    budget_left bigint check (budget_left >= 0),
    primary key (offer_id, no)
) with (fillfactor = 50);

-- How often somebody used an offer: by account, and by verified phone number (its hash), whichever account has it.
create table campaign.person_uses (
    offer_id uuid    not null references campaign.offers (id) on delete cascade,
    identity text    not null,
    used     integer not null check (used >= 0),
    primary key (offer_id, identity)
) with (fillfactor = 80);

-- What an order took of an offer, with the decision on its buyer and who bears how much; reserved with the order,
-- confirmed when it is paid, released when it falls away.
create table campaign.redemptions (
    offer_id   uuid        not null references campaign.offers (id),
    group_id   uuid        not null,
    shop_id    uuid        not null,
    person_id  uuid        not null,
    phone_key  text,
    status     text        not null check (status in ('RESERVED', 'CONFIRMED', 'RELEASED')),
    pieces     integer     not null check (pieces >= 0),
    -- What counts against the total: pieces, or uses, which only one of a purchase's orders carries.
    counted    integer     not null check (counted >= 0),
    amount     bigint      not null check (amount > 0),
    -- Funder -> đồng.
    shares     jsonb       not null,
    -- Why the buyer was entitled, as it was judged: code and facts, never a name or number.
    decision   jsonb       not null,
    -- The community team that brought the buyer.
    team_code  text,
    commune_code  text     not null,
    province_code text     not null,
    new_person boolean     not null,
    at         timestamptz not null,
    settled_at timestamptz,
    primary key (offer_id, group_id, shop_id)
);
create index redemptions_of_group on campaign.redemptions (group_id);
create index redemptions_by_time on campaign.redemptions (offer_id, at);

-- When somebody first completed an order, by method of payment: who has none is a new digital consumer. Kept by account
-- and by verified phone number, so that a second account is the same person.
create table campaign.completions (
    identity text        not null,
    method   text        not null,
    first_at timestamptz not null,
    primary key (identity, method)
);

-- Codes somebody keeps.
create table campaign.wallets (
    person_id uuid        not null,
    offer_id  uuid        not null references campaign.offers (id) on delete cascade,
    added_at  timestamptz not null,
    primary key (person_id, offer_id)
);

-- The law on promotions as dated rows with their source; an administrator changes them without a release.
create table campaign.legal_rules (
    id            uuid primary key default uuidv7(),
    rule          text   not null check (rule in ('MAX_DISCOUNT_BP', 'MAX_DISCOUNT_CONCENTRATED_BP', 'LOWEST_PRICE_DAYS', 'MAX_DAYS_A_YEAR', 'BARRED', 'EXEMPT')),
    -- For BARRED and EXEMPT: the category with all below it.
    category_code text,
    value         bigint not null default 0 check (value >= 0),
    valid_from    date   not null,
    valid_to      date check (valid_to >= valid_from),
    legal_ref     text   not null check (length(legal_ref) between 1 and 500),
    clause_vi     text   not null check (length(clause_vi) between 1 and 1000),
    clause_en     text   not null default '',
    certainty     text   not null check (certainty in ('FULL_TEXT_READ', 'SECONDARY_SOURCE', 'ASSUMED', 'DISPUTED')),
    created_by    uuid,
    created_at    timestamptz not null default timestamptz '2026-11-22 00:00:00+07',
    check ((rule in ('BARRED', 'EXEMPT')) = (category_code is not null))
);
insert into campaign.legal_rules (rule, category_code, value, valid_from, legal_ref, clause_vi, clause_en, certainty) values
('MAX_DISCOUNT_BP', null, 5000, date '2018-07-15', 'Nghị định 81/2018 Điều 6–7, sửa bởi 128/2024; 239/2026 được đọc khác nhau, sàn giữ mức 50 %',
 'Mức giảm giá tối đa đối với hàng hóa, dịch vụ được khuyến mại không được vượt quá 50 % giá ngay trước thời gian khuyến mại.',
 'A discount may not exceed 50 % of the price immediately before the promotion.', 'DISPUTED'),
('MAX_DISCOUNT_CONCENTRATED_BP', null, 10000, date '2018-07-15', 'Nghị định 81/2018 Điều 6–7, sửa bởi 128/2024',
 'Trong chương trình khuyến mại tập trung do cơ quan nhà nước quyết định, mức giảm tối đa là 100 %.',
 'In a concentrated promotion programme decided by the authorities the discount may reach 100 %.', 'SECONDARY_SOURCE'),
('LOWEST_PRICE_DAYS', null, 30, date '2018-07-15', 'Luật Thương mại Điều 100 (không nâng giá trước khi giảm); chính sách sàn',
 'Giá trước khuyến mại được tính theo giá thấp nhất trong 30 ngày gần nhất.',
 'The price before is the lowest of the last 30 days.', 'ASSUMED'),
('MAX_DAYS_A_YEAR', null, 120, date '2018-07-15', 'Nghị định 81/2018 Điều 10',
 'Tổng thời gian khuyến mại giảm giá đối với một loại hàng hóa không được vượt quá 120 ngày trong một năm, trừ chương trình khuyến mại tập trung.',
 'Goods may be discounted on at most 120 days a year, concentrated programmes aside.', 'SECONDARY_SOURCE'),
('BARRED', 's14', 0, date '2020-01-01', 'Luật 44/2019 Điều 5; Luật Thương mại Điều 100',
 'Không được khuyến mại rượu, bia có độ cồn từ 15 độ trở lên, cũng không được dùng làm quà tặng.',
 'Liquor of 15 % and more may be neither promoted nor given.', 'SECONDARY_SOURCE'),
('BARRED', 's15', 0, date '2020-01-01', 'Luật 44/2019 Điều 5; Luật Thương mại Điều 100',
 'Không được khuyến mại rượu, bia có độ cồn từ 15 độ trở lên, cũng không được dùng làm quà tặng.',
 'Liquor of 15 % and more may be neither promoted nor given.', 'SECONDARY_SOURCE'),
('EXEMPT', 's01', 0, date '2018-07-15', 'Nghị định 81/2018 Điều 7, sửa bởi 128/2024',
 'Hàng thực phẩm tươi sống không áp dụng mức giảm giá tối đa.',
 'The cap does not bind fresh food.', 'SECONDARY_SOURCE'),
('EXEMPT', 's02', 0, date '2018-07-15', 'Nghị định 81/2018 Điều 7, sửa bởi 128/2024',
 'Hàng thực phẩm tươi sống không áp dụng mức giảm giá tối đa.',
 'The cap does not bind fresh food.', 'SECONDARY_SOURCE');
alter table campaign.legal_rules alter column created_at drop default;

-- Cuts what an offer may give into pots: pieces and đồng as evenly as they go.
create function campaign.cut_pots(offer uuid, pieces integer, budget bigint) returns void language sql as
$$
insert into campaign.pots (offer_id, no, pieces_left, budget_left)
select offer, n - 1,
       pieces / k + (n <= pieces % k)::integer,
       budget / k + (n <= budget % k)::integer
  from (select least(32, coalesce(pieces, 32), coalesce(greatest(1, budget / 100000), 32))::integer as k) c,
       generate_series(1, k) as n
 where pieces is not null or budget is not null
$$;

-- Takes pieces and đồng of an offer: of one pot that nobody holds, else of all together, waiting for their turn. False
-- when there is not enough.
create function campaign.take(offer uuid, pieces integer, amount bigint) returns boolean language plpgsql as
$$
declare
    pot record;
    free integer;
    p integer;
    b bigint;
begin
    select no into free
      from campaign.pots
     where offer_id = offer
       and (pieces_left is null or pieces_left >= pieces)
       and (budget_left is null or budget_left >= amount)
     order by no
     limit 1
       for update skip locked;
    if found then
        update campaign.pots
           set pieces_left = pieces_left - pieces, budget_left = budget_left - amount
         where offer_id = offer
           and no = free;
        return true;
    end if;
    -- What is committed is already too little: nobody has to wait to learn that.
    if not exists (select from campaign.pots where offer_id = offer
                    having coalesce(sum(pieces_left), pieces) >= pieces and coalesce(sum(budget_left), amount) >= amount) then
        return not exists (select from campaign.pots where offer_id = offer);
    end if;
    perform from campaign.pots where offer_id = offer order by no for update;
    if not exists (select from campaign.pots where offer_id = offer
                    having coalesce(sum(pieces_left), pieces) >= pieces and coalesce(sum(budget_left), amount) >= amount) then
        return false;
    end if;
    for pot in select no, pieces_left, budget_left from campaign.pots where offer_id = offer order by no loop
        p := least(pieces, coalesce(pot.pieces_left, pieces));
        b := least(amount, coalesce(pot.budget_left, amount));
        update campaign.pots
           set pieces_left = pieces_left - p, budget_left = budget_left - b
         where offer_id = offer
           and no = pot.no
           and (p > 0 or b > 0);
        pieces := pieces - p;
        amount := amount - b;
        exit when pieces = 0 and amount = 0;
    end loop;
    return true;
end
$$;

-- Gives back to a pot nobody holds, else to the first when its turn comes.
create function campaign.give_back(offer uuid, pieces integer, amount bigint) returns void language plpgsql as
$$
declare
    free integer;
begin
    select no into free from campaign.pots where offer_id = offer order by no limit 1 for update skip locked;
    update campaign.pots
       set pieces_left = pieces_left + pieces, budget_left = budget_left + amount
     where offer_id = offer
       and no = coalesce(free, 0);
end
$$;

-- Claims what a purchase uses of its offers, offer by offer in id order, of each its buyer's turns before its pots, so
-- that no two purchases wait for each other crosswise. Answers what was refused and why; the caller then rolls back.
-- A purchase paid late claims again what it once had: its window no longer matters.
create function campaign.claim(uses jsonb, identities text[], late boolean, moment timestamptz)
    returns table (offer uuid, refusal text) language plpgsql as
$$
declare
    u record;
    o record;
    wanted text;
    rows integer;
begin
    for u in
        select x.offer, max(x.version) as version, sum(x.counted)::integer as counted, sum(x.amount)::bigint as amount
          from jsonb_to_recordset(uses) as x (offer uuid, version bigint, counted integer, amount bigint)
         group by x.offer
         order by x.offer
    loop
        offer := u.offer;
        select f.version, f.per_person, f.total_count, f.budget,
               f.status = 'APPROVED' and c.status = 'OPEN' and p.status = 'OPEN' as open,
               moment >= greatest(f.starts_at, p.starts_at) and moment < least(f.ends_at, p.ends_at)
                   and (not f.peak_only or (p.peak_from is not null and moment >= p.peak_from and moment < p.peak_to))
                   and (f.from_minute = -1 or campaign.minute_of(moment) >= f.from_minute and campaign.minute_of(moment) < f.to_minute) as inside
          into o
          from campaign.offers f
          join campaign.campaigns c on c.id = f.campaign_id
          join campaign.programmes p on p.id = c.programme_id
         where f.id = u.offer;
        if not found or not late and (not o.open or not o.inside) then
            refusal := 'ended';
            return next;
            continue;
        end if;
        if not late and o.version <> u.version then
            refusal := 'changed';
            return next;
            continue;
        end if;
        if o.per_person is not null then
            if cardinality(identities) = 0 then
                refusal := 'person-unknown';
                return next;
                continue;
            end if;
            insert into campaign.person_uses as x (offer_id, identity, used)
            select u.offer, i, 1 from unnest(identities) as i order by i
            on conflict (offer_id, identity) do update set used = x.used + 1 where x.used < o.per_person;
            get diagnostics rows = row_count;
            if rows < cardinality(identities) then
                refusal := 'person-limit';
                return next;
                continue;
            end if;
        end if;
        if (o.total_count is not null or o.budget is not null) and not campaign.take(u.offer, u.counted, u.amount) then
            refusal := 'used-up';
            return next;
        end if;
    end loop;
end
$$;

create function campaign.minute_of(moment timestamptz) returns integer language sql immutable as
$$
select extract(hour from moment at time zone 'Asia/Ho_Chi_Minh')::integer * 60
     + extract(minute from moment at time zone 'Asia/Ho_Chi_Minh')::integer
$$;

-- Gives back what one order of a purchase, or all of it, took of offers; a second time there is nothing to give. A use
-- goes back with the last order of the purchase that had it.
create function campaign.release(purchase uuid, shop uuid, moment timestamptz) returns void language plpgsql as
$$
declare
    r record;
begin
    perform from campaign.redemptions where group_id = purchase order by offer_id, shop_id for update;
    for r in
        with released as (
            update campaign.redemptions
               set status = 'RELEASED', settled_at = moment
             where group_id = purchase
               and (shop is null or shop_id = shop)
               and status <> 'RELEASED'
            returning offer_id, shop_id, pieces, counted, amount, person_id, phone_key)
        select x.offer_id, sum(x.counted)::integer as counted, sum(x.amount)::bigint as amount,
               (array_agg(x.person_id))[1] as person_id, (array_agg(x.phone_key))[1] as phone_key,
               f.layer = 'ITEM' as by_pieces, f.per_person is not null as limited,
               not exists (select from campaign.redemptions o
                            where o.group_id = purchase
                              and o.offer_id = x.offer_id
                              and o.status <> 'RELEASED'
                              and not exists (select from released y where y.offer_id = o.offer_id and y.shop_id = o.shop_id)) as last
          from released x
          join campaign.offers f on f.id = x.offer_id
         group by x.offer_id, f.layer, f.per_person
         order by x.offer_id
    loop
        if r.limited and r.last then
            update campaign.person_uses
               set used = used - 1
             where offer_id = r.offer_id
               and identity in ('person:' || r.person_id, 'phone:' || coalesce(r.phone_key, ''))
               and used > 0;
        end if;
        perform campaign.give_back(
            r.offer_id,
            case when r.by_pieces then r.counted when r.last then 1 else 0 end,
            r.amount);
    end loop;
end
$$;

-- Names and windows that other parts of the marketplace may read.
create view campaign.published_offers as
select o.id, o.code, o.name_vi, o.name_en, o.layer, o.kind, c.code as campaign_code, p.code as programme_code
  from campaign.offers o
  join campaign.campaigns c on c.id = o.campaign_id
  join campaign.programmes p on p.id = c.programme_id
 where o.published_at is not null;
