package vn.ocop.marketplace.search;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Language;

/** Lists of listings as ready JSON, for the HTTP edge of this module. */
@Component
public class ListingLists {

    private final ListingSearch search;
    private final RelatedListings related;
    private final ListingsJson json;

    ListingLists(ListingSearch search, RelatedListings related, ListingsJson json) {
        this.search = search;
        this.related = related;
        this.json = json;
    }

    public Mono<byte[]> find(ListingQuestion question) {
        return search.find(question).map(json::write);
    }

    /** Like the listing, and from its commune; refused when there is no such listing on sale. */
    public Mono<byte[]> related(String idOrSlug, Language language) {
        return related.of(idOrSlug, language).map(json::write);
    }
}
