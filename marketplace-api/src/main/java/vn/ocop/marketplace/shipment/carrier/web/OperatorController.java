package vn.ocop.marketplace.shipment.carrier.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.Parcel;
import vn.ocop.marketplace.shipment.ParcelStatus;
import vn.ocop.marketplace.shipment.carrier.OperatorDesk;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

@RestController
@RequestMapping("/api/v1/carrier-api")
@Tag(
        name = "Carrier integration",
        description =
                "For operators whose own systems work with us. Every call carries the operator's key in Carrier-Key;"
                        + " a key sees and tells of that operator's parcels only, and does what it was made for.")
class OperatorController {

    private static final String KEY = "Carrier-Key";
    private static final int MOST_EVENTS = 200;

    private final OperatorDesk desk;
    private final ShopDirectory shops;
    private final Territory territory;

    OperatorController(OperatorDesk desk, ShopDirectory shops, Territory territory) {
        this.desk = desk;
        this.shops = shops;
        this.territory = territory;
    }

    record PlaceResponse(String street, String communeCode, String commune, String province) {}

    record PartyResponse(String name, @Nullable String phone, PlaceResponse place) {}

    record ToCarryResponse(
            String number,
            String orderCode,
            ParcelStatus status,
            PartyResponse sender,
            PartyResponse recipient,
            int weightGrams,
            Vnd cashToCollect,
            @Nullable String service,
            @Nullable LocalDate dueOn,
            Instant createdAt) {}

    record ToCarryPage(
            List<ToCarryResponse> items, @Nullable String next) {}

    record EventRequest(
            @NotBlank @Size(max = 60) String number,
            @NotBlank @Size(max = 60) String code,
            @NotNull Instant at,
            @Nullable @Size(max = 300) String reason) {}

    record EventsRequest(@NotEmpty @Size(max = MOST_EVENTS) List<@Valid EventRequest> events) {}

    record EventResponse(String number, String code, OperatorDesk.Outcome outcome) {}

    record EventsResponse(List<EventResponse> events) {}

    @GetMapping("/parcels")
    @Operation(
            summary = "Parcels that the operator has to carry, oldest first",
            description = "Phone and street are gone once a parcel's way is over. Needs the scope PARCELS.")
    Mono<ToCarryPage> parcels(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable ParcelStatus status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return desk.parcels(key, status, after, limit)
                .flatMap(page -> responses(page.items()).map(items -> new ToCarryPage(items, page.next())));
    }

    @GetMapping("/parcels/{number}")
    @Operation(summary = "One parcel of the operator by our number", description = "Needs the scope PARCELS.")
    Mono<ToCarryResponse> parcel(
            @RequestHeader(name = KEY, required = false) @Nullable String key, @PathVariable String number) {
        return desk.parcel(key, number)
                .flatMap(parcel -> responses(List.of(parcel)))
                .map(List::getFirst);
    }

    @GetMapping(path = "/parcels/{number}/label", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Our label of a parcel, A6", description = "Needs the scope PARCELS.")
    Mono<ResponseEntity<byte[]>> label(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String number,
            Language language) {
        return desk.label(key, number, language)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noStore())
                        .body(bytes));
    }

    @PostMapping("/events")
    @Operation(summary = "Tell what happened to parcels", description = """
                    In the operator's own codes, which the platform has mapped for its account. The same number, code and
                    second is the same event: repeats and any order are harmless. Each is answered DONE, IGNORED (the code
                    says nothing new) or REVIEW (a person looks at it). Needs the scope EVENTS.""")
    Mono<EventsResponse> tell(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody @Valid EventsRequest request) {
        var events = request.events();
        var told = events.stream()
                .map(event -> new OperatorDesk.Told(
                        event.number(), event.code(), event.at(), event.reason() == null ? "" : event.reason()))
                .toList();
        return desk.tell(key, told)
                .map(outcomes -> new EventsResponse(IntStream.range(0, events.size())
                        .mapToObj(i -> new EventResponse(
                                events.get(i).number(), events.get(i).code(), outcomes.get(i)))
                        .toList()));
    }

    private Mono<List<ToCarryResponse>> responses(List<Parcel> parcels) {
        return shops.findAll(parcels.stream().map(Parcel::shopId).distinct().toList())
                .map(found -> parcels.stream()
                        .map(parcel -> response(parcel, found.get(parcel.shopId())))
                        .toList());
    }

    private ToCarryResponse response(Parcel parcel, @Nullable Shop shop) {
        var to = parcel.recipient();
        boolean over = parcel.done();
        return new ToCarryResponse(
                parcel.trackingNumber(),
                parcel.orderCode(),
                parcel.status(),
                shop == null
                        ? new PartyResponse("", null, place("", ""))
                        : new PartyResponse(shop.name(), null, place(shop.street(), shop.communeCode())),
                new PartyResponse(
                        to.name(),
                        over ? null : PhoneNumbers.national(to.phone()).replace(" ", ""),
                        place(over ? "" : to.street(), to.communeCode())),
                parcel.weightGrams(),
                parcel.cashToCollect(),
                parcel.service(),
                parcel.dueOn(),
                parcel.createdAt());
    }

    private PlaceResponse place(String street, String communeCode) {
        var commune = territory.commune(communeCode);
        return new PlaceResponse(
                street,
                communeCode,
                commune.map(Commune::name).orElse(""),
                commune.map(found -> found.province().name()).orElse(""));
    }
}
