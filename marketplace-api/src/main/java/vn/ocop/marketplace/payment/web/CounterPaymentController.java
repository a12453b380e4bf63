package vn.ocop.marketplace.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
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
import vn.ocop.marketplace.payment.CounterPayments;
import vn.ocop.marketplace.platform.Vnd;

@RestController
@RequestMapping("/api/v1/post-offices/{office}/counter-payments")
@Tag(name = "Counter payments", description = "Cash at a post office's counter, by the purchase's code")
class CounterPaymentController {

    private final CounterPayments payments;

    CounterPaymentController(CounterPayments payments) {
        this.payments = payments;
    }

    record CounterPaymentRequest(
            @NotBlank @Size(max = 40) String purchase,
            @Min(1) @Max(1_000_000_000) long amount) {}

    @GetMapping("/{purchase}")
    @Operation(summary = "What is to be paid for a purchase at the counter, and until when")
    Mono<CounterPayments.Due> due(
            @PathVariable String office, @PathVariable String purchase, @AuthenticationPrincipal Caller caller) {
        return payments.due(office, purchase, caller);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take cash for a purchase: exactly what is due, or nothing")
    Mono<CounterPayments.Receipt> take(
            @PathVariable String office,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody CounterPaymentRequest request,
            @AuthenticationPrincipal Caller caller) {
        return payments.take(office, request.purchase(), Vnd.of(request.amount()), key, caller);
    }
}
