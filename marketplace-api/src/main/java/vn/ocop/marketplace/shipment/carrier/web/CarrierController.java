package vn.ocop.marketplace.shipment.carrier.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import vn.ocop.marketplace.shipment.carrier.Carriers;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Carriers", description = "Carriers that are not our own desks")
class CarrierController {

    private final Carriers carriers;

    CarrierController(Carriers carriers) {
        this.carriers = carriers;
    }

    record AccountRequest(
            @NotBlank @Size(max = 40) String carrier,
            @NotBlank @Pattern(regexp = "GHN|OPEN") String adapter,
            @NotNull @Size(max = 200) String baseUrl,
            @NotNull @Size(max = 60) String shopRef,
            @NotNull @Size(max = 300) String token,
            @NotBlank @Size(min = 16, max = 300) String secret,
            @NotNull @Size(max = 200) Map<@Size(max = 60) String, @Size(max = 40) String> codes) {

        @Override
        public String toString() {
            return "AccountRequest[" + carrier + "]";
        }
    }

    @PutMapping("/carrier-accounts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "How to speak to a carrier, and what its codes mean",
            description = "codes maps each code to a step of ours, or to nothing where it says nothing new. The account"
                    + " the carrier had before rests. Secrets are kept sealed and never shown again.")
    Mono<Void> save(
            @PathVariable UUID id, @RequestBody @Valid AccountRequest request, @AuthenticationPrincipal Caller caller) {
        return carriers.save(
                id,
                new Carriers.Account(
                        request.carrier(),
                        request.adapter(),
                        request.baseUrl(),
                        request.shopRef(),
                        request.token(),
                        request.secret(),
                        request.codes()),
                caller);
    }

    @GetMapping("/carrier-messages")
    @Operation(summary = "What carriers told that nobody has explained, the newest first")
    Mono<List<Carriers.Unclear>> toReview(@AuthenticationPrincipal Caller caller) {
        return carriers.toReview(caller);
    }

    @PostMapping("/webhooks/carriers/{accountId}")
    @Operation(
            summary = "A carrier tells where a parcel is",
            description =
                    "For carriers that integrate with us the body is JSON: number (ours), code, at (ISO 8601), reason;"
                            + " Carrier-Signature is t=<seconds>,v1=<hex HMAC-SHA256 of \"<seconds>.<body>\">, at most five minutes"
                            + " old. GHN sends its own body with the secret in Token. Repeats and any order are harmless.")
    Mono<Void> webhook(
            @PathVariable UUID accountId,
            @RequestBody String body,
            @RequestHeader(name = "Carrier-Signature", defaultValue = "") String signature,
            @RequestHeader(name = "Token", defaultValue = "") String token) {
        return carriers.webhook(accountId, body, signature, token);
    }
}
