package vn.ocop.marketplace.local.demo;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Digital Consumer Month 2026 with its offers: for new and existing digital consumers, of the platform, the post, a
 * province and shops, some of few pieces at certain hours. Everything is shown before it begins and lies in its own
 * window, so that the month comes, peaks and goes by the clock.
 */
final class DemoCampaigns {

    private DemoCampaigns() {}

    static void load(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(PROGRAMME);
            statement.execute(OFFERS);
            statement.execute(SLOTS);
            statement.execute(RETURNING);
            statement.execute("""
                    select campaign.cut_pots(id, total_count, budget)
                      from campaign.offers
                     where total_count is not null
                        or budget is not null
                    """);
        }
    }

    private static final String PROGRAMME = """
            with programme as (
                insert into campaign.programmes (code, name_vi, name_en, theme_vi, theme_en, owner_kind, owner_scope, starts_at,
                       ends_at, peak_from, peak_to, status, published_at, created_at)
                values ('thang-tieu-dung-so-2026', 'Tháng 10 – Tháng tiêu dùng số 2026', 'October, Digital Consumer Month 2026',
                        'Người mới bắt đầu dễ dàng, người quen mua nhiều hơn', 'Easy to begin, worth coming back',
                        'PLATFORM', '*', '2026-10-01 00:00+07', '2026-11-01 00:00+07', '2026-10-01 00:00+07',
                        '2026-10-11 00:00+07', 'OPEN', '2026-09-15 08:00+07', '2026-09-15 08:00+07')
                returning id)
            insert into campaign.campaigns (programme_id, code, name_vi, name_en, owner_kind, owner_scope, organiser, status,
                   open_to_shops, created_at)
            select id, c.code, c.name_vi, c.name_en, c.kind, c.scope, c.organiser, 'OPEN', c.open, '2026-09-15 08:00+07'
              from programme,
                   (values ('san', 'Ưu đãi của sàn', 'Offers of the platform', 'PLATFORM', '*', 'Sàn OCOP', false),
                           ('buu-dien', 'Bưu điện giao hàng miễn phí', 'Free delivery by the post', 'CARRIER', 'vnpost', 'Bưu điện Việt Nam', false),
                           ('quang-tri', 'Quảng Trị mua hàng Quảng Trị', 'Quảng Trị buys Quảng Trị', 'PROVINCE', '44', 'UBND tỉnh Quảng Trị', true),
                           ('gian-hang', 'Gian hàng hưởng ứng', 'Shops take part', 'PLATFORM', '*', 'Các gian hàng OCOP', true))
                   as c (code, name_vi, name_en, kind, scope, organiser, open)
            """;

    private static final String OFFERS = """
            with drafts as (
                select *
                  from (values
                    ('san', 'chao-ban-moi', 'Chào người tiêu dùng số mới: giảm 30.000 ₫', 'Welcome: 30,000 ₫ off the first order',
                     'AMOUNT', 'PLATFORM_VOUCHER', 30000, 100000, null::bigint, 'NEW', '{}'::text[], '{}'::text[], '{}'::text[],
                     false, 1, null::int, 200000000::bigint, null, 'PLATFORM', '', null, null),
                    ('san', 'cam-on-ban-quen', 'Người mua quen giảm thêm 5 %', 'Returning shoppers: 5% off',
                     'PERCENT', 'PLATFORM_VOUCHER', 500, 200000, 50000, 'EXISTING', '{}', '{}', '{}',
                     false, 3, null, 200000000, null, 'PLATFORM', '', null, null),
                    ('san', 'ma-thang10', 'Mã THANG10: giảm 10 %, tối đa 40.000 ₫', 'Code THANG10: 10% off, at most 40,000 ₫',
                     'PERCENT', 'PLATFORM_VOUCHER', 1000, 150000, 40000, 'ALL', '{}', '{}', '{}',
                     false, 2, 5000, 100000000, 'THANG10', 'PLATFORM', '', null, null),
                    ('buu-dien', 'giao-mien-phi', 'Miễn phí giao hàng cho đơn từ 200.000 ₫', 'Free delivery from 200,000 ₫',
                     'FREE_SHIPPING', 'SHIPPING', 0, 200000, 30000, 'ALL', '{}', '{}', '{}',
                     false, null, null, 300000000, null, 'CARRIER', 'vnpost', null, null),
                    ('buu-dien', 'cao-diem-giao-hang', 'Tuần cao điểm: giảm 15.000 ₫ phí giao mọi đơn', 'Peak days: 15,000 ₫ off every delivery',
                     'SHIPPING_OFF', 'SHIPPING', 15000, 0, null, 'ALL', '{}', '{}', '{}',
                     true, null, null, 100000000, null, 'CARRIER', 'vnpost', null, null),
                    ('quang-tri', 'dac-san-quang-tri', 'Đặc sản Quảng Trị giảm 10 %', 'Specialties of Quảng Trị 10% off',
                     'PERCENT', 'ITEM', 1000, 0, 50000, 'ALL', array['44'], '{}', '{}',
                     false, null, null, 200000000, null, 'SELLER', '', 'PUBLIC_BUDGET', '44'),
                    ('quang-tri', 'nguoi-quang-tri', 'Giao tại Quảng Trị: giảm 20.000 ₫', 'Delivered in Quảng Trị: 20,000 ₫ off',
                     'AMOUNT', 'PLATFORM_VOUCHER', 20000, 150000, null, 'ALL', array['44'], array['44'], '{}',
                     false, 2, null, 50000000, null, 'PUBLIC_BUDGET', '44', null, null),
                    ('san', 'chuyen-khoan-dau-tien', 'Lần đầu chuyển khoản: giảm 15.000 ₫', 'First bank transfer: 15,000 ₫ off',
                     'AMOUNT', 'PLATFORM_VOUCHER', 15000, 80000, null, 'ALL', '{}', '{}', array['BANK_TRANSFER'],
                     false, 1, null, 50000000, null, 'PLATFORM', '', null, null))
                  as d (campaign, code, name_vi, name_en, kind, layer, value, min_spend, cap, audience, provinces, to_provinces,
                        methods, peak, per_person, total, budget, voucher, funder, scope, funder2, scope2)),
            added as (
                insert into campaign.offers (campaign_id, code, name_vi, name_en, kind, layer, value, min_spend, cap, audience,
                       provinces, to_provinces, methods, first_by_method, peak_only, per_person, total_count, budget, voucher,
                       starts_at, ends_at, status, published_at, created_at)
                select c.id, d.code, d.name_vi, d.name_en, d.kind, d.layer, d.value, d.min_spend, d.cap, d.audience,
                       d.provinces, d.to_provinces, d.methods, d.methods <> '{}', d.peak, d.per_person, d.total, d.budget,
                       d.voucher, '2026-10-01 00:00+07', '2026-11-01 00:00+07', 'APPROVED', '2026-09-15 08:00+07',
                       '2026-09-15 08:00+07'
                  from drafts d
                  join campaign.campaigns c on c.code = d.campaign
                returning id, code)
            insert into campaign.funders (offer_id, position, kind, scope, share_bp)
            select a.id, f.position, f.kind, f.scope, case when d.funder2 is null then 10000 else 5000 end
              from added a
              join drafts d on d.code = a.code
             cross join lateral (values (1, d.funder, d.scope), (2, d.funder2, d.scope2)) as f (position, kind, scope)
             where f.kind is not null
            """;

    /** Shops' own: a fifth off the six best-known, and few pieces of three of them at noon and in the evening. */
    private static final String SLOTS = """
            with goods as (
                select l.id, l.shop_id, l.title_vi, l.title_en, l.slug, v.price,
                       row_number() over (order by l.sold_count desc, l.id) as n
                  from listing.listings l
                  join lateral (select min(price) as price from listing.variants where listing_id = l.id and active) v on true
                 where l.province_code = '44'
                   and l.status = 'ON_SALE'
                   and v.price >= 20000
                   and l.category_code not in ('s14', 's15')),
            drafts as (
                select 'gian-hang-' || n as code, title_vi || ': giảm 20 %' as name_vi,
                       coalesce(nullif(title_en, ''), title_vi) || ': 20% off' as name_en, 'PERCENT' as kind, 2000 as value,
                       id, shop_id, null::int as per_person, null::int as total, -1 as from_minute, -1 as to_minute
                  from goods
                 where n between 4 and 9
                union all
                select 'khung-gio-' || n, left(title_vi, 100) || ' nửa giá, 100 suất',
                       coalesce(nullif(title_en, ''), title_vi) || ' at half price, 100 pieces', 'FIXED_PRICE',
                       (price / 2 + 999) / 1000 * 1000, id, shop_id, 1, 100,
                       case n when 1 then 720 when 2 then 1200 else -1 end, case n when 1 then 840 when 2 then 1320 else -1 end
                  from goods
                 where n <= 3),
            added as (
                insert into campaign.offers (campaign_id, code, name_vi, name_en, kind, layer, value, shop_id, listings,
                       per_person, per_line, total_count, from_minute, to_minute, starts_at, ends_at, status, published_at,
                       created_at)
                select c.id, d.code, left(d.name_vi, 150), left(d.name_en, 150), d.kind, 'ITEM', d.value, d.shop_id,
                       array[d.id], d.per_person, d.per_person, d.total, d.from_minute, d.to_minute, '2026-10-01 00:00+07',
                       '2026-11-01 00:00+07', 'APPROVED', '2026-09-15 08:00+07', '2026-09-15 08:00+07'
                  from drafts d
                  join campaign.campaigns c on c.code = 'gian-hang'
                returning id)
            insert into campaign.funders (offer_id, position, kind, scope, share_bp)
            select id, 1, 'SELLER', '', 10000 from added
            """;

    /** Somebody who bought in spring, so that there is one of each audience to try the month as. */
    private static final String RETURNING = """
            insert into campaign.completions (identity, method, first_at)
            select i, 'CASH_ON_DELIVERY', '2026-03-20 09:00+07'
              from account.people p,
                   unnest(array['person:' || p.id, 'phone:' || encode(sha256(convert_to(p.phone, 'UTF8')), 'hex')]) as i
             where p.phone = '+84900000009'
            """;
}
