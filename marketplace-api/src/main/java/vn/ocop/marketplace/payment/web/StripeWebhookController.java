package vn.ocop.marketplace.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.WebhookInbox;

@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks", description = "Inbound messages of providers, signed by them")
class StripeWebhookController {

    private final WebhookInbox inbox;

    StripeWebhookController(WebhookInbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/stripe")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Receive an event of Stripe; stored at once, booked afterwards")
    Mono<Void> stripe(
            @RequestBody String body, @RequestHeader(name = "Stripe-Signature", defaultValue = "") String signature) {
        return inbox.receive(body, signature);
    }
}
