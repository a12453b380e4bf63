package vn.ocop.marketplace.shipment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shipment.network.NetworkProblem;
import vn.ocop.marketplace.shipment.network.PostOffice;
import vn.ocop.marketplace.shipment.network.PostOffices;
import vn.ocop.marketplace.shipment.network.TrackingNumber;

/**
 * Many parcels at once to another office or to a courier, with a list of them. What could not be handed over is not on
 * the list and is answered with its reason; doing it again changes nothing.
 */
@Service
public class HandOver {

    private static final int SHOWN = 50;
    private static final int NEARBY = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final RecordScans scans;
    private final ManifestRepository manifests;
    private final PostOffices offices;
    private final ManifestPdf pdf;
    private final Memberships staff;
    private final Clock clock;

    HandOver(
            RecordScans scans,
            ManifestRepository manifests,
            PostOffices offices,
            ManifestPdf pdf,
            Memberships staff,
            Clock clock) {
        this.staff = staff;
        this.scans = scans;
        this.manifests = manifests;
        this.offices = offices;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** To whom: one of the two. */
    public record Wanted(
            UUID id, @Nullable String towards, @Nullable UUID courier, List<String> numbers) {

        boolean clear() {
            return (towards == null) != (courier == null);
        }
    }

    /** The list, and the receipts of everything that was asked for. */
    public record Done(Manifest manifest, List<RecordScans.Receipt> receipts) {}

    /** To whom an office can hand over: its couriers, and other offices of its carrier, those nearby first. */
    public record Takers(List<Memberships.Worker> couriers, List<PostOffice> offices) {}

    public Mono<Takers> takers(String office, Caller clerk) {
        clerk.mustBeAllowed(Permission.POST_PARCELS, office, NetworkProblem.OFFICE_NOT_FOUND);
        return offices.mustExist(office)
                .flatMap(found -> Mono.zip(
                        staff.whoMay(Permission.POST_DELIVERY, office),
                        offices.beside(found, NEARBY).collectList(),
                        Takers::new));
    }

    public Mono<Done> handOver(String office, Wanted wanted, Caller clerk) {
        clerk.mustBeAllowed(Permission.POST_PARCELS, office, NetworkProblem.OFFICE_NOT_FOUND);
        if (!wanted.clear()) {
            return Mono.error(new ProblemException(ShipmentProblem.NOBODY_TO_HAND_OVER_TO));
        }
        return offices.mustExist(office)
                .then(Mono.defer(() -> towards(wanted)))
                .thenMany(scans.atDesk(office, null, scans(wanted), clerk))
                .collectList()
                .flatMap(receipts ->
                        listed(office, wanted, receipts, clerk).map(manifest -> new Done(manifest, receipts)));
    }

    private Mono<Void> towards(Wanted wanted) {
        var towards = wanted.towards();
        return towards == null ? Mono.empty() : offices.mustExist(towards).then();
    }

    /** Scans with ids that follow from the list's: the same list twice is the same scans. */
    private List<RecordScans.Wanted> scans(Wanted wanted) {
        var step = wanted.courier() == null ? ParcelStatus.IN_TRANSIT : ParcelStatus.OUT_FOR_DELIVERY;
        return wanted.numbers().stream()
                .map(TrackingNumber::tidy)
                .distinct()
                .map(number -> new RecordScans.Wanted(
                        UUID.nameUUIDFromBytes((wanted.id() + number).getBytes(StandardCharsets.UTF_8)),
                        number,
                        step,
                        clock.instant(),
                        false,
                        wanted.towards(),
                        wanted.courier(),
                        null,
                        "",
                        null,
                        null))
                .toList();
    }

    private Mono<Manifest> listed(String office, Wanted wanted, List<RecordScans.Receipt> receipts, Caller clerk) {
        var handed = receipts.stream()
                .filter(receipt -> receipt.outcome() == RecordScans.Outcome.DONE)
                .flatMap(receipt -> Stream.ofNullable(receipt.parcel()))
                .map(Parcel::id)
                .toList();
        if (handed.isEmpty()) {
            return Mono.error(new ProblemException(ShipmentProblem.NOTHING_TO_HAND_OVER));
        }
        var draft = new ManifestRepository.Draft(
                wanted.id(),
                office,
                wanted.towards(),
                wanted.courier(),
                clerk.id(),
                DAY.format(LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE)),
                handed);
        return manifests.add(draft, clock.instant()).then(Mono.defer(() -> find(wanted.id(), clerk)));
    }

    public Mono<List<Manifest>> newest(String office, Caller clerk) {
        clerk.mustBeAllowed(Permission.POST_PARCELS, office, NetworkProblem.OFFICE_NOT_FOUND);
        return manifests.ofOffice(office, SHOWN).collectList();
    }

    public Mono<Manifest> find(UUID id, Caller clerk) {
        return manifests
                .find(id)
                .filter(manifest -> sees(manifest, clerk))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.MANIFEST_NOT_FOUND)));
    }

    private static boolean sees(Manifest manifest, Caller clerk) {
        var towards = manifest.towards();
        return clerk.may(Permission.POST_PARCELS, manifest.office())
                || clerk.id().equals(manifest.courier())
                || towards != null && clerk.may(Permission.POST_PARCELS, towards);
    }

    /** The taker has counted; the first count stands. */
    public Mono<Manifest> taken(UUID id, int counted, Caller taker) {
        return find(id, taker)
                .filter(manifest -> manifest.courier() == null || taker.id().equals(manifest.courier()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.MANIFEST_NOT_FOUND)))
                .flatMap(manifest -> manifests.taken(id, taker.id(), counted, clock.instant()))
                .then(Mono.defer(() -> find(id, taker)));
    }

    public Mono<byte[]> print(UUID id, Language language, Caller clerk) {
        return find(id, clerk)
                .zipWhen(manifest -> offices.names(
                        manifest.towards() == null
                                ? List.of(manifest.office())
                                : List.of(manifest.office(), manifest.towards())))
                .map(both -> pdf.of(both.getT1(), both.getT2(), language));
    }
}
