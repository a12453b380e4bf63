package vn.ocop.marketplace.payment.payout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.payout.CommissionRule;
import vn.ocop.marketplace.payment.payout.SetTerms;
import vn.ocop.marketplace.payment.payout.TaxRate;
import vn.ocop.marketplace.platform.Vnd;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Fees and taxes", description = "What the platform takes of a sale and withholds, as dated rows")
class TermsController {

    private static final UUID UNSAVED = new UUID(0, 0);

    private final SetTerms terms;

    TermsController(SetTerms terms) {
        this.terms = terms;
    }

    record CommissionRuleRequest(
            @Min(1) @Max(10_000) int place,
            @Nullable @Size(max = 10) String categoryCode,
            @Nullable UUID shopId,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Min(0) @Max(5_000) int percentBp,
            @Min(0) @Max(1_000_000_000) long fixed,
            @Nullable @Min(0) @Max(1_000_000_000) Long cap,
            @Min(0) @Max(2_000) int vatBp,
            @NotBlank @Size(max = 500) String note) {

        CommissionRule rule() {
            return new CommissionRule(
                    UNSAVED,
                    place,
                    categoryCode,
                    shopId,
                    validFrom,
                    validTo,
                    percentBp,
                    Vnd.of(fixed),
                    cap == null ? null : Vnd.of(cap),
                    vatBp,
                    note);
        }
    }

    record TaxRateRequest(
            @NotNull TaxRate.Seller seller,
            @NotNull TaxRate.Activity activity,
            @Min(0) @Max(1_000) int vatBp,
            @Min(0) @Max(1_000) int pitBp,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(max = 500) String legalRef,
            @NotNull TaxRate.Certainty certainty) {

        TaxRate rate() {
            return new TaxRate(UNSAVED, seller, activity, vatBp, pitBp, validFrom, validTo, legalRef, certainty);
        }
    }

    record TermsEndRequest(@NotNull LocalDate lastDay) {}

    record CommissionRules(List<CommissionRule> items) {}

    record TaxRates(List<TaxRate> items) {}

    @GetMapping("/commission-rules")
    @Operation(summary = "Every commission rule there was, is and will be, in the order in which they are asked")
    Mono<CommissionRules> rules(@AuthenticationPrincipal Caller caller) {
        return terms.rules(caller).map(CommissionRules::new);
    }

    @PostMapping("/commission-rules")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set a commission rule, from tomorrow at the earliest")
    Mono<CommissionRule> addRule(
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody CommissionRuleRequest request,
            @AuthenticationPrincipal Caller caller) {
        return terms.add(request.rule(), key, caller);
    }

    @PostMapping("/commission-rules/{id}/end")
    @Operation(summary = "Let a commission rule end with a day, today at the earliest")
    Mono<CommissionRule> endRule(
            @PathVariable UUID id,
            @Valid @RequestBody TermsEndRequest request,
            @AuthenticationPrincipal Caller caller) {
        return terms.endRule(id, request.lastDay(), caller);
    }

    @GetMapping("/tax-rates")
    @Operation(summary = "Every rate of withholding with its legal reference and how sure we are of it")
    Mono<TaxRates> rates(@AuthenticationPrincipal Caller caller) {
        return terms.rates(caller).map(TaxRates::new);
    }

    @PostMapping("/tax-rates")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set a rate of withholding, from tomorrow at the earliest")
    Mono<TaxRate> addRate(
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody TaxRateRequest request,
            @AuthenticationPrincipal Caller caller) {
        return terms.add(request.rate(), key, caller);
    }

    @PostMapping("/tax-rates/{id}/end")
    @Operation(summary = "Let a rate end with a day, today at the earliest")
    Mono<TaxRate> endRate(
            @PathVariable UUID id,
            @Valid @RequestBody TermsEndRequest request,
            @AuthenticationPrincipal Caller caller) {
        return terms.endRate(id, request.lastDay(), caller);
    }
}
