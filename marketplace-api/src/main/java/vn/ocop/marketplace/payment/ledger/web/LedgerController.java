package vn.ocop.marketplace.payment.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Check;
import vn.ocop.marketplace.payment.ledger.LedgerQueries;
import vn.ocop.marketplace.payment.ledger.Statement;
import vn.ocop.marketplace.payment.ledger.TrialBalance;
import vn.ocop.marketplace.platform.Vnd;

@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "Ledger", description = "The platform's books, for those who keep them")
class LedgerController {

    private final LedgerQueries ledger;

    LedgerController(LedgerQueries ledger) {
        this.ledger = ledger;
    }

    record TrialBalanceResponse(Instant at, List<AccountResponse> accounts, Vnd debits, Vnd credits, Vnd difference) {

        static TrialBalanceResponse of(TrialBalance balance) {
            return new TrialBalanceResponse(
                    balance.at(),
                    balance.lines().stream().map(AccountResponse::of).toList(),
                    balance.debits(),
                    balance.credits(),
                    balance.difference());
        }
    }

    record AccountResponse(Account account, Account.Side normalSide, Vnd debits, Vnd credits, Vnd balance) {

        static AccountResponse of(TrialBalance.Line line) {
            return new AccountResponse(
                    line.account(), line.account().normalSide(), line.debits(), line.credits(), line.balance());
        }
    }

    record EntryResponse(
            long transaction, String kind, String source, String party, Vnd debit, Vnd credit, Instant at) {

        static EntryResponse of(Statement.Line line) {
            return new EntryResponse(
                    line.mark().transaction(),
                    line.kind(),
                    line.source(),
                    line.party(),
                    line.debit(),
                    line.credit(),
                    line.at());
        }
    }

    record LedgerEntryPage(
            List<EntryResponse> items, @Nullable String next) {}

    record CheckResponse(String name, Vnd expected, Vnd found, Vnd difference, Instant at) {

        static CheckResponse of(Check check) {
            return new CheckResponse(check.name(), check.expected(), check.found(), check.difference(), check.at());
        }
    }

    record LedgerChecks(List<CheckResponse> items) {}

    @GetMapping("/trial-balance")
    @Operation(summary = "Every account with its totals up to a moment, now by default; the difference is zero")
    Mono<TrialBalanceResponse> trialBalance(
            @RequestParam(required = false) @Nullable Instant at, @AuthenticationPrincipal Caller caller) {
        return ledger.trialBalance(at, caller).map(TrialBalanceResponse::of);
    }

    @GetMapping("/accounts/{account}/entries")
    @Operation(
            summary = "What moved an account, newest first",
            description = "party narrows it to one shop or payment.")
    Mono<LedgerEntryPage> entries(
            @PathVariable Account account,
            @RequestParam(required = false) @Nullable @Size(max = 100) String party,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(96) int limit,
            @AuthenticationPrincipal Caller caller) {
        return ledger.statement(account, party, after, limit, caller)
                .map(found -> new LedgerEntryPage(
                        found.lines().stream().map(EntryResponse::of).toList(), found.next()));
    }

    @GetMapping("/checks")
    @Operation(summary = "What each comparison of the ledger with the documents found when it was last made")
    Mono<LedgerChecks> checks(@AuthenticationPrincipal Caller caller) {
        return ledger.checks(caller)
                .map(found ->
                        new LedgerChecks(found.stream().map(CheckResponse::of).toList()));
    }
}
