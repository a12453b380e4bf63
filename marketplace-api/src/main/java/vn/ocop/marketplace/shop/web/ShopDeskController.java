package vn.ocop.marketplace.shop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.web.SeenVersion;
import vn.ocop.marketplace.shop.AuthorityRequest;
import vn.ocop.marketplace.shop.AuthorityRequests;
import vn.ocop.marketplace.shop.JudgeShop;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopFile;
import vn.ocop.marketplace.shop.ShopProblem;
import vn.ocop.marketplace.shop.ShopVerdict;
import vn.ocop.marketplace.territory.TerritoryProblem;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Province desk: shops", description = "Officers decide on shops, and on what authorities ask for")
class ShopDeskController {

    private static final int MOST_TOGETHER = 100;

    private final JudgeShop judgeShop;
    private final AuthorityRequests requests;
    private final MessageSource messages;

    ShopDeskController(JudgeShop judgeShop, AuthorityRequests requests, MessageSource messages) {
        this.judgeShop = judgeShop;
        this.requests = requests;
        this.messages = messages;
    }

    /**
     * Shops of a province.
     *
     * @param counts how many there are by state; {@code RESTRICTED} are open ones with a suspension announced,
     *     {@code ANSWERED} those whose people answered to a suspension and wait for a word
     */
    record QueueResponse(List<ShopFile> items, @Nullable String next, Map<String, Long> counts) {}

    record VerdictRequest(
            ShopVerdict.@NotNull Kind verdict,
            @Nullable @Size(max = 500) String reason,
            @Nullable @Size(max = 200) String legalOrder) {

        ShopVerdict given() {
            return new ShopVerdict(verdict, Objects.requireNonNullElse(reason, ""), legalOrder);
        }
    }

    /** A shop as it was seen. */
    record Seen(@NotNull UUID id, long version) {}

    record VerdictsRequest(
            @NotNull @Valid VerdictRequest said,
            @NotEmpty @Size(max = MOST_TOGETHER) List<@NotNull @Valid Seen> shops) {}

    /** How it went with one of many; code and message say why not. */
    record ShopOutcome(
            UUID id,
            boolean done,
            @Nullable String code,
            @Nullable String message) {}

    record ShopOutcomeList(List<ShopOutcome> items) {}

    record LetterRequest(
            @NotBlank @Size(max = 150) String authority,
            @NotBlank @Size(max = 100) String number,
            AuthorityRequest.@NotNull SubjectKind subjectKind,
            @NotNull UUID subjectId,
            @NotBlank @Size(max = 500) String wanted,
            @Nullable Instant receivedAt) {

        AuthorityRequests.Letter letter() {
            return new AuthorityRequests.Letter(authority, number, subjectKind, subjectId, wanted, receivedAt);
        }
    }

    record AnswerRequest(
            AuthorityRequest.@NotNull Outcome outcome,
            @Nullable @Size(max = 500) String note) {}

    record AuthorityRequestList(List<AuthorityRequest> items) {}

    @GetMapping("/province-desks/{code}/shops")
    @Operation(
            summary = "Shops of a province in one state, those that have waited longest first",
            description = "Or, whatever their state, those whose people answered to a suspension and wait for a word.")
    Mono<QueueResponse> queue(
            @PathVariable String code,
            @RequestParam(defaultValue = "UNDER_REVIEW") Shop.Status status,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean restricted,
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal Caller officer) {
        return judgeShop
                .queue(code, new JudgeShop.Wanted(status, q, restricted, answered, limit, after), officer)
                .map(queue ->
                        new QueueResponse(queue.page().items(), queue.page().next(), queue.counts()));
    }

    @PostMapping("/shops/{shopId}/decisions")
    @Operation(
            summary = "Open, send back, refuse, suspend, lift a suspension or uphold it",
            description =
                    "By an officer of the shop's province; If-Match carries the version that was seen. A suspension"
                            + " takes effect when its notice has run, or at once by a legal order.")
    Mono<ResponseEntity<ShopFile>> decide(
            @PathVariable UUID shopId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody VerdictRequest request,
            @AuthenticationPrincipal Caller officer) {
        return judgeShop
                .judge(shopId, seen(ifMatch), request.given(), officer)
                .map(shop -> ResponseEntity.ok()
                        .eTag(SeenVersion.tag(shop.version()))
                        .body(shop));
    }

    @PostMapping("/province-desks/{code}/shop-decisions")
    @Operation(summary = "Decide on several shops with one reason; each succeeds or fails by itself")
    Mono<ShopOutcomeList> decideAll(
            @PathVariable String code,
            @Valid @RequestBody VerdictsRequest request,
            @AuthenticationPrincipal Caller officer,
            @Parameter(hidden = true) Language language) {
        officer.mustBeAllowed(Permission.PROVINCE_SHOPS, code, TerritoryProblem.PROVINCE_NOT_FOUND);
        return Flux.fromIterable(request.shops())
                .concatMap(seen -> judgeShop
                        .judge(seen.id(), seen.version(), request.said().given(), officer)
                        .map(shop -> new ShopOutcome(seen.id(), true, null, null))
                        .onErrorResume(ProblemException.class, no -> Mono.just(refused(seen, no, language))))
                .collectList()
                .map(ShopOutcomeList::new);
    }

    private static long seen(@Nullable String ifMatch) {
        return SeenVersion.of(ifMatch, ShopProblem.VERSION_NEEDED, ShopProblem.STALE);
    }

    private ShopOutcome refused(Seen seen, ProblemException refusal, Language language) {
        var code = refusal.problem().code();
        var words = messages.getMessage(code + ".detail", refusal.arguments(), code, language.locale());
        return new ShopOutcome(seen.id(), false, code, words);
    }

    @GetMapping("/province-desks/{code}/authority-requests")
    @Operation(summary = "Removals that authorities asked for, the most urgent first")
    Mono<AuthorityRequestList> requests(
            @PathVariable String code,
            @RequestParam(defaultValue = "true") boolean open,
            @AuthenticationPrincipal Caller officer) {
        return requests.list(code, open, officer).map(AuthorityRequestList::new);
    }

    @PostMapping("/province-desks/{code}/authority-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enter what an authority asks to remove",
            description = "The clock starts when the letter was received. Taking down the subject ends the request. A"
                    + " letter is entered once for each subject.")
    @ApiResponse(responseCode = "201", description = "Entered, with the moment by which it must be done")
    Mono<AuthorityRequest> enter(
            @PathVariable String code,
            @Valid @RequestBody LetterRequest request,
            @AuthenticationPrincipal Caller officer) {
        return requests.enter(code, request.letter(), officer);
    }

    @PostMapping("/authority-requests/{id}/answer")
    @Operation(
            summary = "End a removal request with a note",
            description = "If-Match carries the version that was seen.")
    Mono<AuthorityRequest> answer(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody AnswerRequest request,
            @AuthenticationPrincipal Caller officer) {
        return requests.complete(
                id, seen(ifMatch), request.outcome(), Objects.requireNonNullElse(request.note(), ""), officer);
    }
}
