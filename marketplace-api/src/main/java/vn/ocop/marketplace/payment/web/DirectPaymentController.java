package vn.ocop.marketplace.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
import vn.ocop.marketplace.payment.DirectPayments;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.SetSettlementRules;
import vn.ocop.marketplace.payment.SettlementRule;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Direct settling", description = "Money that buyers pay into shops' own accounts")
class DirectPaymentController {

    private final DirectPayments payments;
    private final SetSettlementRules rules;

    DirectPaymentController(DirectPayments payments, SetSettlementRules rules) {
        this.payments = payments;
        this.rules = rules;
    }

    record SettlementRuleRequest(
            @Schema(description = "Its id, or what its page is called") @NotBlank @Size(max = 120) String shop,

            @NotNull PaymentMethod method,
            SettlementRule.@NotNull Way way,
            @NotNull LocalDate validFrom,
            @NotBlank @Size(max = 500) String note) {

        SetSettlementRules.Wanted wanted() {
            return new SetSettlementRules.Wanted(shop, method, way, validFrom, note);
        }
    }

    record SettlementRuleResponse(
            UUID id,
            UUID shop,
            String shopName,
            PaymentMethod method,
            SettlementRule.Way way,
            LocalDate validFrom,
            String note) {

        static SettlementRuleResponse of(SetSettlementRules.Named named) {
            var rule = named.rule();
            return new SettlementRuleResponse(
                    rule.id(), rule.shop(), named.shopName(), rule.method(), rule.way(), rule.validFrom(), rule.note());
        }
    }

    record SettlementRules(List<SettlementRuleResponse> items) {}

    record ShopRefundReference(@NotBlank @Size(max = 60) String bankRef) {}

    record OpenShopRefunds(List<DirectPayments.ShopRefund> items) {}

    @GetMapping("/settlement-rules")
    @Operation(summary = "Which way shops' money goes, by method and day; newest first")
    Mono<SettlementRules> rules(@AuthenticationPrincipal Caller caller) {
        return rules.all(caller)
                .map(all -> new SettlementRules(
                        all.stream().map(SettlementRuleResponse::of).toList()));
    }

    @PostMapping("/settlement-rules")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Set which way a shop's money of a method goes, from tomorrow at the earliest",
            description = "DIRECT: buyers transfer into the shop's own account; no tax is withheld, the fee is owed.")
    Mono<SettlementRuleResponse> add(
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody SettlementRuleRequest request,
            @AuthenticationPrincipal Caller caller) {
        return rules.add(request.wanted(), key, caller).map(SettlementRuleResponse::of);
    }

    @GetMapping("/shops/{shopId}/direct-payments")
    @Operation(summary = "Transfers the shop is to look for on its own account, and what it has to send back")
    Mono<DirectPayments.DirectDesk> desk(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return payments.desk(shopId, caller);
    }

    @PostMapping("/shops/{shopId}/direct-payments/{purchase}/receipt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say that a purchase's whole amount is on the shop's account",
            description =
                    "Where the purchase has ended it is opened again if its goods are there; else a refund is due.")
    Mono<Void> received(
            @PathVariable UUID shopId, @PathVariable String purchase, @AuthenticationPrincipal Caller caller) {
        return payments.received(shopId, purchase, caller);
    }

    @PostMapping("/shops/{shopId}/direct-refunds/{id}/payment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that the shop has sent money back, with its bank's number of that")
    Mono<Void> sentBack(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @Valid @RequestBody ShopRefundReference request,
            @AuthenticationPrincipal Caller caller) {
        return payments.sentBack(shopId, id, request.bankRef(), caller);
    }

    @GetMapping("/direct-refunds")
    @Operation(summary = "What shops have not sent back yet, the most pressing first")
    Mono<OpenShopRefunds> open(@AuthenticationPrincipal Caller caller) {
        return payments.open(caller).map(OpenShopRefunds::new);
    }
}
