package vn.ocop.marketplace.shipment.cash;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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

/** All SQL on tills, on cash that came with deliveries, and on what carriers handed over. */
@Repository
class CashRepository {

    /**
     * What a till should hold: what it began with, what its clerk took less what was paid out, what was handed in, less
     * what went to the bank.
     */
    private static final String SHIFT = """
            select s.id, s.office_code, s.clerk_id, s.opening, s.opened_at, s.closed_at, s.counted, s.reason, s.signed_by,
                   coalesce(s.expected,
                            s.opening
                            + (select coalesce(sum(c.amount), 0) from shipment.cash_taken c where c.shift_id = s.id)
                            + (select coalesce(sum(case m.kind when 'DEPOSIT' then -m.amount else m.amount end), 0)
                                 from shipment.till_moves m where m.shift_id = s.id))::bigint as expected
              from shipment.shifts s
            """;

    private static final String REMITTANCE = """
            select r.id, r.carrier_code, r.bank_ref, r.received_at,
                   (select jsonb_agg(jsonb_build_object('number', l.number, 'amount', l.amount,
                                                        'expected', l.expected, 'outcome', l.outcome) order by l.position)
                      from shipment.remittance_lines l where l.remittance_id = r.id) as lines
              from shipment.remittances r
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    CashRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> taken(CashAtDoors.Taken taken, Instant now) {
        return database.sql("""
                insert into shipment.cash_taken (number, parcel_id, amount, carrier_code, office_code, collector_id, taken_at, shift_id)
                select :number, :parcel, :amount, o.carrier_code, o.code, :collector, :now,
                       (select s.id from shipment.shifts s
                         where s.clerk_id = :collector and s.office_code = :office and s.closed_at is null and not :road)
                  from shipment.post_offices o
                 where o.code = :office
                on conflict do nothing
                """)
                .bind("number", taken.number())
                .bind("parcel", orNull(taken.parcel(), UUID.class))
                .bind("collector", orNull(taken.collector(), UUID.class))
                .bind("amount", taken.amount().dong())
                .bind("office", taken.office())
                .bind("road", taken.onTheRoad())
                .bind("now", now)
                .then();
    }

    /** Answers false when the clerk has one open already. */
    Mono<Boolean> open(UUID id, String office, UUID clerk, Vnd opening, Instant now) {
        return database.sql("""
                insert into shipment.shifts (id, office_code, clerk_id, opening, opened_at)
                values (:id, :office, :clerk, :opening, :now)
                on conflict do nothing
                """)
                .bind("id", id)
                .bind("office", office)
                .bind("clerk", clerk)
                .bind("opening", opening.dong())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Shift> openShift(String office, UUID clerk) {
        return database.sql(
                        SHIFT
                                + " where s.office_code = :office and s.clerk_id = :clerk and s.closed_at is null for update of s")
                .bind("office", office)
                .bind("clerk", clerk)
                .map(CashRepository::tillOf)
                .one();
    }

    Mono<Shift> shift(UUID id) {
        return database.sql(SHIFT + " where s.id = :id for update of s")
                .bind("id", id)
                .map(CashRepository::tillOf)
                .one();
    }

    /** The newest of an office, those that wait for a second name first. */
    Flux<Shift> shifts(String office, int limit) {
        return database.sql(SHIFT + """
                 where s.office_code = :office
                 order by (s.counted <> s.expected and s.signed_by is null) desc nulls last, s.opened_at desc
                 limit :limit
                """)
                .bind("office", office)
                .bind("limit", limit)
                .map(CashRepository::tillOf)
                .all();
    }

    Mono<Void> close(Shift shift, Vnd counted, String reason, Instant now) {
        return database.sql("""
                update shipment.shifts
                   set closed_at = :now, counted = :counted, expected = :expected, reason = :reason
                 where id = :id
                """)
                .bind("id", shift.id())
                .bind("now", now)
                .bind("counted", counted.dong())
                .bind("expected", shift.expected().dong())
                .bind("reason", reason)
                .then();
    }

    Mono<Void> sign(UUID id, UUID by, Instant now) {
        return database.sql(
                        "update shipment.shifts set signed_by = :by, signed_at = :now where id = :id and signed_by is null")
                .bind("id", id)
                .bind("by", by)
                .bind("now", now)
                .then();
    }

    /** What couriers of an office have in their bags. */
    Flux<CourierCash> withCouriers(String office) {
        return database.sql("""
                select collector_id, count(*) as parcels, sum(amount)::bigint as amount, min(taken_at) as since
                  from shipment.cash_taken
                 where office_code = :office
                   and collector_id is not null
                   and hand_in_id is null
                   and shift_id is null
                   and remittance_id is null
                 group by collector_id
                 order by since
                """)
                .bind("office", office)
                .map(row -> new CourierCash(
                        Rows.get(row, "collector_id", UUID.class),
                        Rows.get(row, "parcels", Long.class),
                        Vnd.of(Rows.get(row, "amount", Long.class)),
                        Rows.get(row, "since", Instant.class)))
                .all();
    }

    /**
     * All that a courier has goes into a till, once per id; answers what they should have had, or nothing on a repeat.
     */
    Mono<Vnd> handIn(UUID id, Shift shift, UUID courier, Vnd counted, String note, Instant now) {
        return database.sql("""
                with bag as (
                    select number, amount
                      from shipment.cash_taken
                     where office_code = :office
                       and collector_id = :courier
                       and hand_in_id is null
                       and shift_id is null
                       and remittance_id is null
                       for update),
                moved as (
                    insert into shipment.till_moves (id, shift_id, kind, courier_id, expected, amount, note, at)
                    select :id, :shift, 'HAND_IN', :courier, (select coalesce(sum(amount), 0) from bag), :counted, :note, :now
                    on conflict (id) do nothing
                    returning id, expected),
                emptied as (
                    update shipment.cash_taken c
                       set hand_in_id = moved.id
                      from moved, bag
                     where c.number = bag.number)
                select expected from moved
                """)
                .bind("id", id)
                .bind("shift", shift.id())
                .bind("office", shift.office())
                .bind("courier", courier)
                .bind("counted", counted.dong())
                .bind("note", note)
                .bind("now", now)
                .map(row -> Vnd.of(Rows.get(row, "expected", Long.class)))
                .one();
    }

    Mono<Void> deposit(UUID id, Shift shift, Vnd amount, String note, Instant now) {
        return database.sql("""
                insert into shipment.till_moves (id, shift_id, kind, expected, amount, note, at)
                values (:id, :shift, 'DEPOSIT', :amount, :amount, :note, :now)
                on conflict (id) do nothing
                """)
                .bind("id", id)
                .bind("shift", shift.id())
                .bind("amount", amount.dong())
                .bind("note", note)
                .bind("now", now)
                .then();
    }

    /**
     * Nobody else matches these meanwhile; in a statement of its own, so that the next one sees what was waited for.
     */
    Mono<Void> lock(List<String> numbers) {
        return database.sql(
                        "select number from shipment.cash_taken where number = any(:numbers) order by number for update")
                .bind("numbers", numbers.toArray(String[]::new))
                .then();
    }

    /** What is known of the parcels and purchases of a list. */
    Mono<Map<String, RemittanceLine.Known>> known(String carrier, List<String> numbers) {
        return database.sql("""
                select n.number, c.amount, c.remittance_id is not null as remitted
                  from unnest(:numbers::text[]) as n (number)
                  left join shipment.cash_taken c on c.number = n.number and c.carrier_code = :carrier
                 where c.number is not null
                    or exists (select 1
                                 from shipment.parcels p
                                 join shipment.post_offices o on o.code = p.office_code and o.carrier_code = :carrier
                                where p.tracking_number = n.number)
                """)
                .bind("carrier", carrier)
                .bind("numbers", numbers.toArray(String[]::new))
                .map(row -> Map.entry(Rows.get(row, "number", String.class), known(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static RemittanceLine.Known known(Readable row) {
        var amount = row.get("amount", Long.class);
        return new RemittanceLine.Known(
                amount == null ? null : Vnd.of(amount), Rows.get(row, "remitted", Boolean.class));
    }

    /** The list with its lines; what is matched is no longer outstanding. Answers false when it was there before. */
    Mono<Boolean> remitted(Remittance remittance, UUID by) {
        return database.sql("""
                with received as (
                    insert into shipment.remittances (id, carrier_code, bank_ref, received_by, received_at)
                    values (:id, :carrier, :ref, :by, :now)
                    on conflict do nothing
                    returning id),
                lines as (
                    insert into shipment.remittance_lines (remittance_id, position, number, amount, expected, outcome)
                    select received.id, l.position, l.number, l.amount, l.expected, l.outcome
                      from received,
                           rows from (jsonb_to_recordset(:lines) as (number text, amount bigint, expected bigint, outcome text))
                               with ordinality as l (number, amount, expected, outcome, position)
                    returning number, outcome),
                settled as (
                    update shipment.cash_taken c
                       set remittance_id = :id
                      from lines
                     where lines.outcome = 'MATCHED'
                       and c.number = lines.number)
                select count(*) as received from received
                """)
                .bind("id", remittance.id())
                .bind("carrier", remittance.carrier())
                .bind("ref", remittance.bankRef())
                .bind("by", by)
                .bind("now", remittance.receivedAt())
                .bind("lines", Json.of(json.writeValueAsBytes(remittance.lines())))
                .map(row -> Rows.get(row, "received", Long.class) == 1)
                .one();
    }

    Flux<Remittance> remittances(@Nullable UUID id, int limit) {
        return database.sql(REMITTANCE + """
                 where :id::uuid is null or r.id = :id
                 order by r.received_at desc
                 limit :limit
                """)
                .bind("limit", limit)
                .bind("id", orNull(id, UUID.class))
                .map(this::remittance)
                .all();
    }

    /** What was received under the id, or else under the carrier's number of the transfer. */
    Mono<Remittance> received(UUID id, String carrier, String bankRef) {
        return database.sql(REMITTANCE + """
                 where r.id = :id
                    or r.carrier_code = :carrier and r.bank_ref = :ref
                 order by r.id = :id desc
                 limit 1
                """)
                .bind("id", id)
                .bind("carrier", carrier)
                .bind("ref", bankRef)
                .map(this::remittance)
                .one();
    }

    private Remittance remittance(Readable row) {
        return new Remittance(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "carrier_code", String.class),
                Rows.get(row, "bank_ref", String.class),
                Rows.get(row, "received_at", Instant.class),
                Arrays.asList(json.readValue(Rows.get(row, "lines", Json.class).asArray(), RemittanceLine[].class)));
    }

    /** Cash that carriers took and have not handed over, less what they paid out, by how long ago. */
    Flux<Ageing> ageing(Instant now) {
        return database.sql("""
                select c.carrier_code, c.office_code, count(*) filter (where c.amount > 0) as parcels, sum(c.amount)::bigint as amount, min(c.taken_at) as since,
                       coalesce(sum(c.amount) filter (where c.taken_at > :now::timestamptz - interval '3 days'), 0)::bigint as fresh,
                       coalesce(sum(c.amount) filter (where c.taken_at <= :now::timestamptz - interval '3 days'
                                                        and c.taken_at > :now::timestamptz - interval '7 days'), 0)::bigint as days3,
                       coalesce(sum(c.amount) filter (where c.taken_at <= :now::timestamptz - interval '7 days'
                                                        and c.taken_at > :now::timestamptz - interval '14 days'), 0)::bigint as days7,
                       coalesce(sum(c.amount) filter (where c.taken_at <= :now::timestamptz - interval '14 days'), 0)::bigint as days14
                  from shipment.cash_taken c
                 where c.remittance_id is null
                 group by c.carrier_code, c.office_code
                 order by min(c.taken_at)
                """)
                .bind("now", now)
                .map(row -> new Ageing(
                        Rows.get(row, "carrier_code", String.class),
                        Rows.get(row, "office_code", String.class),
                        Rows.get(row, "parcels", Long.class),
                        vnd(row, "amount"),
                        Rows.get(row, "since", Instant.class),
                        vnd(row, "fresh"),
                        vnd(row, "days3"),
                        vnd(row, "days7"),
                        vnd(row, "days14")))
                .all();
    }

    private static Shift tillOf(Readable row) {
        var counted = row.get("counted", Long.class);
        return new Shift(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "office_code", String.class),
                Rows.get(row, "clerk_id", UUID.class),
                vnd(row, "opening"),
                Rows.get(row, "opened_at", Instant.class),
                vnd(row, "expected"),
                row.get("closed_at", Instant.class),
                counted == null ? null : Vnd.of(counted),
                Rows.get(row, "reason", String.class),
                row.get("signed_by", UUID.class));
    }

    private static Vnd vnd(Readable row, String column) {
        return Vnd.of(Rows.get(row, column, Long.class));
    }
}
