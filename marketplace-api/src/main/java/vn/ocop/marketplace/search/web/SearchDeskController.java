package vn.ocop.marketplace.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.search.Explanations.Explanation;
import vn.ocop.marketplace.search.ListingQuestion;
import vn.ocop.marketplace.search.SearchDesk;
import vn.ocop.marketplace.search.SearchRule;
import vn.ocop.marketplace.search.SearchedTerm;

/** The administrators' desk for the search. */
@RestController
@RequestMapping(path = "/api/v1/search-desk", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Search desk", description = "What administrators teach the search, and what it tells them")
class SearchDeskController {

    private final SearchDesk desk;

    SearchDeskController(SearchDesk desk) {
        this.desk = desk;
    }

    /** All rules. */
    record SearchRulesResponse(List<SearchRule> items) {}

    /** Searched terms, most first. */
    record SearchedTermsResponse(List<SearchedTerm> items) {}

    /** A rule to keep. */
    record SearchRuleRequest(
            SearchRule.@NotNull Kind kind,
            @NotBlank @Size(max = 200) String phrase,
            @NotBlank @Size(max = 500) String target,
            @Nullable @Min(1) @Max(20) Integer position) {}

    @GetMapping("/rules")
    @Operation(summary = "Other names, redirects and pinned listings")
    Mono<SearchRulesResponse> rules(@AuthenticationPrincipal Caller caller) {
        return desk.rules(caller).collectList().map(SearchRulesResponse::new);
    }

    @PutMapping("/rules")
    @Operation(
            summary = "Keep a rule",
            description =
                    "Kind, phrase and target are the rule's own key, so that repeating is harmless. In force within"
                            + " seconds.")
    Mono<SearchRule> save(@AuthenticationPrincipal Caller caller, @Valid @RequestBody SearchRuleRequest rule) {
        int position = rule.position() == null ? 1 : rule.position();
        return desk.save(caller, rule.kind(), rule.phrase(), rule.target(), position);
    }

    @DeleteMapping("/rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a rule away")
    @ApiResponse(responseCode = "204", description = "Taken away")
    Mono<Void> remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return desk.remove(caller, id);
    }

    @GetMapping("/terms")
    @Operation(summary = "What people search for, and what they search for in vain")
    Mono<SearchedTermsResponse> terms(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "30") @Min(1) @Max(400) int days,
            @RequestParam(defaultValue = "false") boolean inVain,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return desk.terms(caller, days, inVain, limit).collectList().map(SearchedTermsResponse::new);
    }

    @GetMapping("/explanation")
    @Operation(summary = "How a text is read and why its listings stand where they do")
    Mono<Explanation> explain(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") @Size(max = ListingQuestion.LONGEST_TEXT) String q,
            @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit) {
        return desk.explain(caller, q, limit);
    }
}
