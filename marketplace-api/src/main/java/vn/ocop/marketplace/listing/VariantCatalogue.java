package vn.ocop.marketplace.listing;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** What carts and quotes need to know of variants, always fresh from the database. */
public interface VariantCatalogue {

    /** Those of the variants that exist, on sale or not, in no particular order, with one query. */
    Flux<SellableVariant> find(Collection<UUID> variantIds);

    /** Every choice that is offered of the listings, on sale or not, in the order in which they are shown. */
    Flux<SellableVariant> ofListings(Collection<UUID> listingIds);
}
