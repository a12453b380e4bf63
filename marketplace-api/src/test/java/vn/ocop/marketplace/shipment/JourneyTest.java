package vn.ocop.marketplace.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ocop.marketplace.shipment.ParcelStatus.ACCEPTED;
import static vn.ocop.marketplace.shipment.ParcelStatus.AT_DELIVERY_OFFICE;
import static vn.ocop.marketplace.shipment.ParcelStatus.DELIVERED;
import static vn.ocop.marketplace.shipment.ParcelStatus.FAILED;
import static vn.ocop.marketplace.shipment.ParcelStatus.IN_TRANSIT;
import static vn.ocop.marketplace.shipment.ParcelStatus.OUT_FOR_DELIVERY;
import static vn.ocop.marketplace.shipment.ParcelStatus.RETURNED;
import static vn.ocop.marketplace.shipment.ParcelStatus.RETURNING;
import static vn.ocop.marketplace.shipment.ParcelStatus.TO_COLLECT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.Vnd;

class JourneyTest {

    private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");

    private static Scan scan(ParcelStatus step, int minute) {
        return scan(step, minute, null);
    }

    private static Scan scan(ParcelStatus step, int minute, @Nullable UUID voids) {
        return new Scan(
                new UUID(step.ordinal(), minute),
                step,
                START.plusSeconds(60L * minute),
                Scan.Source.COURIER,
                "19429",
                null,
                null,
                step == FAILED ? FailureReason.NOBODY_THERE : null,
                null,
                voids);
    }

    private static List<Scan> way(ParcelStatus... steps) {
        return IntStream.range(0, steps.length)
                .mapToObj(i -> scan(steps[i], i + 1))
                .toList();
    }

    private static Parcel parcel() {
        return new Parcel(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "QT-261122-7F3K9M-1",
                UUID.randomUUID(),
                "19429",
                "HA000000075VN",
                TO_COLLECT,
                new Parcel.Place("19333", "19429", null, null),
                new ParcelRequest.Recipient("Trần Thị Mai", "+84900000001", "12 Lê Duẩn", "19333"),
                560,
                Vnd.of(201_500),
                "standard",
                null,
                START,
                START,
                Set.of(),
                List.of());
    }

    @Test
    void startsAtTheShopsDoor() {
        assertThat(Journey.of(List.of()).status()).isEqualTo(TO_COLLECT);
    }

    @Test
    void theSameScanFiveTimesIsOneScan() {
        var way = way(ACCEPTED, IN_TRANSIT, IN_TRANSIT, AT_DELIVERY_OFFICE, OUT_FOR_DELIVERY);
        var often = new ArrayList<Scan>();
        IntStream.range(0, 5).forEach(time -> often.addAll(way));

        assertThat(Journey.of(often)).isEqualTo(Journey.of(way));
        assertThat(Journey.of(often).steps()).hasSize(5);
    }

    @Test
    void inEveryOrderOfArrivalItComesToTheSame() {
        var way = way(ACCEPTED, IN_TRANSIT, AT_DELIVERY_OFFICE, OUT_FOR_DELIVERY, DELIVERED);
        var right = Journey.of(way);
        assertThat(right.status()).isEqualTo(DELIVERED);

        permutations(way).forEach(order -> assertThat(Journey.of(order)).isEqualTo(right));
        assertThat(permutations(way)).hasSize(120);
    }

    /** What moves money and stock is told once, whatever came first and how often; news of the way is not told late. */
    @Test
    void whatIsToldIsTheSameInEveryOrderOfArrival() {
        var way = way(ACCEPTED, OUT_FOR_DELIVERY, FAILED, RETURNING, RETURNED);
        var random = new Random(6);

        for (var order : permutations(way)) {
            var often = new ArrayList<>(order);
            way.forEach(scan -> often.addAll(Collections.nCopies(4, scan)));
            Collections.shuffle(often.subList(5, often.size()), random);
            var told = new EnumMap<ParcelStatus, Integer>(ParcelStatus.class);
            var parcel = parcel();
            for (var scan : often) {
                if (parcel.scans().contains(scan)) {
                    continue;
                }
                var scanned = parcel.scanned(scan);
                scanned.news().forEach(step -> told.merge(step, 1, Integer::sum));
                parcel = scanned.parcel();
            }
            assertThat(parcel.status()).isEqualTo(RETURNED);
            assertThat(parcel.unfitting()).isEmpty();
            assertThat(told).containsKeys(ACCEPTED, RETURNED);
            assertThat(told.keySet()).isSubsetOf(ACCEPTED, OUT_FOR_DELIVERY, FAILED, RETURNED);
            assertThat(told.values()).containsOnly(1);
        }
    }

