package vn.ocop.marketplace.sheet;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Rows;

/** All SQL on sheets that were sent. */
@Repository
class ImportRepository {

    private static final String SELECT = """
            select id, place_kind, coalesce(shop_id::text, place_scope) as scope, kind, file_name, state, headings::text as headings, mapping::text as mapping, total_rows,
                   done_rows, after_row, pass, actor_id, created_at
              from sheet.imports
            """;

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Clock clock;

    ImportRepository(DatabaseClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    Mono<UUID> insert(Memberships.Place place, String kind, String fileName, UUID actor) {
        return at(place, database.sql("""
                insert into sheet.imports (place_kind, shop_id, place_scope, kind, file_name, state, actor_id, created_at,
                                           changed_at)
                values (:place, :shop, :scope, :kind, :file, 'UPLOADED', :actor, :now, :now)
                returning id
                """))
                .bind("place", place.kind().name())
                .bind("kind", kind)
                .bind("file", fileName)
                .bind("actor", actor)
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "id", UUID.class))
                .one();
    }

    private static DatabaseClient.GenericExecuteSpec at(
            Memberships.Place place, DatabaseClient.GenericExecuteSpec sql) {
        boolean isShop = place.kind() == Membership.Kind.SHOP;
        return sql.bind("shop", orNull(isShop ? SheetKind.shop(place) : null, UUID.class))
                .bind("scope", orNull(isShop ? null : place.scope(), String.class));
    }

    Mono<Void> addRows(UUID id, List<SheetFile.Line> lines) {
        return database.sql("""
                insert into sheet.import_rows (import_id, number, cells, group_row)
                select :id, r.number, r.cells::jsonb, r.number
                  from unnest(:numbers::integer[], :cells::text[]) as r (number, cells)
                """)
                .bind("id", id)
                .bind("numbers", lines.stream().map(SheetFile.Line::number).toArray(Integer[]::new))
                .bind(
                        "cells",
                        lines.stream()
                                .map(line -> json.writeValueAsString(line.cells()))
                                .toArray(String[]::new))
                .then();
    }

    Mono<Void> describe(UUID id, Heading heading) {
        return database.sql("""
                update sheet.imports
                   set headings = :headings::jsonb, mapping = :mapping::jsonb, total_rows = :rows
                 where id = :id
                """)
                .bind("headings", json.writeValueAsString(heading.headings()))
                .bind("mapping", json.writeValueAsString(heading.mapping()))
                .bind("rows", heading.rows())
                .bind("id", id)
                .then();
    }

    Mono<SheetImport> find(UUID id) {
        return database.sql(SELECT + " where id = :id")
                .bind("id", id)
                .map(this::sheet)
                .one();
    }

    /** The newest first. */
    Flux<SheetImport> at(Memberships.Place place, int limit) {
        return at(place, database.sql(SELECT + """
                 where (shop_id = :shop or (place_kind = :place and place_scope = :scope))
                 order by id desc
                 limit :limit
                """))
                .bind("place", place.kind().name())
                .bind("limit", limit)
                .map(this::sheet)
                .all();
    }

    /** Begins a look; empty if something runs that must not be disturbed. */
    Mono<SheetImport> beginCheck(UUID id, Map<String, Integer> mapping, UUID actor) {
        return begun(database.sql("""
                update sheet.imports
                   set state = 'CHECKING', mapping = :mapping::jsonb, done_rows = 0, after_row = 0, pass = pass + 1,
                       actor_id = :actor, changed_at = :now
                 where id = :id
                   and state in ('UPLOADED', 'CHECKING', 'CHECKED')
                returning id
                """).bind("mapping", json.writeValueAsString(mapping)), id, actor);
    }

    /** Begins putting into effect; empty if it has not been looked at. */
    Mono<SheetImport> beginRun(UUID id, UUID actor) {
        return begun(database.sql("""
                update sheet.imports
                   set state = 'RUNNING', done_rows = 0, after_row = 0, pass = pass + 1, actor_id = :actor,
                       changed_at = :now
                 where id = :id
                   and state = 'CHECKED'
                returning id
                """), id, actor);
    }

    private Mono<SheetImport> begun(DatabaseClient.GenericExecuteSpec update, UUID id, UUID actor) {
        return update.bind("id", id)
                .bind("actor", actor)
                .bind("now", clock.instant())
                .map(row -> Rows.get(row, "id", UUID.class))
                .one()
                .flatMap(this::find);
    }

    /**
     * Says for each row which key it has, which rows belong together and which repeat an earlier one. As an insert that
     * always meets its row: joined with themselves, rows that came a moment ago, of which the database has counted none
     * yet, are compared each with each: 10,000 of them took 96 seconds instead of a fifth of one.
     */
    Mono<Void> arrange(UUID id, int keyPlace, int groupPlace) {
        return database.sql("""
                insert into sheet.import_rows as r (import_id, number, cells, key, group_row, twin_row)
                select import_id, number, cells, key,
                       case when belongs is null then number
                            else min(number) over (partition by belongs) end,
                       case when key is not null
                            then nullif(min(number) over (partition by key), number) end
                  from (select import_id, number, cells, lower(nullif(cells ->> :key, '')) as key,
                               lower(coalesce(nullif(cells ->> :group, ''), nullif(cells ->> :key, ''))) as belongs
                          from sheet.import_rows
                         where import_id = :id) keyed
                on conflict (import_id, number) do update
                   set key = excluded.key, group_row = excluded.group_row, twin_row = excluded.twin_row, outcome = null,
                       notes = null
                """)
                .bind("key", keyPlace)
                .bind("group", groupPlace)
                .bind("id", id)
                .then();
    }

    /** A staged row. */
    record Staged(int number, int groupRow, @Nullable Integer twinRow, List<String> cells) {}

    Flux<Staged> next(SheetImport sheet, int limit) {
        return database.sql("""
                select number, group_row, twin_row, cells::text as cells
                  from sheet.import_rows
                 where import_id = :id
                   and group_row > :after
                 order by group_row, number
                 limit :limit
                """)
                .bind("id", sheet.id())
                .bind("after", sheet.afterRow())
                .bind("limit", limit)
                .map(row -> new Staged(
                        number(row, "number"),
                        number(row, "group_row"),
                        row.get("twin_row", Integer.class),
                        cells(row)))
                .all();
    }

    /** A group that is no group: everything in it is refused. */
    Mono<Void> refuseGroup(UUID id, int groupRow, FieldProblem why) {
        return database.sql("""
                update sheet.import_rows
                   set outcome = 'REFUSED', notes = :notes::jsonb
                 where import_id = :id
                   and group_row = :group
                """)
                .bind("notes", json.writeValueAsString(List.of(why)))
                .bind("id", id)
                .bind("group", groupRow)
                .then();
    }

    Mono<Void> keep(UUID id, List<RowOutcome> outcomes) {
        return database.sql("""
                update sheet.import_rows r
                   set outcome = o.outcome, notes = o.notes::jsonb
                  from unnest(:numbers::integer[], :outcomes::text[], :notes::text[]) as o (number, outcome, notes)
                 where r.import_id = :id
                   and r.number = o.number
                """)
                .bind("numbers", outcomes.stream().map(RowOutcome::number).toArray(Integer[]::new))
                .bind(
                        "outcomes",
                        outcomes.stream().map(outcome -> outcome.kind().name()).toArray(String[]::new))
                .bind(
                        "notes",
                        outcomes.stream()
                                .map(outcome ->
                                        outcome.notes().isEmpty() ? null : json.writeValueAsString(outcome.notes()))
                                .toArray(String[]::new))
                .bind("id", id)
                .then();
    }

    /** False if another step of the same pass, or a newer pass, was faster. */
    Mono<Boolean> advance(SheetImport sheet, int toRow, int rows) {
        return database.sql("""
                update sheet.imports
                   set after_row = :to, done_rows = done_rows + :rows, changed_at = :now
                 where id = :id
                   and pass = :pass
                   and after_row = :from
                """)
                .bind("to", toRow)
                .bind("rows", rows)
                .bind("now", clock.instant())
                .bind("id", sheet.id())
                .bind("pass", sheet.pass())
                .bind("from", sheet.afterRow())
                .fetch()
                .rowsUpdated()
                .map(updated -> updated == 1);
    }

    Mono<Void> finish(SheetImport sheet) {
        return database.sql("""
                update sheet.imports
                   set state = :state, done_rows = total_rows, changed_at = :now
                 where id = :id
                   and pass = :pass
                """)
                .bind("state", sheet.state().after().name())
                .bind("now", clock.instant())
                .bind("id", sheet.id())
                .bind("pass", sheet.pass())
                .then();
    }

    /** How many rows came out how; those not looked at yet are left out. */
    Mono<Map<String, Long>> outcomes(UUID id) {
        return database.sql("""
                select outcome, count(*) as rows
                  from sheet.import_rows
                 where import_id = :id
                   and outcome is not null
                 group by outcome
                """)
                .bind("id", id)
                .map(row -> Map.entry(Rows.get(row, "outcome", String.class), Rows.get(row, "rows", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Flux<SheetImport.Row> rows(UUID id, RowOutcome.@Nullable Kind outcome, boolean noted, int after, int limit) {
        return database.sql("""
                select number, cells::text as cells, coalesce(outcome, 'SKIPPED') as outcome, notes::text as notes
                  from sheet.import_rows
                 where import_id = :id
                   and (:outcome::text is null or outcome = :outcome)
                   and (not :noted or notes is not null)
                   and number > :after
                 order by number
                 limit :limit
                """)
                .bind("id", id)
                .bind("outcome", orNull(outcome == null ? null : outcome.name(), String.class))
                .bind("noted", noted)
                .bind("after", after)
                .bind("limit", limit)
                .map(this::row)
                .all();
    }

    /** What nobody has touched for so long goes, with its rows. */
    Mono<Long> removeBefore(Instant moment) {
        return database.sql("delete from sheet.imports where changed_at < :moment")
                .bind("moment", moment)
                .fetch()
                .rowsUpdated();
    }

    private SheetImport.Row row(Readable row) {
        var notes = row.get("notes", String.class);
        var outcome = RowOutcome.Kind.valueOf(Rows.get(row, "outcome", String.class));
        return new SheetImport.Row(
                number(row, "number"),
                cells(row),
                new RowOutcome(
                        number(row, "number"),
                        outcome,
                        notes == null ? List.of() : Arrays.asList(json.readValue(notes, FieldProblem[].class))));
    }

    private List<String> cells(Readable row) {
        return List.of(json.readValue(Rows.get(row, "cells", String.class), String[].class));
    }

    private SheetImport sheet(Readable row) {
        return new SheetImport(
                Rows.get(row, "id", UUID.class),
                new Memberships.Place(
                        Membership.Kind.valueOf(Rows.get(row, "place_kind", String.class)),
                        Rows.get(row, "scope", String.class)),
                Rows.get(row, "kind", String.class),
                Rows.get(row, "file_name", String.class),
                SheetImport.State.valueOf(Rows.get(row, "state", String.class)),
                List.of(json.readValue(Rows.get(row, "headings", String.class), String[].class)),
                json.readValue(
                        Rows.get(row, "mapping", String.class), new TypeReference<LinkedHashMap<String, Integer>>() {}),
                number(row, "total_rows"),
                number(row, "done_rows"),
                number(row, "after_row"),
                number(row, "pass"),
                Rows.get(row, "actor_id", UUID.class),
                Rows.get(row, "created_at", Instant.class));
    }

    private static int number(Readable row, String column) {
        return Rows.get(row, column, Integer.class);
    }
}
