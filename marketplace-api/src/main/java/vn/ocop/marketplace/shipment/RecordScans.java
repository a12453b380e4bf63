package vn.ocop.marketplace.shipment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shipment.network.NetworkProblem;
import vn.ocop.marketplace.shipment.network.TrackingNumber;

/**
 * Takes in what was scanned, one by one or what a phone gathered while it had no signal. Each scan stands for itself:
 * one that is refused holds up none of the others, and one that comes again changes nothing.
 */
@Service
public class RecordScans {

    /** What somebody may undo by themselves; later a supervisor does it. */
    private static final Duration OWN_UNDO = Duration.ofMinutes(15);

    private final ParcelRepository parcels;
    private final ApplyScan apply;
    private final RefusedScans refused;
    private final Proofs proofs;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RecordScans(
            ParcelRepository parcels,
            ApplyScan apply,
            RefusedScans refused,
            Proofs proofs,
            TransactionalOperator transaction,
            Clock clock) {
        this.parcels = parcels;
        this.apply = apply;
        this.refused = refused;
        this.proofs = proofs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One scan as a device sends it.
     *
     * @param id made up by the device, once
     * @param number what the code said, or was typed
     * @param at by the device's clock
     * @param offline whether it happened out of reach: then it is kept even if it does not follow, because it is a fact
     * @param deliveryCode what the recipient read out, where they did
     * @param voids the scan that was a mistake, where this undoes one
     */
    public record Wanted(
            UUID id,
            String number,
            ParcelStatus step,
            Instant at,
            boolean offline,
            @Nullable String towards,
            @Nullable UUID courier,
            @Nullable FailureReason reason,
            String note,
            @Nullable UUID voids,
            @Nullable String deliveryCode) {

        /** What one who stands before a screen does now. */
        static Wanted now(UUID id, String number, ParcelStatus step, Instant at) {
            return new Wanted(id, number, step, at, false, null, null, null, "", null, null);
        }
    }

    /** What became of a scan. */
    public enum Outcome {
        /** It is written down and the parcel is where it says, or further. */
        DONE,
        /** It is written down but does not follow on what is known; what is missing may still come. */
        KEPT,
        /** It is not written down. */
        REFUSED
    }

    /** The receipt of one scan; only with it may a device forget the scan. */
    public record Receipt(
            UUID id,
            String number,
            Outcome outcome,
            @Nullable Parcel parcel,
            @Nullable ProblemException refusal) {}

    /** Where, by whom and as what scans are made, and by how much the device's clock is behind. */
    private record Hand(String office, Scan.Source source, Caller caller, Duration behind) {}

    /** @param sentAt by the device's clock, which tells how far it is off */
    public Flux<Receipt> atDesk(String office, @Nullable Instant sentAt, List<Wanted> scans, Caller clerk) {
        clerk.mustBeAllowed(Permission.POST_PARCELS, office, NetworkProblem.OFFICE_NOT_FOUND);
        return all(scans, new Hand(office, Scan.Source.DESK, clerk, behind(sentAt)));
    }

    /** The same of a courier, who has to do only with what they take out, have out, or fetch. */
    public Flux<Receipt> onTheRoad(String office, @Nullable Instant sentAt, List<Wanted> scans, Caller courier) {
        courier.mustBeAllowed(Permission.POST_DELIVERY, office, NetworkProblem.OFFICE_NOT_FOUND);
        return all(scans, new Hand(office, Scan.Source.COURIER, courier, behind(sentAt)));
    }

    private Duration behind(@Nullable Instant sentAt) {
        return sentAt == null ? Duration.ZERO : Duration.between(sentAt, clock.instant());
    }

    private Flux<Receipt> all(List<Wanted> scans, Hand hand) {
        return Flux.fromIterable(scans).concatMap(wanted -> one(wanted, hand));
    }

    private Mono<Receipt> one(Wanted wanted, Hand hand) {
        return parcels.lock(TrackingNumber.tidy(wanted.number()))
                .filter(parcel -> mayTouch(parcel, wanted, hand))
                .switchIfEmpty(
                        Mono.error(() -> new ProblemException(ShipmentProblem.PARCEL_NOT_FOUND, wanted.number())))
                .flatMap(parcel -> recorded(parcel, wanted, hand))
                .as(transaction::transactional)
                .onErrorResume(
                        ProblemException.class,
                        refusal -> keep(wanted, hand, refusal)
                                .thenReturn(new Receipt(wanted.id(), wanted.number(), Outcome.REFUSED, null, refusal)));
    }

    /** Whoever did it out of reach has gone on: what cannot be taken is for the head of the office. */
    private Mono<Void> keep(Wanted wanted, Hand hand, ProblemException refusal) {
        return wanted.offline()
                ? refused.keep(
                        hand.office(),
                        hand.caller().id(),
                        wanted,
                        refusal.problem().code())
                : Mono.empty();
    }

    private static boolean mayTouch(Parcel parcel, Wanted wanted, Hand hand) {
        if (!parcel.concerns(hand.office()) || hand.source() == Scan.Source.DESK) {
            return parcel.concerns(hand.office());
        }
        return switch (wanted.step()) {
            case OUT_FOR_DELIVERY, COLLECTED -> parcel.place().holder().equals(hand.office());
            case DELIVERED, FAILED ->
                hand.caller().id().equals(parcel.place().courier())
                        || wanted.offline() && wasOut(parcel, hand.caller().id());
            default -> false;
        };
    }

    /** Somebody else may have taken it back in while the phone was out of reach; what happened then is still a fact. */
    private static boolean wasOut(Parcel parcel, UUID courier) {
        return parcel.scans().stream().anyMatch(scan -> courier.equals(scan.courier()));
    }

    private Mono<Receipt> recorded(Parcel parcel, Wanted wanted, Hand hand) {
        if (parcel.scans().stream().anyMatch(scan -> scan.id().equals(wanted.id()))) {
            return Mono.just(receipt(wanted, parcel));
        }
        if (wanted.voids() != null) {
            mayUndo(parcel, wanted.voids(), hand);
        } else if (!wanted.offline()) {
            if (parcel.status() == wanted.step() && wanted.step() != ParcelStatus.IN_TRANSIT) {
                return Mono.just(new Receipt(wanted.id(), wanted.number(), Outcome.DONE, parcel, null));
            }
            mustFollow(parcel, wanted.step());
        }
        mustBeWhole(wanted, hand);
        var scan = scan(parcel, wanted, hand);
        return knewTheCode(parcel, wanted)
                .flatMap(known -> apply.to(parcel, scan, wanted.at(), wanted.note())
                        .delayUntil(scanned -> known ? proofs.knewTheCode(scanned, scan) : Mono.empty()))
                .map(scanned -> receipt(wanted, scanned));
    }

    /** At the door a wrong code is asked for again; what happened out of reach happened, with or without it. */
    private Mono<Boolean> knewTheCode(Parcel parcel, Wanted wanted) {
        var told = wanted.deliveryCode();
        return told == null || wanted.step() != ParcelStatus.DELIVERED
                ? Mono.just(false)
                : parcels.deliveryCode(parcel.id())
                        .map(told::equals)
                        .defaultIfEmpty(false)
                        .flatMap(right -> right || wanted.offline()
                                ? Mono.just(right)
                                : Mono.error(new ProblemException(ShipmentProblem.WRONG_CODE)));
    }

    private Scan scan(Parcel parcel, Wanted wanted, Hand hand) {
        var now = clock.instant();
        var corrected = wanted.offline() ? wanted.at().plus(hand.behind()) : now;
        return new Scan(
                wanted.id(),
                wanted.step(),
                corrected.isAfter(now) ? now : corrected,
                hand.source(),
                hand.office(),
                towards(parcel, wanted),
                courier(wanted, hand),
                wanted.reason(),
                hand.caller().id(),
                wanted.voids());
    }

    private static @Nullable String towards(Parcel parcel, Wanted wanted) {
        if (wanted.towards() != null) {
            return wanted.towards();
        }
        return switch (wanted.step()) {
            case IN_TRANSIT -> parcel.place().delivery();
            case RETURNING -> parcel.officeCode();
            default -> null;
        };
    }

    private static @Nullable UUID courier(Wanted wanted, Hand hand) {
        return switch (wanted.step()) {
            case OUT_FOR_DELIVERY, COLLECTED ->
                hand.source() == Scan.Source.DESK && wanted.courier() != null
                        ? wanted.courier()
                        : hand.caller().id();
            default -> null;
        };
    }

    private static void mustFollow(Parcel parcel, ParcelStatus step) {
        if (!parcel.status().next().contains(step)) {
            throw new ProblemException(ShipmentProblem.ILLEGAL_TRANSITION, parcel.orderCode());
        }
    }

    private static void mustBeWhole(Wanted wanted, Hand hand) {
        switch (wanted.step()) {
            case FAILED -> {
                if (wanted.reason() == null && wanted.voids() == null) {
                    throw new ProblemException(ShipmentProblem.REASON_MISSING);
                }
            }
            // It costs the carrier money.
            case LOST, DAMAGED ->
                hand.caller()
                        .mustBeAllowed(Permission.POST_SUPERVISION, hand.office(), ShipmentProblem.PARCEL_NOT_FOUND);
            case TO_COLLECT, CANCELLED ->
                throw new ProblemException(ShipmentProblem.ILLEGAL_TRANSITION, wanted.number());
            default -> {
                // Nothing more is needed.
            }
        }
    }

    /** One's own scan while it is fresh, unless money or stock has moved on it. */
    private void mayUndo(Parcel parcel, UUID mistake, Hand hand) {
        var scan = parcel.scans().stream()
                .filter(candidate -> candidate.id().equals(mistake))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ShipmentProblem.CANNOT_UNDO));
        boolean own = hand.caller().id().equals(scan.actor())
                && scan.at().isAfter(clock.instant().minus(OWN_UNDO));
        if (scan.step().last()
                || scan.step() == ParcelStatus.TO_COLLECT
                || !own && !hand.caller().may(Permission.POST_SUPERVISION, hand.office())) {
            throw new ProblemException(ShipmentProblem.CANNOT_UNDO);
        }
    }

    private static Receipt receipt(Wanted wanted, Parcel parcel) {
        var kept =
                parcel.journey().unfitting().stream().anyMatch(scan -> scan.id().equals(wanted.id()));
        return new Receipt(wanted.id(), wanted.number(), kept ? Outcome.KEPT : Outcome.DONE, parcel, null);
    }
}
