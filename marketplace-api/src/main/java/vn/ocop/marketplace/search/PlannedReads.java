package vn.ocop.marketplace.search;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/**
 * Reads whose plan must fit the values asked for: one word is in half of the listings, another in three. A plan kept
 * for all values would be wrong for one of them, and compiling it would take longer than running it.
 */
@Component
class PlannedReads {

    private static final String SETTINGS = """
            select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
                   set_config('max_parallel_workers_per_gather', '0', true), set_config('statement_timeout', '3s', true)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transactions;

    PlannedReads(DatabaseClient database, ReactiveTransactionManager transactionManager) {
        var readOnly = new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRED);
        readOnly.setReadOnly(true);
        this.database = database;
        this.transactions = TransactionalOperator.create(transactionManager, readOnly);
    }

    /** From here on in this transaction: where an index has the order asked for, it is read in that order. */
    Mono<Void> inIndexOrder() {
        return database.sql("""
                select set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true),
                       set_config('enable_sort', 'off', true)
                """).then();
    }

    <T> Mono<T> read(Mono<T> statement) {
        return database.sql(SETTINGS).then().then(statement).as(transactions::transactional);
    }
}
