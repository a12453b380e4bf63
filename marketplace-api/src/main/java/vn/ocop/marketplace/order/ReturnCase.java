package vn.ocop.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.LocalizedPicture;

/** A buyer's wish to get money back for goods that are wrong or never came. */
public record ReturnCase(
        UUID id,
        UUID orderId,
        String orderCode,
        UUID buyerId,
        UUID shopId,
        String provinceCode,
        Kind kind,
        Reason reason,
        ReturnStatus status,
        @Nullable Instant dueAt,
        Instant askedAt,
        List<Piece> lines,
        List<Step> steps,
        List<Photo> photos) {

    /** The two branches. */
    public enum Kind {
        PROBLEM,
        NOT_RECEIVED
    }

    /** What is wrong. */
    public enum Reason {
        DAMAGED,
        SPOILED,
        WRONG,
        MISSING,
        NOT_AS_DESCRIBED,
        OTHER,
        NOT_RECEIVED
    }

    /** So many pieces of the line at a position. */
    public record Piece(int position, int pieces) {}

    /** What was done or said, by which side. */
    public record Step(ReturnStatus status, ReturnMove.Party party, String words, Instant at) {}

    /** A picture that proves something. */
    public record Photo(LocalizedPicture picture, ReturnMove.Party party) {}

    public ReturnCase {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
        photos = List.copyOf(photos);
    }

    /** What is to go back of the order as it is now: less where a part of it went back meanwhile. */
    RefundPlan plan(Order order) {
        return kind == Kind.NOT_RECEIVED
                ? RefundPlan.ofAllThatIsLeft(order)
                : RefundPlan.ofPiecesLeft(
                        order,
                        lines.stream().collect(Collectors.toMap(Piece::position, Piece::pieces, Math::addExact)));
    }
}
