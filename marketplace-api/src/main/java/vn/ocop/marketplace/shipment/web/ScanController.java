package vn.ocop.marketplace.shipment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.shipment.FailureReason;
import vn.ocop.marketplace.shipment.ParcelStatus;
import vn.ocop.marketplace.shipment.RecordScans;

@RestController
@RequestMapping("/api/v1/post-offices/{code}")
@Tag(name = "Post")
class ScanController {

    private static final int MOST = 200;

    private final RecordScans scans;
    private final ParcelResponses responses;
    private final MessageSource messages;

    ScanController(RecordScans scans, ParcelResponses responses, MessageSource messages) {
        this.scans = scans;
        this.responses = responses;
        this.messages = messages;
    }

    record ScanRequest(
            @NotNull UUID id,
            @NotBlank @Size(max = 60) String number,
            @NotNull ParcelStatus step,
            @NotNull Instant at,
            @Nullable Boolean offline,
            @Nullable @Size(max = 20) String towards,
            @Nullable UUID courier,
            @Nullable FailureReason reason,
            @Nullable @Size(max = 300) String note,
            @Nullable UUID voids,
            @Nullable @Size(max = 8) String deliveryCode) {

        RecordScans.Wanted wanted() {
            return new RecordScans.Wanted(
                    id,
                    number,
                    step,
                    at,
                    Boolean.TRUE.equals(offline),
                    towards,
                    courier,
                    reason,
                    note == null ? "" : note,
                    voids,
                    deliveryCode);
        }
    }

    record ScansRequest(
            @Nullable Instant sentAt,
            @NotEmpty @Size(max = MOST) List<@Valid ScanRequest> scans) {

        List<RecordScans.Wanted> wanted() {
            return scans.stream().map(ScanRequest::wanted).toList();
        }
    }

    record ReceiptResponse(
            UUID id,
            RecordScans.Outcome outcome,
            ParcelResponses.@Nullable ParcelResponse parcel,
            @Nullable String code,
            @Nullable String detail) {}

    record ReceiptsResponse(List<ReceiptResponse> receipts) {}

    @PostMapping("/scans")
    @Operation(summary = "Scans of a desk, each with the id the device gave it", description = """
                    Answers a receipt for each: DONE, KEPT (written down, but it does not follow on what is known yet) or
                    REFUSED with a problem code. Sending a scan again, alone or among others, changes nothing and is
                    answered the same; a device forgets a scan when it has its receipt and not before. sentAt is the
                    device's clock at sending: by how far it is off, the times of scans made offline are corrected.""")
    Mono<ReceiptsResponse> atDesk(
            @PathVariable String code,
            @RequestBody @Valid ScansRequest request,
            Language language,
            @AuthenticationPrincipal Caller caller) {
        return receipts(scans.atDesk(code, request.sentAt(), request.wanted(), caller), language);
    }

    @PostMapping("/run/scans")
    @Operation(
            summary = "A courier's scans: what they take out, deliver, or could not deliver",
            description = "As scans of a desk, but only for parcels of the courier's own run.")
    Mono<ReceiptsResponse> onTheRoad(
            @PathVariable String code,
            @RequestBody @Valid ScansRequest request,
            Language language,
            @AuthenticationPrincipal Caller caller) {
        return receipts(scans.onTheRoad(code, request.sentAt(), request.wanted(), caller), language);
    }

    private Mono<ReceiptsResponse> receipts(Flux<RecordScans.Receipt> receipts, Language language) {
        return receipts.concatMap(receipt -> response(receipt, language))
                .collectList()
                .map(ReceiptsResponse::new);
    }

    private Mono<ReceiptResponse> response(RecordScans.Receipt receipt, Language language) {
        var refusal = receipt.refusal();
        if (refusal != null) {
            return Mono.just(new ReceiptResponse(
                    receipt.id(),
                    receipt.outcome(),
                    null,
                    refusal.problem().code(),
                    messages.getMessage(refusal.problem().code() + ".detail", refusal.arguments(), language.locale())));
        }
        var parcel = receipt.parcel();
        return parcel == null
                ? Mono.just(new ReceiptResponse(receipt.id(), receipt.outcome(), null, null, null))
                : responses
                        .parcels(List.of(parcel))
                        .map(one -> new ReceiptResponse(receipt.id(), receipt.outcome(), one.getFirst(), null, null));
    }
}
