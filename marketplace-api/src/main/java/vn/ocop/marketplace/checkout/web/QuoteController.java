package vn.ocop.marketplace.checkout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.checkout.PaymentChoices;
import vn.ocop.marketplace.checkout.Quotes;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.platform.Language;

@RestController
@RequestMapping("/api/v1/quotes")
@Tag(name = "Checkout", description = "What the cart costs delivered")
class QuoteController {

    private final Quotes quotes;
    private final PaymentChoices choices;
    private final QuoteResponses responses;

    QuoteController(Quotes quotes, PaymentChoices choices, QuoteResponses responses) {
        this.quotes = quotes;
        this.choices = choices;
        this.responses = responses;
    }

    /** @param services by shop, a code of what an earlier quote offered; the first of them if not said */
    record QuoteRequest(
            @NotBlank @Size(max = 10) String communeCode,
            @Nullable @Size(max = 100) Map<UUID, @Size(max = 40) String> services,

            @Schema(description = "How it is going to be paid, as far as it is known: some offers depend on it")
            @Nullable PaymentMethod paymentMethod) {

        Quotes.Wish wish() {
            return new Quotes.Wish(
                    communeCode, Objects.requireNonNullElse(services, Map.<UUID, String>of()), paymentMethod);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Price the cart for a commune; the quote is good for one order and half an hour")
    Mono<QuoteResponses.QuoteResponse> quote(
            @Valid @RequestBody QuoteRequest request, @AuthenticationPrincipal Caller caller, Language language) {
        return quotes.quote(caller.id(), request.wish())
                .flatMap(quoted -> choices.of(quoted.quote()).map(found -> responses.quote(quoted, found, language)));
    }
}
