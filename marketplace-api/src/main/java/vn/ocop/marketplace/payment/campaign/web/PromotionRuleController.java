package vn.ocop.marketplace.payment.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.ocop.marketplace.payment.campaign.LegalRule;
import vn.ocop.marketplace.payment.campaign.SetPromotionLaw;
import vn.ocop.marketplace.platform.LocalizedText;

@RestController
@RequestMapping("/api/v1/promotion-rules")
@Tag(name = "Campaign desk")
class PromotionRuleController {

    private final SetPromotionLaw law;

    PromotionRuleController(SetPromotionLaw law) {
        this.law = law;
    }

    record Rules(List<LegalRule> items) {}

    record RuleForm(
            @NotNull LegalRule.Kind rule,
            @Nullable @Size(max = 10) String category,
            @Min(0) long value,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @NotBlank @Size(max = 500) String legalRef,
            @NotBlank @Size(max = 1000) String clause,
            @Nullable @Size(max = 1000) String clauseEn,
            @NotNull LegalRule.Certainty certainty) {

        LegalRule wanted() {
            return new LegalRule(
                    null,
                    rule,
                    category,
                    value,
                    validFrom,
                    validTo,
                    legalRef,
                    new LocalizedText(clause, Objects.requireNonNullElse(clauseEn, "")),
                    certainty);
        }
    }

    record EndForm(@NotNull LocalDate lastDay) {}

    @GetMapping
    @Operation(summary = "The provisions on promotions that offers are held to, with their source and certainty")
    Mono<Rules> all(@AuthenticationPrincipal Caller caller) {
        return law.all(caller).map(Rules::new);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a provision, in force from tomorrow at the earliest")
    Mono<LegalRule> add(
            @Valid @RequestBody RuleForm form,
            @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Caller caller) {
        return law.add(form.wanted(), key, caller);
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "End a provision, today at the earliest")
    Mono<LegalRule> end(
            @PathVariable UUID id, @Valid @RequestBody EndForm form, @AuthenticationPrincipal Caller caller) {
        return law.end(id, form.lastDay(), caller);
    }
}
