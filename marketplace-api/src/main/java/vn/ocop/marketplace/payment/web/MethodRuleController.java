package vn.ocop.marketplace.payment.web;

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
import vn.ocop.marketplace.payment.MethodRule;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.SetMethodRules;
import vn.ocop.marketplace.platform.Vnd;

@RestController
@RequestMapping("/api/v1/payment-method-rules")
@Tag(name = "Payment methods", description = "When a way to pay is not offered, as dated rows")
class MethodRuleController {

    private static final UUID UNSAVED = new UUID(0, 0);

    private final SetMethodRules rules;

    MethodRuleController(SetMethodRules rules) {
        this.rules = rules;
    }

    record MethodRuleRequest(
            @NotNull PaymentMethod method,
            @Nullable @Min(0) @Max(1_000_000_000) Long over,
            @Nullable @Size(max = 2) String province,
            @Nullable UUID shop,
            @Nullable @Min(1) @Max(1_000) Integer fewerPurchases,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(max = 500) String note) {

        MethodRule rule() {
            return new MethodRule(
                    UNSAVED,
                    method,
                    over == null ? null : Vnd.of(over),
                    province,
                    shop,
                    fewerPurchases,
                    validFrom,
                    validTo,
                    note);
        }
    }

    record MethodRuleEndRequest(@NotNull LocalDate lastDay) {}

    record MethodRules(List<MethodRule> items) {}

    @GetMapping
    @Operation(summary = "Every rule there was, is and will be, newest first")
    Mono<MethodRules> all(@AuthenticationPrincipal Caller caller) {
        return rules.all(caller).map(MethodRules::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Set when a way to pay is not offered, from today at the earliest",
            description = "All that a rule says must hold; one that says nothing turns the method off.")
    Mono<MethodRule> add(
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody MethodRuleRequest request,
            @AuthenticationPrincipal Caller caller) {
        return rules.add(request.rule(), key, caller);
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Let a rule end with a day; yesterday ends it now")
    Mono<MethodRule> end(
            @PathVariable UUID id,
            @Valid @RequestBody MethodRuleEndRequest request,
            @AuthenticationPrincipal Caller caller) {
        return rules.end(id, request.lastDay(), caller);
    }
}
