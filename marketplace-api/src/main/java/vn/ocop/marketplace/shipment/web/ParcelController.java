package vn.ocop.marketplace.shipment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.shipment.HandleParcel;
import vn.ocop.marketplace.shipment.Parcel;
import vn.ocop.marketplace.shipment.ParcelQueries;
import vn.ocop.marketplace.shipment.ParcelStatus;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Post", description = "The post office's queue")
class ParcelController {

    private final HandleParcel handleParcel;
    private final ParcelQueries parcels;
    private final ParcelResponses responses;

    ParcelController(HandleParcel handleParcel, ParcelQueries parcels, ParcelResponses responses) {
        this.handleParcel = handleParcel;
        this.parcels = parcels;
        this.responses = responses;
    }

    @GetMapping("/post-offices/{code}")
    @Operation(summary = "A post office, for those who work there")
    Mono<ParcelResponses.OfficeResponse> office(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return parcels.office(code, caller).map(responses::office);
    }

    @GetMapping("/post-offices/{code}/parcels")
    @Operation(
            summary = "The office's parcels, in the order of their deadlines and communes; what is over, latest first",
            description = "q finds a parcel by its exact tracking number or order code.")
    Mono<ParcelResponses.QueueResponse> queue(
            @PathVariable String code,
            @RequestParam(defaultValue = "HELD") ParcelQueries.WorkList list,
            @RequestParam(required = false) @Nullable ParcelStatus status,
            @RequestParam(required = false) @Nullable @Size(max = 40) String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(96) int limit,
            @AuthenticationPrincipal Caller caller) {
        var wanted = ParcelQueries.Wanted.list(list, status);
        var number = q == null || q.isBlank() ? null : q.strip();
        return parcels.queue(code, wanted, number, after, limit, caller).flatMap(responses::queue);
    }

    /** Something typed. */
    record Sought(@Size(min = 2, max = 100) String text) {}

    @PostMapping("/post-offices/{code}/parcel-searches")
    @Operation(
            summary = "Parcels of the office by code, phone or name",
            description = "A POST, because a phone number or a name must not stand in an address.")
    Mono<List<ParcelResponses.ParcelResponse>> find(
            @PathVariable String code, @RequestBody @Valid Sought sought, @AuthenticationPrincipal Caller caller) {
        return parcels.find(code, sought.text(), caller).flatMap(responses::parcels);
    }

    @GetMapping("/post-offices/{code}/run")
    @Operation(summary = "What the caller has out for delivery from this office")
    Mono<List<ParcelResponses.ParcelResponse>> run(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return parcels.run(code, caller).flatMap(responses::parcels);
    }

    @GetMapping("/parcels/{id}")
    @Operation(summary = "A parcel with its scans")
    Mono<ParcelResponses.ParcelResponse> parcel(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return parcels.parcel(id, caller).flatMap(this::one);
    }

    @PostMapping("/parcels/{id}/acceptance")
    @Operation(summary = "Take a parcel over from the shop; it gets its tracking number")
    Mono<ParcelResponses.ParcelResponse> accept(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return handleParcel.accept(id, caller).flatMap(this::one);
    }

    @PostMapping("/parcels/{id}/delivery")
    @Operation(summary = "Hand a parcel over to its recipient and take the cash that is due")
    Mono<ParcelResponses.ParcelResponse> deliver(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return handleParcel.deliver(id, caller).flatMap(this::one);
    }

    private Mono<ParcelResponses.ParcelResponse> one(Parcel parcel) {
        return responses.parcels(List.of(parcel)).map(List::getFirst);
    }
}
