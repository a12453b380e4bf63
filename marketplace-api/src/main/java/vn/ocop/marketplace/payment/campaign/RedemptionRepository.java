package vn.ocop.marketplace.payment.campaign;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/**
 * All SQL on what purchases take of offers.
 *
 * <p>Everyone locks a purchase's redemptions, then offer by offer in id order a person's turns before the pots, and all
 * that before stock: so a rush for one offer never deadlocks.
 */
@Repository
class RedemptionRepository {

    private final DatabaseClient database;
    private final JsonMapper json;

    RedemptionRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** An offer that could not be claimed, and the end of the message's key that says why. */
    record Refused(UUID offer, String refusal) {}

    Flux<Refused> claim(UUID purchase, UUID buyer, Claim claim, Shopper.Place place, Instant now) {
        return database.sql("""
                with refused as materialized (
                    select * from campaign.claim(:uses, :identities, false, :now)),
                taken as (
                    insert into campaign.redemptions (offer_id, group_id, shop_id, person_id, phone_key, status, pieces,
                           counted, amount, shares, decision, team_code, commune_code, province_code, new_person, at)
                    select u.offer, :purchase, u.shop, :buyer, :phone, 'RESERVED', u.pieces, u.counted, u.amount, u.shares,
                           u.decision, :team, :commune, :province, u."newConsumer", :now
                      from jsonb_to_recordset(:uses) as u (offer uuid, shop uuid, pieces integer, counted integer,
                           amount bigint, shares jsonb, decision jsonb, "newConsumer" boolean)
                     where not exists (select from refused))
                select offer, refusal from refused
                """)
                .bind("uses", Json.of(json.writeValueAsBytes(claim.uses())))
                .bind(
                        "identities",
                        claim.phone() == null
                                ? new String[0]
                                : claim.identities(buyer).toArray(String[]::new))
                .bind("purchase", purchase)
                .bind("buyer", buyer)
                .bind("commune", String.valueOf(place.commune()))
                .bind("province", String.valueOf(place.province()))
                .bind("now", now)
                .bind("phone", orNull(claim.phone(), String.class))
                .bind("team", orNull(claim.team(), String.class))
                .map(row -> new Refused(Rows.get(row, "offer", UUID.class), Rows.get(row, "refusal", String.class)))
                .all();
    }

    Mono<Void> confirm(UUID purchase, @Nullable UUID shop, Instant now) {
        return database.sql("""
                update campaign.redemptions
                   set status = 'CONFIRMED', settled_at = :now
                 where group_id = :purchase
                   and (:shop::uuid is null or shop_id = :shop)
                   and status = 'RESERVED'
                """)
                .bind("shop", orNull(shop, UUID.class))
                .bind("purchase", purchase)
                .bind("now", now)
                .then();
    }

    Mono<Void> release(UUID purchase, @Nullable UUID shop, Instant now) {
        return database.sql("select campaign.release(:purchase, :shop, :now)")
                .bind("shop", orNull(shop, UUID.class))
                .bind("purchase", purchase)
                .bind("now", now)
                .then();
    }

    Mono<Void> giveBackShares(UUID purchase, UUID shop, Map<String, Vnd> byFunder) {
        return database.sql("select campaign.return_shares(:purchase, :shop, :back)")
                .bind("purchase", purchase)
                .bind("shop", shop)
                .bind("back", Json.of(json.writeValueAsBytes(byFunder)))
                .then();
    }

    /** Answers whether all of it could be taken again; the caller rolls back when not. */
    Mono<Boolean> claimAgain(UUID purchase, Instant now) {
        return database.sql("""
                with uses as materialized (
                    select jsonb_agg(jsonb_build_object('offer', offer_id, 'counted', counted, 'amount', amount)) as list,
                           (array_agg(person_id))[1] as person, (array_agg(phone_key))[1] as phone
                      from campaign.redemptions
                     where group_id = :purchase
                       and status = 'RELEASED'),
                refused as materialized (
                    select c.*
                      from uses,
                           campaign.claim(coalesce(uses.list, '[]'),
                                          case when phone is null then '{}'
                                               else array['person:' || person, 'phone:' || phone] end, true, :now) c),
                again as (
                    update campaign.redemptions
                       set status = 'CONFIRMED', settled_at = :now
                     where group_id = :purchase
                       and status = 'RELEASED'
                       and not exists (select from refused))
                select not exists (select from refused) as all_taken
                """)
                .bind("purchase", purchase)
                .bind("now", now)
                .map(row -> Rows.get(row, "all_taken", Boolean.class))
                .one();
    }
}