    private static List<List<Scan>> permutations(List<Scan> scans) {
        if (scans.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Scan>>();
        for (var first : scans) {
            var rest = new ArrayList<>(scans);
            rest.remove(first);
            for (var tail : permutations(rest)) {
                var one = new ArrayList<Scan>();
                one.add(first);
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }

    @Test
    void whatDoesNotFollowIsKeptAside() {
        var journey = Journey.of(way(DELIVERED));

        assertThat(journey.status()).isEqualTo(TO_COLLECT);
        assertThat(journey.unfitting()).hasSize(1);
    }

    @Test
    void seenTwiceByTwoDevicesItHappenedOnce() {
        var journey = Journey.of(List.of(scan(ACCEPTED, 1), scan(ACCEPTED, 2)));

        assertThat(journey.steps()).hasSize(1);
        assertThat(journey.unfitting()).isEmpty();
    }

    @Test
    void aMistakeIsAsIfItHadNotBeen() {
        var wrong = scan(OUT_FOR_DELIVERY, 2);
        var undone = List.of(scan(ACCEPTED, 1), wrong, scan(OUT_FOR_DELIVERY, 3, wrong.id()));

        assertThat(Journey.of(undone).status()).isEqualTo(ACCEPTED);
        assertThat(Journey.of(undone.reversed()).status()).isEqualTo(ACCEPTED);
    }

    @Test
    void goesOutAgainAndEveryAttemptCounts() {
        var journey = Journey.of(
                way(ACCEPTED, OUT_FOR_DELIVERY, FAILED, OUT_FOR_DELIVERY, FAILED, OUT_FOR_DELIVERY, DELIVERED));

        assertThat(journey.status()).isEqualTo(DELIVERED);
        assertThat(journey.attempts()).isEqualTo(2);
        assertThat(journey.failure()).isEqualTo(FailureReason.NOBODY_THERE);
    }

    /** Cash has been booked by then: a person decides, not an order of arrival. */
    @Test
    void whatWasToldLastStaysAndTheContradictionIsCounted() {
        var delivered = parcel();
        for (var scan : way(ACCEPTED, OUT_FOR_DELIVERY)) {
            delivered = delivered.scanned(scan).parcel();
        }
        delivered = delivered.scanned(scan(DELIVERED, 9)).parcel();

        var contradicted = delivered.scanned(scan(ParcelStatus.LOST, 5));

        assertThat(contradicted.parcel().status()).isEqualTo(DELIVERED);
        assertThat(contradicted.news()).isEmpty();
        assertThat(contradicted.unfitting()).isPositive();
    }

    @Test
    void knowsWhoHasIt() {
        var courier = UUID.randomUUID();
        var sent = new Scan(
                UUID.randomUUID(),
                IN_TRANSIT,
                START.plusSeconds(90),
                Scan.Source.DESK,
                "19429",
                "19333",
                null,
                null,
                null,
                null);
        var out = new Scan(
                UUID.randomUUID(),
                OUT_FOR_DELIVERY,
                START.plusSeconds(240),
                Scan.Source.DESK,
                "19333",
                null,
                courier,
                null,
                null,
                null);

        var underWay =
                parcel().scanned(scan(ACCEPTED, 1)).parcel().scanned(sent).parcel();
        assertThat(underWay.place()).isEqualTo(new Parcel.Place("19333", "19429", "19333", null));
        var taken = underWay.scanned(scan(AT_DELIVERY_OFFICE, 3))
                .parcel()
                .scanned(out)
                .parcel();
        assertThat(taken.place().courier()).isEqualTo(courier);
        assertThat(taken.scanned(scan(DELIVERED, 9)).parcel().place().courier()).isNull();
    }

    @Test
    void keepsThePersonOutOfPrint() {
        assertThat(parcel().toString()).doesNotContain("Mai", "+84900000001", "Lê Duẩn");
    }
}
