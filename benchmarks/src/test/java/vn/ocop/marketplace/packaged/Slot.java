package vn.ocop.marketplace.packaged;

import java.util.List;
import java.util.UUID;

/**
 * One offer with few pieces, a budget and a turn for each person, opened and looked at from outside; it is borne by the
 * platform.
 */
public record Slot(Sql sql, UUID offer) {

    /**
     * An amount off each piece.
     *
     * @param listings on what; none is everything there is
     */
    public static Slot open(Sql sql, List<UUID> listings, long off, int pieces) {
        var offer = sql.ids("""
                with programme as (
                    insert into campaign.programmes (code, name_vi, owner_kind, owner_scope, starts_at, ends_at, status,
                           published_at, created_at)
                    values ('gio-' || left(gen_random_uuid()::text, 8), 'Giờ vàng', 'PLATFORM', '*', now() - interval '1 day',
                            now() + interval '1 day', 'OPEN', now(), now())
                    returning id),
                campaign as (
                    insert into campaign.campaigns (programme_id, code, name_vi, owner_kind, owner_scope, organiser, status,
                           created_at)
                    select id, 'chung', 'Giờ vàng', 'PLATFORM', '*', 'Sàn', 'OPEN', now() from programme
                    returning id),
                offer as (
                    insert into campaign.offers (campaign_id, code, name_vi, kind, layer, value, listings, starts_at, ends_at,
                           per_person, per_line, total_count, budget, status, published_at, created_at)
                    select id, 'gio-vang-' || left(gen_random_uuid()::text, 8), 'Giờ vàng', 'AMOUNT', 'ITEM', ?, ?,
                           now() - interval '1 hour', now() + interval '1 day', 1, 1, ?, ?, 'APPROVED', now(), now()
                      from campaign
                    returning id),
                funders as (
                    insert into campaign.funders (offer_id, position, kind, scope, share_bp)
                    select id, 1, 'PLATFORM', '', 10000 from offer)
                select id from offer
                """, off, listings.toArray(UUID[]::new), pieces, off * pieces)
                .getFirst();
        sql.texts("select campaign.cut_pots(id, total_count, budget) from campaign.offers where id = ?", offer);
        return new Slot(sql, offer);
    }

    /** Makes guests people with a verified number each; before the first use of their tokens. */
    public static void verify(Sql sql, List<String> tokens) {
        sql.change("""
                update account.people p
                   set kind = 'MEMBER', name = 'Người mua', phone_verified_at = s.created_at,
                       phone = '+8498' || lpad((t.n + (select coalesce(max(right(q.phone, 7)::integer), 0)
                                                         from account.people q
                                                        where q.phone like '+8498_______'))::text, 7, '0')
                  from account.sessions s
                  join unnest(?) with ordinality as t (token, n) on s.token_hash = sha256(convert_to(t.token, 'UTF8'))
                 where p.id = s.person_id
                """, (Object) tokens.toArray(String[]::new));
    }

    public long left(String column) {
        return sql.number("select coalesce(sum(" + column + "), 0) from campaign.pots where offer_id = ?", offer);
    }

    public long taken(String what) {
        return sql.number(
                "select coalesce(" + what
                        + ", 0) from campaign.redemptions where offer_id = ? and status <> 'RELEASED'",
                offer);
    }

    /** The most turns that one verified number had. */
    public long mostOfOnePerson() {
        return sql.number("""
                select coalesce(max(n), 0)
                  from (select count(*) as n
                          from campaign.redemptions
                         where offer_id = ?
                           and status <> 'RELEASED'
                         group by phone_key) as p
                """, offer);
    }

    public void close() {
        sql.change("update campaign.offers set status = 'WITHDRAWN', version = version + 1 where id = ?", offer);
    }
}
