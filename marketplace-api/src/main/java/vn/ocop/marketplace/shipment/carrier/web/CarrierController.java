package vn.ocop.marketplace.shipment.carrier.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.ocop.marketplace.shipment.ParcelStatus;
import vn.ocop.marketplace.shipment.carrier.CarrierDesk;
import vn.ocop.marketplace.shipment.carrier.CarrierFigures;
import vn.ocop.marketplace.shipment.carrier.CarrierKeys;
import vn.ocop.marketplace.shipment.carrier.Carriers;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Carriers", description = "Carriers that are not our own desks")
class CarrierController {

    private final Carriers carriers;
    private final CarrierDesk desk;
    private final CarrierKeys keys;
    private final CarrierFigures figures;

    CarrierController(Carriers carriers, CarrierDesk desk, CarrierKeys keys, CarrierFigures figures) {
        this.carriers = carriers;
        this.desk = desk;
        this.keys = keys;
        this.figures = figures;
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

    @GetMapping("/carrier-accounts")
    @Operation(
            summary = "Carriers, how we speak to them, and the parcels they would not take or would not let go",
            description = "Secrets are never shown.")
    Mono<CarrierDesk.Standing> standing(@AuthenticationPrincipal Caller caller) {
        return desk.standing(caller);
    }

    record CodesRequest(@NotNull @Size(max = 200) Map<@Size(max = 60) String, @Size(max = 40) String> codes) {}

    @PutMapping("/carrier-accounts/{id}/codes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "What the codes of an account mean; codes that are left out are unknown from then on")
    Mono<Void> codes(
            @PathVariable UUID id, @RequestBody @Valid CodesRequest request, @AuthenticationPrincipal Caller caller) {
        return desk.codes(id, request.codes(), caller);
    }

    record MeaningRequest(@Nullable ParcelStatus step) {}

    @PostMapping("/carrier-messages/{id}/meaning")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say what the code of a message means",
            description = "From now on, and for every message of the account that waits with this code. Without a step"
                    + " the code says nothing new.")
    Mono<Void> explain(
            @PathVariable UUID id, @RequestBody @Valid MeaningRequest request, @AuthenticationPrincipal Caller caller) {
        return desk.explain(id, request.step(), caller);
    }

    @PostMapping("/carrier-orders/{parcelId}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask a carrier once more to take a parcel that it refused")
    Mono<Void> askAgain(@PathVariable UUID parcelId, @AuthenticationPrincipal Caller caller) {
        return desk.askAgain(parcelId, caller);
    }

    @GetMapping("/carrier-figures")
    @Operation(summary = "How well each carrier delivers: on time, failed, returned, days to remit")
    Mono<List<CarrierFigures.OfCarrier>> figures(@AuthenticationPrincipal Caller caller) {
        return figures.all(caller);
    }

    record KeyRequest(
            @NotBlank @Size(max = 60) String name, @NotEmpty Set<CarrierKeys.Scope> scopes) {}

    record FreshKeyResponse(CarrierKeys.Key key, String secret) {}

    @PostMapping("/carrier-accounts/{id}/keys")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "A key for the carrier's own system",
            description = "Its text is answered this once and never again; what is kept is its hash.")
    Mono<FreshKeyResponse> makeKey(
            @PathVariable UUID id, @RequestBody @Valid KeyRequest request, @AuthenticationPrincipal Caller caller) {
        return keys.make(id, request.name(), request.scopes(), caller)
                .map(fresh -> new FreshKeyResponse(fresh.key(), fresh.secret()));
    }

    @GetMapping("/carrier-accounts/{id}/keys")
    @Operation(summary = "The keys of an account, newest first")
    Mono<List<CarrierKeys.Key>> keys(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return keys.of(id, caller);
    }

    @DeleteMapping("/carrier-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a key")
    Mono<Void> revoke(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return keys.revoke(id, caller);
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
