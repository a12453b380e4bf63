package vn.ocop.marketplace.payment.campaign;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on invitations to campaigns. A province invites its own shops, the platform any. */
@Repository
class CampaignInvitationRepository {

    private final DatabaseClient database;

    CampaignInvitationRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Open shops by name without marks, those that were not asked yet first. */
    Flux<CampaignInvitations.Candidate> candidates(UUID campaign, String scope, String folded, int limit) {
        return database.sql("""
                select s.id, s.name, i.status
                  from shop.published_shops s
                  left join campaign.invitations i on i.campaign_id = :campaign and i.shop_id = s.id
                 where s.status = 'OPEN'
                   and (:scope = '*' or s.province_code = :scope)
                   and s.folded like '%' || :folded || '%'
                 order by i.status is not null, s.folded, s.id
                 limit :limit
                """)
                .bind("campaign", campaign)
                .bind("scope", scope)
                .bind("folded", folded)
                .bind("limit", limit)
                .map(row -> new CampaignInvitations.Candidate(
                        Rows.get(row, "id", UUID.class),
                        Rows.get(row, "name", String.class),
                        standing(row.get("status", String.class))))
                .all();
    }

    /** Asks those that may be asked; who declined is asked anew. Answers how many now have a question before them. */
    Mono<Long> invite(UUID campaign, String scope, Collection<UUID> shops, String message, UUID by, Instant now) {
        return database.sql("""
                insert into campaign.invitations as i (campaign_id, shop_id, status, message, invited_by, invited_at)
                select :campaign, s.id, 'INVITED', :message, :by, :now
                  from shop.published_shops s
                 where s.id = any(:shops)
                   and s.status = 'OPEN'
                   and (:scope = '*' or s.province_code = :scope)
                 order by s.id
                on conflict (campaign_id, shop_id) do update
                   set status = 'INVITED', message = excluded.message, invited_by = excluded.invited_by,
                       invited_at = excluded.invited_at, answered_by = null, answered_at = null, reason = null
                 where i.status = 'DECLINED'
                """)
                .bind("campaign", campaign)
                .bind("scope", scope)
                .bind("shops", shops.toArray(UUID[]::new))
                .bind("message", message)
                .bind("by", by)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    Flux<CampaignInvitations.Invited> ofCampaign(UUID campaign) {
        return database.sql("""
                select i.shop_id, s.name, i.status, i.invited_at, i.answered_at, i.reason,
                       (select count(*) from campaign.offers o
                         where o.campaign_id = i.campaign_id
                           and o.shop_id = i.shop_id
                           and o.status in ('PROPOSED', 'APPROVED', 'PAUSED')) as offers
                  from campaign.invitations i
                  join shop.published_shops s on s.id = i.shop_id
                 where i.campaign_id = :campaign
                 order by i.invited_at desc, s.folded, i.shop_id
                 limit 500
                """)
                .bind("campaign", campaign)
                .map(row -> new CampaignInvitations.Invited(
                        Rows.get(row, "shop_id", UUID.class),
                        Rows.get(row, "name", String.class),
                        CampaignInvitations.Standing.valueOf(Rows.get(row, "status", String.class)),
                        Rows.get(row, "invited_at", Instant.class),
                        row.get("answered_at", Instant.class),
                        row.get("reason", String.class),
                        Rows.get(row, "offers", Long.class)))
                .all();
    }

    /** To campaigns that are not over. */
    Flux<CampaignInvitations.ToShop> ofShop(UUID shop, Instant now) {
        return database.sql("""
                select c.id, c.name_vi, c.name_en, p.name_vi as programme_vi, p.name_en as programme_en, c.organiser,
                       p.starts_at, p.ends_at, i.status, i.message, i.invited_at
                  from campaign.invitations i
                  join campaign.campaigns c on c.id = i.campaign_id
                  join campaign.programmes p on p.id = c.programme_id
                 where i.shop_id = :shop
                   and p.ends_at > :now
                 order by i.status <> 'INVITED', i.invited_at desc, c.id
                 limit 100
                """)
                .bind("shop", shop)
                .bind("now", now)
                .map(CampaignInvitationRepository::toShop)
                .all();
    }

    private static CampaignInvitations.ToShop toShop(Readable row) {
        return new CampaignInvitations.ToShop(
                Rows.get(row, "id", UUID.class),
                OfferRows.words(row, "name"),
                OfferRows.words(row, "programme"),
                Rows.get(row, "organiser", String.class),
                Rows.get(row, "starts_at", Instant.class),
                Rows.get(row, "ends_at", Instant.class),
                CampaignInvitations.Standing.valueOf(Rows.get(row, "status", String.class)),
                Rows.get(row, "message", String.class),
                Rows.get(row, "invited_at", Instant.class));
    }

    /** How a shop stands with a campaign, locked for its answer; empty when nobody asked it. */
    Mono<CampaignInvitations.Standing> lock(UUID campaign, UUID shop) {
        return database.sql("""
                select status
                  from campaign.invitations
                 where campaign_id = :campaign
                   and shop_id = :shop
                   for update
                """)
                .bind("campaign", campaign)
                .bind("shop", shop)
                .map(row -> CampaignInvitations.Standing.valueOf(Rows.get(row, "status", String.class)))
                .one();
    }

    /** Whether it said yes. */
    Mono<Boolean> accepted(UUID campaign, UUID shop) {
        return database.sql("""
                select exists (select from campaign.invitations
                                where campaign_id = :campaign
                                  and shop_id = :shop
                                  and status = 'ACCEPTED') as accepted
                """)
                .bind("campaign", campaign)
                .bind("shop", shop)
                .map(row -> Rows.get(row, "accepted", Boolean.class))
                .one();
    }

    Mono<Void> answer(
            UUID campaign,
            UUID shop,
            CampaignInvitations.Standing standing,
            @Nullable String reason,
            UUID by,
            Instant now) {
        return database.sql("""
                update campaign.invitations
                   set status = :status, reason = :reason, answered_by = :by, answered_at = :now
                 where campaign_id = :campaign
                   and shop_id = :shop
                """)
                .bind("status", standing.name())
                .bind("reason", orNull(reason, String.class))
                .bind("by", by)
                .bind("now", now)
                .bind("campaign", campaign)
                .bind("shop", shop)
                .then();
    }

    private static CampaignInvitations.@Nullable Standing standing(@Nullable String status) {
        return status == null ? null : CampaignInvitations.Standing.valueOf(status);
    }
}
