package vn.ocop.marketplace.account;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on mandates. */
@Repository
class MandateRepository {

    private final DatabaseClient database;
    private final Clock clock;

    MandateRepository(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<UUID> insert(Mandates.Question question, String phone, UUID clerk) {
        return database.sql("""
                insert into account.mandates (agent_kind, agent_scope, household_name, phone, permissions, valid_to,
                                              created_by, created_at)
                values (:kind, :scope, :name, :phone, :permissions, :until, :clerk, :now)
                returning id
                """)
                .bind("kind", question.agent().kind().name())
                .bind("scope", question.agent().scope())
                .bind("name", question.householdName())
                .bind("phone", phone)
                .bind(
                        "permissions",
                        question.permissions().stream()
                                .map(Permission::name)
                                .sorted()
                                .toArray(String[]::new))
                .bind("until", question.validTo())
                .bind("clerk", clerk)
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    /** The questions by number; every number is asked once. */
    Flux<Map.Entry<String, UUID>> insertAll(
            Memberships.Place agent,
            List<Mandates.Household> households,
            Set<Permission> permissions,
            LocalDate until,
            UUID clerk) {
        return database.sql("""
                insert into account.mandates (agent_kind, agent_scope, household_name, phone, permissions, valid_to,
                                              created_by, created_at)
                select :kind, :scope, h.name, h.phone, :permissions, :until, :clerk, :now
                  from unnest(:names::text[], :phones::text[]) as h (name, phone)
                returning phone, id
                """)
                .bind("kind", agent.kind().name())
                .bind("scope", agent.scope())
                .bind("names", households.stream().map(Mandates.Household::name).toArray(String[]::new))
                .bind(
                        "phones",
                        households.stream().map(Mandates.Household::phone).toArray(String[]::new))
                .bind(
                        "permissions",
                        permissions.stream().map(Permission::name).sorted().toArray(String[]::new))
                .bind("until", until)
                .bind("clerk", clerk)
                .bind("now", clock.instant())
                .map(row -> Map.entry(Rows.get(row, "phone", String.class), Rows.get(row, "id", UUID.class)))
                .all();
    }

    Flux<MandateFile> findAll(Collection<UUID> ids) {
        return database.sql("select * from account.mandates where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(MandateRepository::file)
                .all();
    }

    Mono<MandateFile> find(UUID id) {
        return database.sql("select * from account.mandates where id = :id")
                .bind("id", id)
                .map(MandateRepository::file)
                .one();
    }

    /** The newest first. */
    Flux<MandateFile> ofAgent(
            Memberships.Place agent,
            MandateFile.@Nullable State state,
            LocalDate today,
            @Nullable UUID after,
            int limit) {
        return database.sql("""
                select *
                  from account.mandates
                 where agent_kind = :kind
                   and agent_scope = :scope
                   and (:after::uuid is null or id < :after)
                   and (:state::text is null
                        or :state = case when ended_at is not null or valid_to < :today then 'ENDED'
                                         when agreed_at is null then 'ASKED'
                                         when approved_at is null then 'TO_APPROVE'
                                         else 'ACTIVE' end)
                 order by id desc
                 limit :limit
                """)
                .bind("kind", agent.kind().name())
                .bind("scope", agent.scope())
                .bind("state", orNull(state, MandateFile.State::name, String.class))
                .bind("today", today)
                .bind("after", orNull(after, UUID.class))
                .bind("limit", limit)
                .map(MandateRepository::file)
                .all();
    }

    Flux<MandateFile> ofShop(UUID shop) {
        return database.sql("select * from account.mandates where shop_id = :shop order by id desc limit 50")
                .bind("shop", shop)
                .map(MandateRepository::file)
                .all();
    }

    /** What a person may do for others today by the places where they work; a clerk needs the permission for it. */
    Flux<MandateFile> inForceFor(UUID person, LocalDate today) {
        return database.sql("""
                select g.*
                  from account.memberships m
                  join account.mandates g on g.agent_kind = m.kind and g.agent_scope = m.scope
                 where m.person_id = :person
                   and (m.owner or case m.kind when 'POST_OFFICE' then 'POST_ONBOARDING' else 'TEAM_ONBOARDING' end
                                   = any(m.permissions))
                   and g.shop_id is not null
                   and g.approved_at is not null
                   and g.ended_at is null
                   and g.valid_to >= :today
                 order by g.id desc
                 limit 500
                """)
                .bind("person", person)
                .bind("today", today)
                .map(MandateRepository::file)
                .all();
    }

    /** Only from the question; false if somebody was faster. */
    Mono<Boolean> agree(UUID id, UUID household, MandateFile.Method method, @Nullable UUID paper, UUID clerk) {
        return changed(database.sql("""
                update account.mandates
                   set household_id = :household, method = :method, paper_id = :paper, agreed_at = :now,
                       agreed_with = :clerk,
                       approved_at = case when :method = 'CODE' then :now::timestamptz end
                 where id = :id
                   and agreed_at is null
                   and ended_at is null
                """)
                .bind("household", household)
                .bind("method", method.name())
                .bind("clerk", clerk)
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("paper", orNull(paper, UUID.class)));
    }

    Mono<Boolean> approve(UUID id, UUID second) {
        return changed(database.sql("""
                update account.mandates
                   set approved_at = :now, approved_by = :second
                 where id = :id
                   and agreed_at is not null
                   and approved_at is null
                   and ended_at is null
                """)
                .bind("second", second)
                .bind("now", clock.instant())
                .bind("id", id));
    }

    Mono<Boolean> bindShop(UUID id, UUID shop) {
        return changed(database.sql("""
                update account.mandates
                   set shop_id = :shop
                 where id = :id
                   and shop_id is null
                   and approved_at is not null
                   and ended_at is null
                """).bind("shop", shop).bind("id", id));
    }

    Mono<Boolean> confirm(UUID id) {
        return changed(database.sql("""
                update account.mandates
                   set confirmed_at = :now
                 where id = :id
                   and approved_at is not null
                   and ended_at is null
                """).bind("now", clock.instant()).bind("id", id));
    }

    Mono<Boolean> end(UUID id, UUID person, String reason) {
        return changed(database.sql("""
                update account.mandates
                   set ended_at = :now, ended_by = :person, end_reason = :reason
                 where id = :id
                   and ended_at is null
                """)
                .bind("person", person)
                .bind("reason", reason)
                .bind("now", clock.instant())
                .bind("id", id));
    }

    private static Mono<Boolean> changed(DatabaseClient.GenericExecuteSpec sql) {
        return sql.fetch().rowsUpdated().map(rows -> rows == 1);
    }

    static Set<Permission> permissions(String[] named) {
        return Arrays.stream(named)
                .flatMap(name ->
                        Mandate.POSSIBLE.stream().filter(known -> known.name().equals(name)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static MandateFile file(Readable row) {
        var method = row.get("method", String.class);
        return new MandateFile(
                Rows.get(row, "id", UUID.class),
                new Memberships.Place(
                        Membership.Kind.valueOf(Rows.get(row, "agent_kind", String.class)),
                        Rows.get(row, "agent_scope", String.class)),
                Rows.get(row, "household_name", String.class),
                Rows.get(row, "phone", String.class),
                row.get("household_id", UUID.class),
                row.get("shop_id", UUID.class),
                permissions(Rows.get(row, "permissions", String[].class)),
                Rows.get(row, "valid_to", LocalDate.class),
                method == null ? null : MandateFile.Method.valueOf(method),
                row.get("paper_id", UUID.class),
                row.get("agreed_at", Instant.class),
                row.get("agreed_with", UUID.class),
                row.get("approved_at", Instant.class),
                row.get("confirmed_at", Instant.class),
                row.get("ended_at", Instant.class),
                Rows.get(row, "created_by", UUID.class),
                Rows.get(row, "created_at", Instant.class));
    }
}
