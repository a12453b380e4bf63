package vn.ocop.marketplace.listing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.listing.ListingQueries;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PublicReads;

@RestController
@RequestMapping("/api/v1/listings")
@Tag(name = "Listings", description = "What shops offer")
class ListingController {

    private final ListingQueries listings;
    private final ListingResponses responses;

    ListingController(ListingQueries listings, ListingResponses responses) {
        this.listings = listings;
        this.responses = responses;
    }

    @GetMapping("/{idOrSlug}")
    @Operation(summary = "Everything on the page of one listing")
    Mono<ResponseEntity<ListingResponse>> listing(
            @PathVariable String idOrSlug, @Parameter(hidden = true) Language language) {
        return listings.page(idOrSlug)
                .map(page -> PublicReads.live(responses.response(page, language), responses.tag(page, language)));
    }
}
