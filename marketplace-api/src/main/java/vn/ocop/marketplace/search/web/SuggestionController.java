package vn.ocop.marketplace.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PublicReads;
import vn.ocop.marketplace.search.ListingQuestion;
import vn.ocop.marketplace.search.Suggestions;
import vn.ocop.marketplace.search.Suggestions.Suggested;

/** Suggestions while typing. */
@RestController
@RequestMapping(path = "/api/v1/suggestions", produces = MediaType.APPLICATION_JSON_VALUE)
class SuggestionController {

    private final Suggestions suggestions;

    SuggestionController(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GetMapping
    @Operation(summary = "Phrases, products, groups, shops and places a text may be the beginning of")
    Mono<ResponseEntity<Suggested>> suggest(
            @RequestParam(defaultValue = "") @Size(max = ListingQuestion.LONGEST_TEXT) String q,
            @RequestParam(defaultValue = "6") @Min(1) @Max(20) int limit,
            @Parameter(hidden = true) Language language) {
        return suggestions.of(q, limit, language).map(PublicReads::live);
    }
}
