package vn.ocop.marketplace.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.PaymentHistory;

@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "Payments", description = "The money of purchases, for those who keep the platform's")
class PaymentHistoryController {

    private final PaymentHistory history;

    PaymentHistoryController(PaymentHistory history) {
        this.history = history;
    }

    @GetMapping("/{purchase}")
    @Operation(summary = "A purchase's money: the totals, each order's share, and everything that happened")
    Mono<PaymentHistory.PaymentFile> of(@PathVariable String purchase, @AuthenticationPrincipal Caller caller) {
        return history.of(purchase, caller);
    }
}
