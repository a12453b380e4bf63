package vn.ocop.marketplace.shipment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.shipment.network.NetworkProblem;
import vn.ocop.marketplace.shipment.network.PostOffice;
import vn.ocop.marketplace.shipment.network.PostOffices;
import vn.ocop.marketplace.shipment.network.TrackingNumber;

/** The work lists of a post office, a courier's run, and what anyone may know of a parcel. */
@Service
public class ParcelQueries {

    private static final int MOST_FOUND = 24;

    private final ParcelRepository parcels;
    private final PostOffices offices;
    private final DeliveryFigures figures;

    ParcelQueries(ParcelRepository parcels, PostOffices offices, DeliveryFigures figures) {
        this.figures = figures;
        this.parcels = parcels;
        this.offices = offices;
    }

    /** One page of the queue, with how many parcels are in each state. */
    public record Queue(Page<Parcel> page, Map<ParcelStatus, Long> counts) {}

    /** Which of an office's lists. */
    public enum WorkList {
        /** What it has. */
        HELD,
        /** What others sent to it. */
        INCOMING,
        /** What it sent on and nobody has got yet. */
        SENT_ON,
        /** What has scans that do not fit. */
        TO_REVIEW,
        /** Anything it has to do with. */
        FOUND
    }

    /** Which parcels of the office; null means any. */
    public record Wanted(
            WorkList list,
            @Nullable ParcelStatus status,
            @Nullable String number,
            @Nullable String phone,
            @Nullable String name) {

        /** Whether these are parcels whose way is over. */
        boolean over() {
            return status != null && status.last();
        }

        /** By the number or code on the parcel. */
        static Wanted number(String typed) {
            return new Wanted(WorkList.FOUND, null, TrackingNumber.tidy(typed), null, null);
        }

        public static Wanted list(WorkList list, @Nullable ParcelStatus status) {
            return new Wanted(list, status, null, null, null);
        }
    }

    public Mono<PostOffice> office(String code, Caller caller) {
        caller.mustBeAllowed(Permission.POST_PARCELS, code, NetworkProblem.OFFICE_NOT_FOUND);
        return offices.mustExist(code);
    }

    public Mono<Queue> queue(
            String office, Wanted wanted, @Nullable String number, @Nullable String after, int limit, Caller caller) {
        caller.mustBeAllowed(Permission.POST_PARCELS, office, NetworkProblem.OFFICE_NOT_FOUND);
        var from = after == null ? null : WorkOrder.decode(after);
        var asked = number == null ? wanted : Wanted.number(number);
        return Mono.zip(
                parcels.ofOffice(office, asked, from, limit + 1)
                        .collectList()
                        .map(rows -> Page.of(
                                rows,
                                limit,
                                parcel -> WorkOrder.of(parcel, asked.over()).encode())),
                parcels.counts(office),
                Queue::new);
    }

    /** By code, phone or name, whatever was typed; never part of an address, because names and phones are personal. */
    public Mono<List<Parcel>> find(String office, String typed, Caller caller) {
        caller.mustBeAllowed(Permission.POST_PARCELS, office, NetworkProblem.OFFICE_NOT_FOUND);
        return Mono.justOrEmpty(wanted(typed.strip()))
                .flatMapMany(wanted -> parcels.ofOffice(office, wanted, null, MOST_FOUND))
                .collectList();
    }

    /** Nothing where nothing is left of a name but signs. */
    private static Optional<Wanted> wanted(String typed) {
        var phone = PhoneNumbers.normalise(typed);
        if (phone.isPresent()) {
            return phone.map(number -> new Wanted(WorkList.FOUND, null, null, number, null));
        }
        if (typed.chars().anyMatch(Character::isDigit)) {
            return Optional.of(Wanted.number(typed));
        }
        return Optional.of(
                        VietnameseText.fold(typed).replaceAll("[^\\p{L} ]", "").strip())
                .filter(name -> name.length() > 1)
                .map(name -> new Wanted(WorkList.FOUND, null, null, null, name));
    }

    /** How well an office delivers. */
    public Mono<DeliveryFigures.Figures> figures(String office, Caller caller) {
        return office(office, caller).flatMap(found -> figures.ofOffice(found.code()));
    }

    /** What the caller has out, for the phone in their hand. */
    public Mono<List<Parcel>> run(String office, Caller courier) {
        courier.mustBeAllowed(Permission.POST_DELIVERY, office, NetworkProblem.OFFICE_NOT_FOUND);
        return parcels.ofRun(courier.id())
                .filter(parcel -> parcel.place().holder().equals(office))
                .collectList();
    }

    /** By the number as people copy it: in groups, in small letters. */
    public Mono<Tracking> track(String typed) {
        var number = TrackingNumber.tidy(typed);
        return parcels.track(number)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.TRACKING_NOT_FOUND, number)));
    }

    /** One parcel of an office the caller works at. */
    public Mono<Parcel> parcel(UUID id, Caller caller) {
        return parcels.find(id)
                .filter(parcel -> parcel.offices().anyMatch(office -> caller.may(Permission.POST_PARCELS, office)))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND)));
    }
}
