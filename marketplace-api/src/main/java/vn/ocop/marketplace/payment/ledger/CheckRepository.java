package vn.ocop.marketplace.payment.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL on closed days and on what comparisons found. */
@Repository
class CheckRepository {

    private final DatabaseClient database;

    CheckRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> closed(LocalDate day) {
        return database.sql("select exists (select from ledger.checks where name = :name) as closed")
                .bind("name", name(day))
                .map(row -> Rows.get(row, "closed", Boolean.class))
                .one();
    }

    static String name(LocalDate day) {
        return "close:" + day;
    }

    /**
     * Adds up the whole ledger up to the end of the day and puts it beside what was closed before plus what was posted
     * since. The sum of all differences, of either sign; zero unless someone changed what is never changed.
     */
    Mono<LedgerEvidence.Finding> recompute(LocalDate day, Instant end) {
        return database.sql("""
                with last as (
                    select max(day) as day from ledger.closings where day < :day),
                closed as (
                    select c.account, c.party, c.debits, c.credits from ledger.closings c join last l on c.day = l.day),
                since as (
                    select e.account, e.party, sum(e.debit) as debits, sum(e.credit) as credits
                      from ledger.entries e, last l
                     where e.at < :end
                       and (l.day is null or e.at >= (l.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
                     group by e.account, e.party),
                expected as (
                    select account, party, sum(debits) as debits, sum(credits) as credits
                      from (select * from closed union all select * from since) as together
                     group by account, party),
                found as (
                    select account, party, sum(debit) as debits, sum(credit) as credits
                      from ledger.entries
                     where at < :end
                     group by account, party),
                kept as (
                    insert into ledger.closings (day, account, party, debits, credits)
                    select :day, account, party, debits, credits from found
                    on conflict do nothing)
                select coalesce(sum(abs(coalesce(f.debits, 0) - coalesce(e.debits, 0))
                                  + abs(coalesce(f.credits, 0) - coalesce(e.credits, 0))), 0)::bigint as difference
                  from expected e
                  full join found f using (account, party)
                """)
                .bind("day", day)
                .bind("end", end)
                .map(row -> new LedgerEvidence.Finding(
                        name(day), Vnd.ZERO, Vnd.of(Rows.get(row, "difference", Long.class))))
                .one();
    }

    Mono<Void> add(List<LedgerEvidence.Finding> findings, Instant now) {
        return database.sql("""
                insert into ledger.checks (name, expected, found, at)
                select f.name, f.expected, f.found, :now
                  from unnest(:names::text[], :expected::bigint[], :found::bigint[]) as f (name, expected, found)
                """)
                .bind(
                        "names",
                        findings.stream().map(LedgerEvidence.Finding::name).toArray(String[]::new))
                .bind(
                        "expected",
                        findings.stream()
                                .map(finding -> finding.expected().dong())
                                .toArray(Long[]::new))
                .bind(
                        "found",
                        findings.stream().map(finding -> finding.found().dong()).toArray(Long[]::new))
                .bind("now", now)
                .then();
    }

    /** The newest of each comparison, and of the closings those of the last thirty days. */
    Flux<Check> newest() {
        return database.sql("""
                select name, expected, found, at
                  from (select distinct on (name) * from ledger.checks order by name, id desc) as newest
                 order by id desc
                 limit 50
                """)
                .map(row -> new Check(
                        Rows.get(row, "name", String.class),
                        Vnd.of(Rows.get(row, "expected", Long.class)),
                        Vnd.of(Rows.get(row, "found", Long.class)),
                        Rows.get(row, "at", Instant.class)))
                .all();
    }
}
