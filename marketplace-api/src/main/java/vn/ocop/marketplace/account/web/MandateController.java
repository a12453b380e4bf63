package vn.ocop.marketplace.account.web;

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
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.MandateFile;
import vn.ocop.marketplace.account.Mandates;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.OneTimeCodes;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Mandates", description = "Working for a household by its own word, until it takes over")
class MandateController {

    private final Mandates mandates;
    private final Clock clock;

    MandateController(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    record QuestionRequest(
            @NotBlank @Size(max = 100) String householdName,
            @NotBlank @Size(max = 30) String phone,
            @NotEmpty @Size(max = 10) Set<@NotNull Permission> permissions,
            @NotNull LocalDate validTo) {

        @Override
        public String toString() {
            return "QuestionRequest";
        }
    }

    record WordRequest(Mandates.@NotNull Word word) {}

    record SentResponse(UUID id, String sentTo, Instant expiresAt, Instant againAt) {

        static SentResponse of(OneTimeCodes.Sent sent) {
            return new SentResponse(sent.id(), sent.sentTo(), sent.expiresAt(), sent.againAt());
        }
    }

    record AgreementRequest(
            @NotNull UUID codeId, @NotBlank @Size(max = 20) String code) {

        @Override
        public String toString() {
            return "AgreementRequest";
        }
    }

    record EndRequest(@Nullable @Size(max = 300) String reason) {}

    record MandateResponse(
            UUID id,
            Membership.Kind agentKind,
            String agentScope,
            String householdName,
            String phone,
            @Nullable UUID shopId,
            List<Permission> permissions,
            LocalDate validTo,
            MandateFile.State state,
            MandateFile.@Nullable Method method,
            @Nullable Instant agreedAt,
            @Nullable Instant confirmedAt,
            Instant createdAt) {}

    record MandateList(List<MandateResponse> items) {}

    record MandatePage(
            List<MandateResponse> items, @Nullable String next) {}

    private MandateResponse response(MandateFile mandate) {
        return new MandateResponse(
                mandate.id(),
                mandate.agent().kind(),
                mandate.agent().scope(),
                mandate.householdName(),
                PhoneNumbers.national(mandate.phone()),
                mandate.shop(),
                mandate.permissions().stream().sorted().toList(),
                mandate.validTo(),
                mandate.state(BusinessTime.today(clock)),
                mandate.method(),
                mandate.agreedAt(),
                mandate.confirmedAt(),
                mandate.createdAt());
    }

    @PostMapping("/workplaces/{kind}/{scope}/mandates")
    @Operation(
            summary = "Ask a household for a mandate",
            description = "By a post office or a community team that may open shops for others. It is in force when the"
                    + " household has agreed.")
    @ApiResponse(responseCode = "201", description = "Asked")
    Mono<ResponseEntity<MandateResponse>> ask(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @Valid @RequestBody QuestionRequest request,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @AuthenticationPrincipal Caller clerk) {
        var question = new Mandates.Question(
                new Memberships.Place(kind, scope),
                request.householdName(),
                request.phone(),
                request.permissions(),
                request.validTo());
        return mandates.ask(question, clerk, idempotencyKey)
                .map(mandate -> ResponseEntity.created(URI.create("/api/v1/mandates/" + mandate.id()))
                        .body(response(mandate)));
    }

    @GetMapping("/workplaces/{kind}/{scope}/mandates")
    @Operation(summary = "The mandates of a post office or community team, the newest first; all or those of one state")
    Mono<MandatePage> ofAgent(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @RequestParam(required = false) MandateFile.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "48") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @AuthenticationPrincipal Caller clerk) {
        return mandates.ofAgent(new Memberships.Place(kind, scope), state, after, limit, clerk)
                .map(page -> new MandatePage(
                        page.items().stream().map(this::response).toList(), page.next()));
    }

    @GetMapping("/shops/{shopId}/mandates")
    @Operation(summary = "Who works or has worked for a shop by mandate, for its own people")
    Mono<MandateList> ofShop(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return mandates.ofShop(shopId, caller)
                .map(found -> new MandateList(found.stream().map(this::response).toList()));
    }

    @GetMapping("/mandates/{id}")
    @Operation(summary = "One mandate, for those who work by it and the household")
    Mono<MandateResponse> open(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return mandates.open(id, caller).map(this::response);
    }

    @PostMapping("/mandates/{id}/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send the household a code by which it agrees, or confirms what was prepared")
    Mono<SentResponse> code(
            @PathVariable UUID id,
            @Valid @RequestBody WordRequest request,
            @AuthenticationPrincipal Caller clerk,
            @Parameter(hidden = true) Language language,
            ServerWebExchange exchange) {
        return mandates.sendCode(id, request.word(), clerk, ClientAddress.of(exchange), language)
                .map(SentResponse::of);
    }

    @PostMapping("/mandates/{id}/agreement")
    @Operation(
            summary = "Take down the household's yes",
            description = "By the code it was sent. A household that has signed on paper: POST /mandates/{id}/paper.")
    Mono<MandateResponse> agree(
            @PathVariable UUID id,
            @Valid @RequestBody AgreementRequest request,
            @AuthenticationPrincipal Caller clerk) {
        return mandates.agree(id, request.codeId(), request.code(), clerk).map(this::response);
    }

    @PostMapping("/mandates/{id}/approval")
    @Operation(summary = "A second person has compared the signed paper")
    Mono<MandateResponse> approve(@PathVariable UUID id, @AuthenticationPrincipal Caller second) {
        return mandates.approve(id, second).map(this::response);
    }

    @PostMapping("/mandates/{id}/end")
    @Operation(
            summary = "End a mandate",
            description = "By the household, who runs its shop itself from then on, or by those who worked for it.")
    Mono<MandateResponse> end(
            @PathVariable UUID id, @Valid @RequestBody EndRequest request, @AuthenticationPrincipal Caller caller) {
        return mandates.end(id, Objects.requireNonNullElse(request.reason(), ""), caller)
                .map(this::response);
    }
}
