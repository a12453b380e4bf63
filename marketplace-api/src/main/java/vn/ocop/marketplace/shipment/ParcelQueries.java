package vn.ocop.marketplace.shipment;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;

/** The work list of a post office, and what anyone may know of a parcel. */
@Service
public class ParcelQueries {

    private final ParcelRepository parcels;
    private final PostOffices offices;

    ParcelQueries(ParcelRepository parcels, PostOffices offices) {
        this.parcels = parcels;
        this.offices = offices;
    }

    /** One page of the queue, with how many parcels are in each state. */
    public record Queue(Page<Parcel> page, Map<ParcelStatus, Long> counts) {}

    /** Which parcels of the office: in one state, or those with a tracking number or order code; null means any. */
    public record Wanted(
            @Nullable ParcelStatus status, @Nullable String number) {}

    public Mono<PostOffice> office(String code, Caller caller) {
        caller.mustBeAllowed(Permission.POST_PARCELS, code, ShipmentProblem.OFFICE_NOT_FOUND);
        return offices.find(code)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.OFFICE_NOT_FOUND, code)));
    }

    public Mono<Queue> queue(String office, Wanted wanted, @Nullable String after, int limit, Caller caller) {
        caller.mustBeAllowed(Permission.POST_PARCELS, office, ShipmentProblem.OFFICE_NOT_FOUND);
        var from = after == null ? null : Cursor.decode(after);
        return Mono.zip(
                parcels.ofOffice(office, wanted, from, limit + 1)
                        .collectList()
                        .map(rows -> Page.of(rows, limit, ParcelQueries::cursor)),
                parcels.counts(office),
                Queue::new);
    }

    /** By the number as people copy it: in groups, in small letters. */
    public Mono<Tracking> track(String typed) {
        var number = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return parcels.track(number)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ShipmentProblem.TRACKING_NOT_FOUND, number)));
    }

    private static String cursor(Parcel parcel) {
        return new Cursor(parcel.createdAt(), parcel.id()).encode();
    }
}
