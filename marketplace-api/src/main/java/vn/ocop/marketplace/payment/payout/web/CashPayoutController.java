package vn.ocop.marketplace.payment.payout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.payout.CashPayouts;
import vn.ocop.marketplace.payment.payout.CashPoints;
import vn.ocop.marketplace.payment.payout.CashRecipient;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Cash payouts", description = "Sellers' money handed over at a post office's counter")
class CashPayoutController {

    private final CashPoints points;
    private final CashPayouts payouts;

    CashPayoutController(CashPoints points, CashPayouts payouts) {
        this.points = points;
        this.payouts = payouts;
    }

    record CashOffice(String code, String name) {}

    record CashOffices(List<CashOffice> items) {

        static CashOffices of(Map<String, String> names) {
            return new CashOffices(names.entrySet().stream()
                    .map(office -> new CashOffice(office.getKey(), office.getValue()))
                    .toList());
        }
    }

    record WaitingCash(List<CashPayouts.Waiting> items) {}

    record CashPointRequest(
            @NotBlank @Size(max = 40) String office,
            @NotBlank @Size(max = 70) String recipient,
            @NotBlank @Size(max = 20) String identity) {

        @Override
        public String toString() {
            return "CashPointRequest[" + office + "]";
        }
    }

    record CashHandoverRequest(
            @NotBlank @Size(max = 40) String code,
            @NotBlank @Size(max = 20) String secret,
            @NotBlank @Size(max = 20) String identity) {

        @Override
        public String toString() {
            return "CashHandoverRequest[" + code + "]";
        }
    }

    @GetMapping("/shops/{shopId}/cash-offices")
    @Operation(summary = "Post offices at which the shop can be paid in cash, the nearest first")
    Mono<CashOffices> offices(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return points.offices(shopId, caller).map(CashOffices::of);
    }

    @GetMapping("/shops/{shopId}/cash-point")
    @Operation(summary = "At which post office the shop is paid, and who fetches it")
    Mono<CashPoints.Named> point(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return points.find(shopId, caller);
    }

    @PutMapping("/shops/{shopId}/cash-point")
    @Operation(
            summary = "Be paid in cash at a post office, to a person with this identity number",
            description = "Counts at once where the shop has named no account; else after three days.")
    Mono<CashPoints.Named> choose(
            @PathVariable UUID shopId,
            @Valid @RequestBody CashPointRequest request,
            @AuthenticationPrincipal Caller caller) {
        return Mono.fromSupplier(() -> new CashRecipient(request.recipient(), request.identity()))
                .flatMap(recipient -> points.choose(shopId, request.office(), recipient, caller));
    }

    @DeleteMapping("/shops/{shopId}/cash-point")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Be paid by the bank again, from the next payout on")
    Mono<Void> leave(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return points.leave(shopId, caller);
    }

    @GetMapping("/shops/{shopId}/cash-payouts")
    @Operation(summary = "Cash that waits for the shop, with what to say at the counter")
    Mono<WaitingCash> waiting(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return payouts.waiting(shopId, caller).map(WaitingCash::new);
    }

    @PostMapping("/shops/{shopId}/cash-payouts/{id}/secret")
    @Operation(summary = "Another secret for it; the former one counts no more")
    Mono<CashPayouts.Waiting> renew(
            @PathVariable UUID shopId, @PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return payouts.renew(shopId, id, caller);
    }

    @GetMapping("/post-offices/{office}/cash-payouts/{code}")
    @Operation(summary = "What is to be handed over at this counter under the code, and to whom")
    Mono<CashPayouts.Due> due(
            @PathVariable String office, @PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return payouts.due(office, code, caller);
    }

    @PostMapping("/post-offices/{office}/cash-payouts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Hand it over out of one's till, to who says the secret and shows the identity document",
            description = "After five wrong ones the seller has to ask for another secret.")
    Mono<CashPayouts.Receipt> hand(
            @PathVariable String office,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody CashHandoverRequest request,
            @AuthenticationPrincipal Caller caller) {
        return payouts.hand(
                office, request.code(), request.secret(), request.identity(), new CashPayouts.Asked(caller, key));
    }
}
