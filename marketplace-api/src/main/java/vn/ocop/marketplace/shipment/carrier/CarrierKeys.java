package vn.ocop.marketplace.shipment.carrier;

import io.r2dbc.spi.Readable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shipment.ShipmentProblem;

/**
 * Keys with which operators' own systems sign in. A key is random, shown once and kept as its hash: there is nothing to
 * guess, so a fast hash will do.
 */
@Service
public class CarrierKeys {

    private static final String PREFIX = "ck_";
    private static final int RANDOM_BYTES = 32;
    /** That a key is in use is written down, but not with every call. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final DatabaseClient database;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CarrierKeys(DatabaseClient database, AuditLog audit, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a key is good for. */
    public enum Scope {
        /** Seeing the parcels that are the carrier's to carry, with whom they go to. */
        PARCELS,
        /** Telling where they are. */
        EVENTS
    }

    /** A key as people see it afterwards. */
    public record Key(
            UUID id,
            String name,
            Set<Scope> scopes,
            Instant madeAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt) {}

    /** A key that was just made: the only time that its text is seen. */
    public record Fresh(Key key, String secret) {

        @Override
        public String toString() {
            return "Fresh[" + key.id() + "]";
        }
    }

    public Mono<Fresh> make(UUID account, String name, Set<Scope> scopes, Caller caller) {
        CarrierDesk.mustKeepCarriers(caller);
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var key = new Key(UUID.randomUUID(), name, Set.copyOf(scopes), clock.instant(), null, null);
        return database.sql("""
                insert into shipment.carrier_keys (id, account_id, name, hash, scopes, made_by, made_at)
                select :id, a.id, :name, :hash, :scopes, :by, :now
                  from shipment.carrier_accounts a
                 where a.id = :account
                """)
                .bind("id", key.id())
                .bind("account", account)
                .bind("name", name)
                .bind("hash", DigestUtils.sha256(secret))
                .bind("scopes", scopes.stream().map(Enum::name).sorted().toArray(String[]::new))
                .bind("by", caller.id())
                .bind("now", key.madeAt())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.CARRIER_NOT_FOUND)))
                .then(Mono.defer(() -> audit.record(
                        caller,
                        Act.of("shipment.carrier-key-made", Act.Owner.platform())
                                .on(key.id())
                                .with("name", name)
                                .with("account", account))))
                .thenReturn(new Fresh(key, secret))
                .as(transaction::transactional);
    }

    public Mono<List<Key>> of(UUID account, Caller caller) {
        CarrierDesk.mustKeepCarriers(caller);
        return database.sql("select * from shipment.carrier_keys where account_id = :account order by made_at desc")
                .bind("account", account)
                .map(CarrierKeys::keyOf)
                .all()
                .collectList();
    }

    /** From now on it opens nothing; doing it again changes nothing. */
    public Mono<Void> revoke(UUID id, Caller caller) {
        CarrierDesk.mustKeepCarriers(caller);
        return database.sql("update shipment.carrier_keys set revoked_at = coalesce(revoked_at, :now) where id = :id")
                .bind("id", id)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.CARRIER_NOT_FOUND)))
                .then(Mono.defer(() -> audit.record(
                        caller,
                        Act.of("shipment.carrier-key-revoked", Act.Owner.platform())
                                .on(id))))
                .as(transaction::transactional);
    }

    /** The account that a key speaks for; refuses what is no key, and a key that is for something else. */
    Mono<UUID> account(@Nullable String secret, Scope scope) {
        if (secret == null || !secret.startsWith(PREFIX)) {
            return Mono.error(new ProblemException(ShipmentProblem.KEY_REFUSED));
        }
        var now = clock.instant();
        return database.sql("""
                with found as (
                    select k.id, k.account_id, k.scopes, k.used_at
                      from shipment.carrier_keys k
                      join shipment.carrier_accounts a on a.id = k.account_id and a.active
                     where k.hash = :hash
                       and k.revoked_at is null),
                used as (
                    update shipment.carrier_keys k
                       set used_at = :now
                      from found
                     where k.id = found.id
                       and (found.used_at is null or found.used_at < :fresh))
                select account_id, scopes from found
                """)
                .bind("hash", DigestUtils.sha256(secret))
                .bind("now", now)
                .bind("fresh", now.minus(FRESH))
                .map(row -> new Holder(Rows.get(row, "account_id", UUID.class), scopes(row)))
                .one()
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.KEY_REFUSED)))
                .flatMap(holder -> holder.scopes().contains(scope)
                        ? Mono.just(holder.account())
                        : Mono.error(new ProblemException(ShipmentProblem.KEY_TOO_NARROW)));
    }

    private record Holder(UUID account, Set<Scope> scopes) {}

    private static Key keyOf(Readable row) {
        return new Key(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "name", String.class),
                scopes(row),
                Rows.get(row, "made_at", Instant.class),
                row.get("used_at", Instant.class),
                row.get("revoked_at", Instant.class));
    }

    private static Set<Scope> scopes(Readable row) {
        return Arrays.stream(Rows.get(row, "scopes", String[].class))
                .map(Scope::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
