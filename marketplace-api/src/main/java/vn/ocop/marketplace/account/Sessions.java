package vn.ocop.marketplace.account;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;

/**
 * Opens, resolves and ends sessions. The token is 256 random bits; only its hash is stored. A resolved caller is
 * remembered for five seconds, so a revoked session or membership may work that much longer on another copy of the
 * application.
 */
@Component
public class Sessions {

    private static final Duration MEMBER_LIFE = Duration.ofDays(30);
    private static final Duration GUEST_LIFE = Duration.ofDays(60);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration SEEN_EVERY = Duration.ofHours(1);

    private static final Map<String, Permission> KNOWN =
            Arrays.stream(Permission.values()).collect(Collectors.toUnmodifiableMap(Permission::name, known -> known));

    private final DatabaseClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<ByteBuffer, Caller> resolved = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    Sessions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What the caller keeps: the token is shown here once and never again. */
    public record Opened(String token, Instant expiresAt, UUID personId) {}

    /** A session as its owner sees it among others. */
    public record Listed(
            UUID id,
            @Nullable String device,
            Instant createdAt,
            @Nullable Instant lastSeenAt,
            Instant expiresAt,
            boolean secondFactor) {}

    /** A new guest and their session, in one statement: what every first visitor of a cart waits for. */
    Mono<Opened> openForNewGuest() {
        var token = newToken();
        var now = clock.instant();
        var expires = now.plus(GUEST_LIFE);
        return database.sql("""
                with guest as (
                    insert into account.people (kind, created_at) values ('GUEST', :now)
                    returning id)
                insert into account.sessions (token_hash, person_id, created_at, last_seen_at, expires_at)
                select :hash, id, :now, :now, :expires from guest
                returning person_id
                """)
                .bind("hash", hash(token))
                .bind("now", now)
                .bind("expires", expires)
                .map(row -> new Opened(token, expires, Rows.get(row, "person_id", UUID.class)))
                .one();
    }

