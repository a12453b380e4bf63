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
import vn.ocop.marketplace.payment.BankFeed;

@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks")
class BankWebhookController {

    private final BankFeed feed;

    BankWebhookController(BankFeed feed) {
        this.feed = feed;
    }

    @PostMapping("/bank")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Receive a movement of the platform's account; stored at once, matched afterwards",
            description = "The body is JSON: id, account, amount in đồng, memo, bookedAt. Bank-Signature is"
                    + " t=<seconds>,v1=<hex HMAC-SHA256 of \"<seconds>.<body>\">, at most five minutes old.")
    Mono<Void> bank(
            @RequestBody String body, @RequestHeader(name = "Bank-Signature", defaultValue = "") String signature) {
        return feed.receive(body, signature);
    }
}
