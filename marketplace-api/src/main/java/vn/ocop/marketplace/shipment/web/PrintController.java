package vn.ocop.marketplace.shipment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.HandOver;
import vn.ocop.marketplace.shipment.Manifest;
import vn.ocop.marketplace.shipment.RecordScans;
import vn.ocop.marketplace.shipment.WaybillSheet;
import vn.ocop.marketplace.shipment.Waybills;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Post")
class PrintController {

    private static final int MOST = 200;

    private final Waybills waybills;
    private final HandOver handOver;

    PrintController(Waybills waybills, HandOver handOver) {
        this.waybills = waybills;
        this.handOver = handOver;
    }

    record HandOverRequest(
            @NotNull UUID id,
            @Nullable @Size(max = 20) String towards,
            @Nullable UUID courier,
            @NotEmpty @Size(max = MOST) List<@Size(min = 1, max = 60) String> numbers) {}

    record RefusedResponse(String number, String code) {}

    record LineResponse(String trackingNumber, String orderCode, int weightGrams, Vnd cash) {}

    record ManifestResponse(
            UUID id,
            String code,
            String office,
            @Nullable String towards,
            @Nullable UUID courier,
            Instant madeAt,
            @Nullable Instant takenAt,
            @Nullable Integer counted,
            boolean differs,
            int parcels,
            Vnd cash,
            List<LineResponse> lines) {

        static ManifestResponse of(Manifest manifest) {
            return new ManifestResponse(
                    manifest.id(),
                    manifest.code(),
                    manifest.office(),
                    manifest.towards(),
                    manifest.courier(),
                    manifest.madeAt(),
                    manifest.takenAt(),
                    manifest.counted(),
                    manifest.differs(),
                    manifest.lines().size(),
                    manifest.cash(),
                    manifest.lines().stream()
                            .map(line -> new LineResponse(
                                    line.trackingNumber(), line.orderCode(), line.weightGrams(), line.cash()))
                            .toList());
        }
    }

    record HandedOverResponse(ManifestResponse manifest, List<RefusedResponse> refused) {}

    record CountRequest(@NotNull @Min(0) @Max(10_000) Integer counted) {}

    @GetMapping(path = "/post-offices/{code}/waybills", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Labels of parcels by tracking number or order code")
    Mono<ResponseEntity<byte[]>> ofOffice(
            @PathVariable String code,
            @RequestParam(defaultValue = "") @Size(max = MOST) List<String> number,
            @RequestParam(defaultValue = "A6") WaybillSheet sheet,
            Language language,
            @AuthenticationPrincipal Caller caller) {
        return waybills.ofOffice(code, number, sheet, language, caller).map(bytes -> file(bytes, "waybills.pdf"));
    }

    @GetMapping(path = "/shops/{shopId}/waybills", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "Labels of a shop's own parcels by order code",
            description = "They name the recipient's commune; phone and street the post adds.")
    Mono<ResponseEntity<byte[]>> ofShop(
            @PathVariable UUID shopId,
            @RequestParam(defaultValue = "") @Size(max = MOST) List<String> number,
            @RequestParam(defaultValue = "A6") WaybillSheet sheet,
            Language language,
            @AuthenticationPrincipal Caller caller) {
        return waybills.ofShop(shopId, number, sheet, language, caller).map(bytes -> file(bytes, "waybills.pdf"));
    }

    @PostMapping("/post-offices/{code}/manifests")
    @Operation(
            summary = "Hand parcels over to an office or a courier, with a list of them",
            description = "The id is made up by the caller: the same again is the same manifest.")
    Mono<HandedOverResponse> handOver(
            @PathVariable String code,
            @RequestBody @Valid HandOverRequest request,
            @AuthenticationPrincipal Caller caller) {
        var wanted = new HandOver.Wanted(request.id(), request.towards(), request.courier(), request.numbers());
        return handOver.handOver(code, wanted, caller)
                .map(done -> new HandedOverResponse(ManifestResponse.of(done.manifest()), refused(done.receipts())));
    }

    private static List<RefusedResponse> refused(List<RecordScans.Receipt> receipts) {
        return receipts.stream()
                .flatMap(receipt -> Stream.ofNullable(receipt.refusal())
                        .map(refusal -> new RefusedResponse(
                                receipt.number(), refusal.problem().code())))
                .toList();
    }

    record CourierResponse(UUID id, @Nullable String name) {}

    record TakerResponse(String code, String name) {}

    record TakersResponse(List<CourierResponse> couriers, List<TakerResponse> offices) {}

    @GetMapping("/post-offices/{code}/takers")
    @Operation(summary = "To whom the office can hand over: its couriers, and offices of its carrier")
    Mono<TakersResponse> takers(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return handOver.takers(code, caller)
                .map(takers -> new TakersResponse(
                        takers.couriers().stream()
                                .map(worker -> new CourierResponse(worker.personId(), worker.name()))
                                .toList(),
                        takers.offices().stream()
                                .map(office -> new TakerResponse(office.code(), office.name()))
                                .toList()));
    }

    @GetMapping("/post-offices/{code}/manifests")
    @Operation(summary = "The newest manifests an office made or is to get")
    Mono<List<ManifestResponse>> newest(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return handOver.newest(code, caller)
                .map(all -> all.stream().map(ManifestResponse::of).toList());
    }

    @GetMapping(path = "/manifests/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "A manifest to be signed")
    Mono<ResponseEntity<byte[]>> print(
            @PathVariable UUID id, Language language, @AuthenticationPrincipal Caller caller) {
        return handOver.print(id, language, caller).map(bytes -> file(bytes, "manifest.pdf"));
    }

    @PostMapping("/manifests/{id}/count")
    @Operation(summary = "Take over what is on a manifest and say how many there were; the first count stands")
    Mono<ManifestResponse> count(
            @PathVariable UUID id, @RequestBody @Valid CountRequest request, @AuthenticationPrincipal Caller caller) {
        return handOver.taken(id, request.counted(), caller).map(ManifestResponse::of);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(bytes);
    }
}
