package vn.ocop.marketplace.payment.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;

/** The ledger as those who keep the platform's books read it. */
@Service
public class LedgerQueries {

    private final LedgerRepository ledger;
    private final CheckRepository checks;
    private final Clock clock;

    LedgerQueries(LedgerRepository ledger, CheckRepository checks, Clock clock) {
        this.ledger = ledger;
        this.checks = checks;
        this.clock = clock;
    }

    /** The balances at a moment; now when none is given. */
    public Mono<TrialBalance> trialBalance(@Nullable Instant at, Caller caller) {
        mustKeepBooks(caller);
        var moment = at == null ? clock.instant() : at;
        return ledger.totals(moment).collectList().map(lines -> TrialBalance.of(moment, lines));
    }

    public Mono<Statement> statement(
            Account account, @Nullable String party, @Nullable String after, int limit, Caller caller) {
        mustKeepBooks(caller);
        return ledger.lines(account, party, after == null ? null : Statement.Mark.decode(after), limit + 1)
                .collectList()
                .map(lines -> Statement.of(lines, limit));
    }

    /** What each comparison found when it was last made. */
    public Mono<List<Check>> checks(Caller caller) {
        mustKeepBooks(caller);
        return checks.newest().collectList();
    }

    private static void mustKeepBooks(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", LedgerProblem.NOT_FOUND);
    }
}
