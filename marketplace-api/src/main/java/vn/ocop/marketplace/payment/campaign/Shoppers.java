package vn.ocop.marketplace.payment.campaign;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.account.AccountQueries;
import vn.ocop.marketplace.account.GuestHandover;
import vn.ocop.marketplace.community.Assistance;
import vn.ocop.marketplace.platform.Rows;

/** What is known of people as far as offers depend on it. */
@Component
class Shoppers implements GuestHandover {

    private final AccountQueries accounts;
    private final Assistance assistance;
    private final DatabaseClient database;
    private final JsonMapper json;

    Shoppers(AccountQueries accounts, Assistance assistance, DatabaseClient database, JsonMapper json) {
        this.accounts = accounts;
        this.assistance = assistance;
        this.database = database;
        this.json = json;
    }

    /** Somebody, and the hash of the phone number they proved theirs. */
    record Known(Shopper shopper, @Nullable String phone) {}

    private record Facts(Map<String, Instant> completed, Map<UUID, Integer> used, Set<UUID> wallet) {}

    private record Phone(@Nullable String hash) {}

    Mono<Known> find(UUID person, Promotions.Wish wish) {
        return Mono.zip(
                        phone(person),
                        assistance.teamOf(person).map(UUID::toString).defaultIfEmpty(""))
                .flatMap(
                        known -> facts(person, Identity.of(person, known.getT1().hash()))
                                .map(facts -> known(facts, known.getT1(), known.getT2(), wish)));
    }

    private static Known known(Facts facts, Phone phone, String team, Promotions.Wish wish) {
        var shopper = new Shopper(
                phone.hash() != null,
                facts.completed(),
                facts.used(),
                facts.wallet(),
                wish.place(),
                team.isEmpty() ? null : team,
                wish.method());
        return new Known(shopper, phone.hash());
    }

    private Mono<Phone> phone(UUID person) {
        return accounts.person(person)
                .map(found -> new Phone(Identity.phone(found)))
                .defaultIfEmpty(new Phone(null));
    }

    private Mono<Facts> facts(UUID person, List<String> identities) {
        return database.sql("""
                select jsonb_build_object(
                    'completed', coalesce((select jsonb_object_agg(method, first_at)
                                             from (select method, min(first_at) as first_at
                                                     from campaign.completions
                                                    where identity = any(:identities)
                                                    group by method) m), '{}'),
                    'used', coalesce((select jsonb_object_agg(offer_id, used)
                                        from (select offer_id, max(used) as used
                                                from campaign.person_uses
                                               where identity = any(:identities)
                                                 and used > 0
                                               group by offer_id) u), '{}'),
                    'wallet', coalesce((select jsonb_agg(offer_id) from campaign.wallets where person_id = :person), '[]'))
                    as facts
                """)
                .bind("identities", identities.toArray(String[]::new))
                .bind("person", person)
                .map(row -> json.readValue(Rows.get(row, "facts", Json.class).asArray(), Facts.class))
                .one();
    }

    /** Somebody has an order: the first of each method counts. */
    Mono<Void> completed(UUID person, String method, Instant at) {
        return phone(person)
                .flatMap(phone -> database.sql("""
                insert into campaign.completions (identity, method, first_at)
                select i, :method, :at from unnest(:identities::text[]) as i order by i
                on conflict do nothing
                """)
                        .bind("method", method)
                        .bind("at", at)
                        .bind("identities", Identity.of(person, phone.hash()).toArray(String[]::new))
                        .then());
    }

    /** What a guest completed or keeps, the member did who the guest turned out to be. */
    @Override
    public Mono<Void> handOver(UUID guest, UUID member) {
        return database.sql("""
                with kept as (
                    insert into campaign.wallets (person_id, offer_id, added_at)
                    select :member, offer_id, added_at from campaign.wallets where person_id = :guest
                    on conflict do nothing)
                insert into campaign.completions as c (identity, method, first_at)
                select 'person:' || :member::text, method, first_at
                  from campaign.completions
                 where identity = 'person:' || :guest::text
                on conflict (identity, method) do update set first_at = least(c.first_at, excluded.first_at)
                """).bind("guest", guest).bind("member", member).then();
    }
}
