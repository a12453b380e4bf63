package vn.ocop.marketplace.payment.ledger;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.platform.Vnd;

/** All SQL that writes and reads the ledger. */
@Repository
class LedgerRepository {

    private final DatabaseClient database;

    LedgerRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The transaction with its postings in one statement; nothing when its key is known. */
    Mono<Void> add(LedgerTransaction transaction, Instant now) {
        var postings = transaction.postings();
        return database.sql("""
                with booked as (
                    insert into ledger.transactions (kind, source, idempotency_key, at)
                    values (:kind, :source, :key, :now)
                    on conflict (idempotency_key) do nothing
                    returning id)
                insert into ledger.postings (transaction_id, position, debit_account, debit_party, credit_account,
                                             credit_party, amount, at)
                select b.id, p.position, p.debit_account, p.debit_party, p.credit_account, p.credit_party, p.amount, :now
                  from booked b,
                       unnest(:debits::text[], :debitParties::text[], :credits::text[], :creditParties::text[],
                              :amounts::bigint[])
                       with ordinality as p (debit_account, debit_party, credit_account, credit_party, amount, position)
                """)
                .bind("kind", transaction.kind())
                .bind("source", transaction.source())
                .bind("key", transaction.key())
                .bind("now", now)
                .bind(
                        "debits",
                        texts(postings, posting -> posting.debit().account().name()))
                .bind("debitParties", texts(postings, posting -> posting.debit().party()))
                .bind(
                        "credits",
                        texts(postings, posting -> posting.credit().account().name()))
                .bind(
                        "creditParties",
                        texts(postings, posting -> posting.credit().party()))
                .bind(
                        "amounts",
                        postings.stream()
                                .map(posting -> posting.amount().dong())
                                .toArray(Long[]::new))
                .then();
    }

    private static String[] texts(List<Posting> postings, Function<Posting, String> part) {
        return postings.stream().map(part).toArray(String[]::new);
    }

    Flux<TrialBalance.Line> totals(Instant at) {
        return database.sql("""
                select a.code, coalesce(sum(e.debit), 0)::bigint as debits, coalesce(sum(e.credit), 0)::bigint as credits
                  from ledger.accounts a
                  left join ledger.entries e on e.account = a.code and e.at <= :at
                 group by a.code
                """)
                .bind("at", at)
                .map(row -> new TrialBalance.Line(
                        Account.valueOf(Rows.get(row, "code", String.class)), vnd(row, "debits"), vnd(row, "credits")))
                .all();
    }

    /** Newest first; {@code party} null for all parties of the account. */
    Flux<Statement.Line> lines(Account account, @Nullable String party, Statement.@Nullable Mark after, int limit) {
        return database.sql("""
                select t.id, e.position, t.kind, t.source, e.party, e.debit, e.credit, e.at
                  from ledger.entries e
                  join ledger.transactions t on t.id = e.transaction_id
                 where e.account = :account
                   and (:party::text is null or e.party = :party)
                   and (:transaction::bigint is null or (e.transaction_id, e.position) < (:transaction, :position))
                 order by e.transaction_id desc, e.position desc
                 limit :limit
                """)
                .bind("account", account.name())
                .bind("limit", limit)
                .bind("party", orNull(party, String.class))
                .bind("transaction", orNull(after, Statement.Mark::transaction, Long.class))
                .bind("position", orNull(after, Statement.Mark::position, Integer.class))
                .map(row -> new Statement.Line(
                        new Statement.Mark(Rows.get(row, "id", Long.class), Rows.get(row, "position", Integer.class)),
                        Rows.get(row, "kind", String.class),
                        Rows.get(row, "source", String.class),
                        Rows.get(row, "party", String.class),
                        vnd(row, "debit"),
                        vnd(row, "credit"),
                        Rows.get(row, "at", Instant.class)))
                .all();
    }

    private static Vnd vnd(Readable row, String column) {
        return Vnd.of(Rows.get(row, column, Long.class));
    }
}