    /** Refuses whoever is locked out; every way in comes through here. */
    Mono<Opened> openMember(UUID personId, boolean secondFactor, @Nullable String device) {
        var token = newToken();
        var now = clock.instant();
        var expires = now.plus(MEMBER_LIFE);
        return database.sql("""
                insert into account.sessions (token_hash, person_id, created_at, last_seen_at, expires_at,
                                              second_factor_at, device)
                select :hash, id, :now, :now, :expires, case when :second then :now::timestamptz end, :device::text
                  from account.people
                 where id = :person
                   and locked_at is null
                """)
                .bind("hash", hash(token))
                .bind("person", personId)
                .bind("now", now)
                .bind("second", secondFactor)
                .bind("expires", expires)
                .bind("device", orNull(device, String.class))
                .fetch()
                .rowsUpdated()
                .filter(opened -> opened == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.LOCKED)))
                .thenReturn(new Opened(token, expires, personId));
    }

    /** The caller behind a token; empty when there is none or it has run out. */
    public Mono<Caller> resolve(String token) {
        var hash = hash(token);
        var key = ByteBuffer.wrap(hash);
        var remembered = resolved.getIfPresent(key);
        return remembered != null ? Mono.just(remembered) : read(hash).doOnNext(caller -> resolved.put(key, caller));
    }

    private Mono<Caller> read(byte[] hash) {
        return database.sql("""
                with seen as (
                    update account.sessions
                       set last_seen_at = :now
                     where token_hash = :hash
                       and (last_seen_at is null or last_seen_at < :while_ago))
                select p.id, p.kind, s.id as session_id, s.second_factor_at is not null as second_factor,
                       p.phone_verified_at is not null or p.email_verified_at is not null as reached,
                       p.identity_verified_at is not null as identified,
                       coalesce((select array_agg(concat_ws(':', m.kind, m.owner, array_to_string(m.permissions, ','), m.scope))
                                   from account.memberships m
                                  where m.person_id = p.id), '{}') as memberships,
                       coalesce((select array_agg(concat_ws(':', g.id, g.shop_id, array_to_string(g.permissions, ',')))
                                   from account.memberships m
                                   join account.mandates g on g.agent_kind = m.kind and g.agent_scope = m.scope
                                  where m.person_id = p.id
                                    and (m.owner or case m.kind when 'POST_OFFICE' then 'POST_ONBOARDING'
                                                                else 'TEAM_ONBOARDING' end = any(m.permissions))
                                    and g.shop_id is not null
                                    and g.approved_at is not null
                                    and g.ended_at is null
                                    and g.valid_to >= :today), '{}') as mandates
                  from account.sessions s
                  join account.people p on p.id = s.person_id
                 where s.token_hash = :hash
                   and s.expires_at > :now
                   and p.locked_at is null
                """)
                .bind("hash", hash)
                .bind("now", clock.instant())
                .bind("while_ago", clock.instant().minus(SEEN_EVERY))
                .bind("today", BusinessTime.today(clock))
                .map(Sessions::caller)
                .one();
    }

    private static Caller caller(Readable row) {
        boolean secondFactor = Rows.get(row, "second_factor", Boolean.class);
        return new Caller(
                Rows.get(row, "id", UUID.class),
                "GUEST".equals(Rows.get(row, "kind", String.class)),
                inForce(Rows.get(row, "memberships", String[].class), secondFactor),
                Arrays.stream(Rows.get(row, "mandates", String[].class))
                        .map(Sessions::mandate)
                        .collect(Collectors.toUnmodifiableSet()),
                new Caller.Session(Rows.get(row, "session_id", UUID.class), secondFactor, assurance(row)));
    }

    private static Assurance assurance(Readable row) {
        if (Rows.get(row, "identified", Boolean.class)) {
            return Assurance.IDENTITY;
        }
        return Rows.get(row, "reached", Boolean.class) ? Assurance.CONTACT : Assurance.NONE;
    }

    private static Set<Membership> inForce(String[] stored, boolean secondFactor) {
        return Arrays.stream(stored)
                .map(Sessions::membership)
                .filter(membership -> secondFactor || !membership.kind().needsSecondFactor())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Mandate mandate(String stored) {
        var parts = stored.split(":", 3);
        return new Mandate(UUID.fromString(parts[0]), parts[1], permissions(parts[2].split(",")));
    }

    private static Membership membership(String stored) {
        var parts = stored.split(":", 4);
        return new Membership(
                Membership.Kind.valueOf(parts[0]), parts[3], parts[1].equals("t"), permissions(parts[2].split(",")));
    }

    /** Leaves out what this version does not know: a newer copy of the application may have written it. */
    private static Set<Permission> permissions(String[] named) {
        return Arrays.stream(named)
                .flatMap(name -> KNOWN.containsKey(name) ? Stream.of(KNOWN.get(name)) : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    Mono<Void> end(String token) {
        var hash = hash(token);
        resolved.invalidate(ByteBuffer.wrap(hash));
        return database.sql("delete from account.sessions where token_hash = :hash")
                .bind("hash", hash)
                .then();
    }

    public Flux<Listed> of(Caller caller) {
        return database.sql("""
                select id, device, created_at, last_seen_at, expires_at, second_factor_at is not null as second_factor
                  from account.sessions
                 where person_id = :person
                   and expires_at > :now
                 order by coalesce(last_seen_at, created_at) desc
                 limit 100
                """)
                .bind("person", caller.id())
                .bind("now", clock.instant())
                .map(row -> new Listed(
                        Rows.get(row, "id", UUID.class),
                        row.get("device", String.class),
                        Rows.get(row, "created_at", Instant.class),
                        row.get("last_seen_at", Instant.class),
                        Rows.get(row, "expires_at", Instant.class),
                        Rows.get(row, "second_factor", Boolean.class)))
                .all();
    }

    /** Ends one session of the caller's; someone else's is not found. */
    public Mono<Void> revoke(Caller caller, UUID session) {
        return database.sql("delete from account.sessions where id = :id and person_id = :person")
                .bind("id", session)
                .bind("person", caller.id())
                .fetch()
                .rowsUpdated()
                .filter(ended -> ended == 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(AccountProblem.SESSION_NOT_FOUND)))
                .doOnNext(ended -> forget(caller.id()))
                .then();
    }

    /** Ends all of the caller's sessions but the one they use. */
    public Mono<Void> revokeOthers(Caller caller) {
        var session = caller.session();
        return session == null ? Mono.empty() : endAll(caller.id(), session.id());
    }

    /** Ends all sessions of a person, but one that may be kept. */
    Mono<Void> endAll(UUID person, @Nullable UUID kept) {
        return database.sql(
                        "delete from account.sessions where person_id = :person and (:kept::uuid is null or id <> :kept)")
                .bind("person", person)
                .bind("kept", orNull(kept, UUID.class))
                .then()
                .doOnSuccess(done -> forget(person));
    }

    Mono<Void> secondFactorGiven(Caller caller) {
        var session = caller.session();
        return session == null
                ? Mono.empty()
                : database.sql("update account.sessions set second_factor_at = :now where id = :id")
                        .bind("now", clock.instant())
                        .bind("id", session.id())
                        .then();
    }

    /** Forgets what was remembered of a person, because they have just become someone else: a guest a member. */
    void forget(UUID personId) {
        resolved.asMap().values().removeIf(caller -> caller.id().equals(personId));
    }

    /** Forgets those who work at places, since for whom they may work has just changed. */
    void forgetAgents() {
        resolved.asMap()
                .values()
                .removeIf(caller ->
                        !caller.mandates().isEmpty() || !caller.memberships().isEmpty());
    }

    String newToken() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        return DigestUtils.sha256(token);
    }
}
