package vn.ocop.marketplace.listing;

import java.util.List;
import reactor.core.publisher.Mono;

/** Takes stock and gives it back, inside the caller's transaction. Stock can never go below zero. */
public interface StockReservations {

    /**
     * Takes what can be taken, locking variants in id order, and answers the lines that were taken. A line is missing
     * from the answer when too few are left or the variant is not on sale; the caller then rolls its transaction back.
     */
    Mono<List<TakenStock>> take(List<StockRequest> requests);

    /** Puts back what {@link #take} took; unknown variants are ignored. */
    Mono<Void> giveBack(List<StockRequest> requests);
}
