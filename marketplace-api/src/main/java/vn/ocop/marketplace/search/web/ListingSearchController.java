package vn.ocop.marketplace.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.zip.CRC32C;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PublicReads;
import vn.ocop.marketplace.search.ListingLists;

/** Search, browse and related listings. */
@RestController
@RequestMapping(path = "/api/v1/listings", produces = MediaType.APPLICATION_JSON_VALUE)
class ListingSearchController {

    private final SearchParameters parameters;
    private final ListingLists lists;

    ListingSearchController(SearchParameters parameters, ListingLists lists) {
        this.parameters = parameters;
        this.lists = lists;
    }

    @GetMapping
    @Operation(
            summary = "Search and browse listings",
            description = "Answers one page, the counts of every facet and the cursor of the next page. Values of one"
                    + " filter are alternatives; different filters must all hold.")
    @Parameter(
            name = "q",
            description = "What the shopper typed, with or without marks",
            schema = @Schema(maxLength = 200))
    @Parameter(name = "province", description = "Code or slug; repeatable")
    @Parameter(name = "commune", description = "Code; repeatable")
    @Parameter(name = "category", description = "Code or slug of a sector, group or set; repeatable")
    @Parameter(name = "stars", description = "3, 4 or 5; repeatable")
    @Parameter(name = "shop", description = "Id or slug; repeatable")
    @Parameter(name = "minPrice", schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @Parameter(name = "maxPrice", schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @Parameter(name = "inStock", schema = @Schema(type = "boolean"))
    @Parameter(
            name = "verbatim",
            description = "Search the words as they are typed, without correcting them",
            schema = @Schema(type = "boolean"))
    @Parameter(name = "near", description = "Code or slug of a province whose goods come a little earlier")
    @Parameter(
            name = "sort",
            schema = @Schema(allowableValues = {"relevance", "price", "-price", "newest", "best-selling"}))
    @Parameter(name = "limit", schema = @Schema(type = "integer", minimum = "1", maximum = "96", defaultValue = "24"))
    @Parameter(name = "after", description = "Cursor of the page before")
    @ApiResponse(
            responseCode = "200",
            description = "One page of listings",
            content = @Content(schema = @Schema(implementation = ListingPageResponse.class)))
    Mono<ResponseEntity<byte[]>> search(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            @Parameter(hidden = true) Language language) {
        return parameters.question(query, language).flatMap(lists::find).map(ListingSearchController::answer);
    }

    @GetMapping("/{id}/related")
    @Operation(summary = "Listings like this one, others of its commune, and what is bought with it")
    @ApiResponse(
            responseCode = "200",
            description = "Three short lists",
            content = @Content(schema = @Schema(implementation = RelatedListingsResponse.class)))
    Mono<ResponseEntity<byte[]>> related(
            @Parameter(description = "Id or slug") @PathVariable String id,
            @Parameter(hidden = true) Language language) {
        return lists.related(id, language).map(ListingSearchController::answer);
    }

    private static ResponseEntity<byte[]> answer(byte[] body) {
        var checksum = new CRC32C();
        checksum.update(body);
        return PublicReads.live(body, "\"" + Long.toHexString(checksum.getValue()) + "-" + body.length + "\"");
    }
}
