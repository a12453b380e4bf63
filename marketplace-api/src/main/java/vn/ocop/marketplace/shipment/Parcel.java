package vn.ocop.marketplace.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.Vnd;

/**
 * One parcel and everything that was scanned of it. Immutable: a scan answers the next state.
 *
 * @param officeCode the office that collects it
 * @param place where it is and where it goes
 * @param service how it was promised to come, and {@code dueOn} by when; null where nobody chose
 * @param statusAt since when it is in its status
 * @param told the steps the order knows of
 */
public record Parcel(
        UUID id,
        UUID orderId,
        String orderCode,
        UUID shopId,
        String officeCode,
        String trackingNumber,
        ParcelStatus status,
        Place place,
        ParcelRequest.Recipient recipient,
        int weightGrams,
        Vnd cashToCollect,
        @Nullable String service,
        @Nullable LocalDate dueOn,
        Instant createdAt,
        Instant statusAt,
        Set<ParcelStatus> told,
        List<Scan> scans) {

    /**
     * Who has it.
     *
     * @param delivery the office that delivers to the recipient; null where none serves the commune
     * @param holder the office that has it or had it last
     * @param towards the office it is on its way to
     * @param courier who has it out
     */
    public record Place(
            @Nullable String delivery,
            String holder,
            @Nullable String towards,
            @Nullable UUID courier) {}

    public Parcel {
        scans = List.copyOf(scans);
        told = Set.copyOf(told);
    }

    /** What a scan makes of a parcel, and which steps the order must be told now. */
    record Scanned(
            Parcel parcel,
            List<ParcelStatus> news,
            int unfitting,
            @Nullable FailureReason failure) {}

    public Journey journey() {
        return Journey.of(scans);
    }

    /**
     * The parcel with one more scan. What the order was told last, such as a delivery with its cash, stays whatever
     * else arrives; what contradicts it is counted for the supervisor.
     */
    Scanned scanned(Scan scan) {
        var all = new ArrayList<>(scans);
        all.add(scan);
        var journey = Journey.of(all);
        var end = told.stream().filter(ParcelStatus::last).findFirst();
        boolean contradicted = end.isPresent() && journey.status() != end.get();
        var now = end.orElse(journey.status());
        var news = end.isPresent() ? List.<ParcelStatus>of() : news(journey);
        var toldNow = EnumSet.noneOf(ParcelStatus.class);
        toldNow.addAll(told);
        toldNow.addAll(news);
        var next = new Parcel(
                id,
                orderId,
                orderCode,
                shopId,
                officeCode,
                trackingNumber,
                now,
                contradicted ? place : place(journey),
                recipient,
                weightGrams,
                cashToCollect,
                service,
                dueOn,
                createdAt,
                statusAt,
                toldNow,
                all);
        return new Scanned(next, news, journey.unfitting().size() + (contradicted ? 1 : 0), journey.failure());
    }

    /** Each step once, but for every failed attempt and every time it goes out again. */
    private List<ParcelStatus> news(Journey journey) {
        var before = journey();
        return Stream.of(ParcelStatus.values())
                .filter(ParcelStatus::told)
                .filter(step -> count(journey, step) > 0)
                .filter(step -> !told.contains(step) || !step.last() && count(journey, step) > count(before, step))
                .filter(step -> step != ParcelStatus.ACCEPTED || !told.contains(step))
                .toList();
    }

    private static long count(Journey journey, ParcelStatus step) {
        return journey.steps().stream().filter(scan -> scan.step() == step).count();
    }

    private Place place(Journey journey) {
        var holder = officeCode;
        String towards = null;
        UUID courier = null;
        for (var step : journey.steps()) {
            holder = step.office() == null ? holder : step.office();
            towards = step.step() == ParcelStatus.IN_TRANSIT || step.step() == ParcelStatus.RETURNING
                    ? step.towards()
                    : null;
            courier = step.step() == ParcelStatus.OUT_FOR_DELIVERY || step.step() == ParcelStatus.COLLECTED
                    ? step.courier()
                    : null;
        }
        return new Place(place.delivery(), holder, towards, courier);
    }

    /** The offices that have to do with it: that hold, sent, deliver or await it. */
    Stream<String> offices() {
        return Stream.of(
                        Optional.of(place.holder()),
                        Optional.of(officeCode),
                        Optional.ofNullable(place.delivery()),
                        Optional.ofNullable(place.towards()))
                .flatMap(Optional::stream);
    }

    boolean concerns(String office) {
        return offices().anyMatch(office::equals);
    }

    /** What has happened, in its order. */
    public List<Scan> steps() {
        return journey().steps();
    }

    /** Scans that do not follow. */
    public List<Scan> unfitting() {
        return journey().unfitting();
    }

    /** Whose phone and street a clerk needs no more. */
    public boolean done() {
        return status.last();
    }
}
