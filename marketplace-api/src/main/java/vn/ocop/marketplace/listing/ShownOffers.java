package vn.ocop.marketplace.listing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What offers make lists show of listings; whoever knows when offers run keeps it. */
public interface ShownOffers {

    /**
     * What a listing costs anybody now.
     *
     * @param price null when no offer counts any more
     */
    record Shown(
            UUID listing, @Nullable Long price, @Nullable Instant until) {}

    /** Changes what is shown, and has search follow. */
    Mono<Void> show(List<Shown> changed);
}
