package vn.ocop.marketplace.shipment.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.DeliveryEstimate;
import vn.ocop.marketplace.shipment.FailureReason;
import vn.ocop.marketplace.shipment.Parcel;
import vn.ocop.marketplace.shipment.ParcelQueries;
import vn.ocop.marketplace.shipment.ParcelRequest;
import vn.ocop.marketplace.shipment.ParcelStatus;
import vn.ocop.marketplace.shipment.Scan;
import vn.ocop.marketplace.shipment.Tracking;
import vn.ocop.marketplace.shipment.network.PostOffice;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.CommuneUnit;
import vn.ocop.marketplace.territory.Territory;
import vn.ocop.marketplace.territory.Unit;

/** Parcels as the post desk shows them, with the names of places and shops. */
@Component
class ParcelResponses {

    private final ShopDirectory shops;
    private final Territory territory;
    private final Clock clock;

    ParcelResponses(ShopDirectory shops, Territory territory, Clock clock) {
        this.clock = clock;
        this.shops = shops;
        this.territory = territory;
    }

    record OfficeResponse(
            String code,
            String name,
            String street,
            @Nullable CommuneUnit commune,
            @Nullable Unit province) {}

    record SenderResponse(
            UUID id,
            String name,
            String street,
            @Nullable CommuneUnit commune,
            @Nullable Unit province) {}

    record RecipientResponse(
            String name,
            String phone,
            String street,
            @Nullable CommuneUnit commune,
            @Nullable Unit province) {}

    record ScanResponse(
            UUID id,
            ParcelStatus status,
            Instant at,
            Scan.Source source,
            @Nullable String office,
            @Nullable FailureReason reason) {}

    /** What anyone may know of a step. */
    record StepResponse(
            ParcelStatus status, Instant at, @Nullable FailureReason reason) {}

    record ParcelResponse(
            UUID id,
            String orderCode,
            String trackingNumber,
            ParcelStatus status,
            @Nullable String deliveryOffice,
            String holder,
            @Nullable String towards,
            @Nullable FailureReason failure,
            int attempts,
            @Nullable SenderResponse shop,
            RecipientResponse recipient,
            int weightGrams,
            Vnd cashToCollect,
            @Nullable String service,
            @Nullable LocalDate dueOn,
            Instant createdAt,
            List<ScanResponse> timeline,
            List<ScanResponse> unfitting) {}

    record QueueResponse(
            List<ParcelResponse> items, @Nullable String next, Map<ParcelStatus, Long> counts) {}

    record TrackingResponse(
            String number,
            ParcelStatus status,
            OfficeResponse postedAt,
            @Nullable Unit destination,
            @Nullable LocalDate expectedOn,
            boolean late,
            List<StepResponse> timeline) {}

    /** Of the destination only the province: a commune with a date may already point to one household. */
    TrackingResponse tracking(Tracking tracking) {
        var expected = tracking.expected(BusinessTime.today(clock));
        return new TrackingResponse(
                tracking.number(),
                tracking.status(),
                office(tracking.office()),
                province(territory.commune(tracking.destinationCommune()).orElse(null)),
                expected.map(DeliveryEstimate::day).orElse(null),
                expected.map(DeliveryEstimate::late).orElse(false),
                tracking.journey().steps().stream()
                        .map(step -> new StepResponse(step.step(), step.at(), step.reason()))
                        .toList());
    }

    private static List<ScanResponse> scans(List<Scan> scans) {
        return scans.stream()
                .map(scan -> new ScanResponse(
                        scan.id(), scan.step(), scan.at(), scan.source(), scan.office(), scan.reason()))
                .toList();
    }

    OfficeResponse office(PostOffice office) {
        var commune = territory.commune(office.communeCode()).orElse(null);
        return new OfficeResponse(office.code(), office.name(), office.street(), unit(commune), province(commune));
    }

    Mono<QueueResponse> queue(ParcelQueries.Queue queue) {
        return parcels(queue.page().items())
                .map(items -> new QueueResponse(items, queue.page().next(), queue.counts()));
    }

    Mono<List<ParcelResponse>> parcels(List<Parcel> parcels) {
        return shops.findAll(parcels.stream().map(Parcel::shopId).distinct().toList())
                .map(found -> parcels.stream()
                        .map(parcel -> response(parcel, found.get(parcel.shopId())))
                        .toList());
    }

    private ParcelResponse response(Parcel parcel, @Nullable Shop shop) {
        return new ParcelResponse(
                parcel.id(),
                parcel.orderCode(),
                parcel.trackingNumber(),
                parcel.status(),
                parcel.place().delivery(),
                parcel.place().holder(),
                parcel.place().towards(),
                parcel.journey().failure(),
                parcel.journey().attempts(),
                shop == null ? null : sender(shop),
                recipient(parcel.recipient()),
                parcel.weightGrams(),
                parcel.cashToCollect(),
                parcel.service(),
                parcel.dueOn(),
                parcel.createdAt(),
                scans(parcel.steps()),
                scans(parcel.unfitting()));
    }

    private SenderResponse sender(Shop shop) {
        var commune = territory.commune(shop.communeCode()).orElse(null);
        return new SenderResponse(shop.id(), shop.name(), shop.street(), unit(commune), province(commune));
    }

    private RecipientResponse recipient(ParcelRequest.Recipient recipient) {
        var commune = territory.commune(recipient.communeCode()).orElse(null);
        return new RecipientResponse(
                recipient.name(),
                PhoneNumbers.national(recipient.phone()),
                recipient.street(),
                unit(commune),
                province(commune));
    }

    private static @Nullable CommuneUnit unit(@Nullable Commune commune) {
        return commune == null ? null : commune.unit();
    }

    private static @Nullable Unit province(@Nullable Commune commune) {
        return commune == null ? null : commune.province().unit();
    }
}
