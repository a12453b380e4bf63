package vn.ocop.marketplace.sheet.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.sheet.RowOutcome;
import vn.ocop.marketplace.sheet.SheetFormat;

@RestController
@RequestMapping("/api/v1/workplaces/{kind}/{scope}")
@Tag(
        name = "Sheets",
        description = "Much at once: from XLSX or CSV, looked at first, with results by row; and out again")
class WorkplaceSheetController {

    private final SheetAnswers answers;

    WorkplaceSheetController(SheetAnswers answers) {
        this.answers = answers;
    }

    @GetMapping(path = "/sheets/{sheetKind}/template", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "An empty sheet to fill in, with an example and explanations")
    Mono<ResponseEntity<byte[]>> template(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable String sheetKind,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return answers.template(
                new Memberships.Place(kind, scope), sheetKind, null, new SheetAnswers.Wanted(format, language, caller));
    }

    @GetMapping(path = "/sheets/{sheetKind}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "What a post office, community team or province has brought in, as a sheet",
            description = "Changed and sent back it changes just that: rows are known by their key.")
    Mono<ResponseEntity<byte[]>> export(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable String sheetKind,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return answers.export(
                new Memberships.Place(kind, scope), sheetKind, new SheetAnswers.Wanted(format, language, caller));
    }

    @PostMapping(
            path = "/sheets/{sheetKind}/imports",
            consumes = MediaType.ALL_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Send a sheet: XLSX or CSV, at most 16 MB and 10,000 rows",
            description = "Nothing happens yet: the answer says which columns were recognised.")
    @ApiResponse(responseCode = "201", description = "Kept, to be looked at")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    Mono<ResponseEntity<SheetAnswers.ImportResponse>> send(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable String sheetKind,
            @RequestParam(defaultValue = "") String fileName,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @Parameter(hidden = true) ServerHttpRequest request,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        var incoming = new SheetAnswers.Incoming(request, fileName, idempotencyKey);
        return answers.send(
                new Memberships.Place(kind, scope),
                sheetKind,
                incoming,
                "/api/v1/workplaces/" + kind + "/" + scope,
                caller,
                language);
    }

    @GetMapping("/sheets/{sheetKind}/imports")
    @Operation(summary = "Sheets that were sent lately, the newest first; they are kept for 30 days")
    Mono<SheetAnswers.ImportList> recent(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable String sheetKind,
            @AuthenticationPrincipal Caller caller) {
        return answers.recent(new Memberships.Place(kind, scope), sheetKind, caller);
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "How far a sheet has got")
    Mono<SheetAnswers.ImportResponse> open(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return answers.open(new Memberships.Place(kind, scope), id, caller, language);
    }

    @PostMapping("/imports/{id}/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Look at every row without changing anything",
            description =
                    "With the given names of columns, or as they were recognised. The sheet is CHECKED when done.")
    Mono<SheetAnswers.ImportResponse> check(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable UUID id,
            @Valid @org.springframework.web.bind.annotation.RequestBody SheetAnswers.CheckRequest request,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return answers.check(new Memberships.Place(kind, scope), id, request, caller, language);
    }

    @PostMapping("/imports/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Put the good rows of a sheet into effect; it is DONE when done")
    Mono<SheetAnswers.ImportResponse> run(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return answers.run(new Memberships.Place(kind, scope), id, caller, language);
    }

    @GetMapping("/imports/{id}/rows")
    @Operation(summary = "Rows with what became of them, in the order of the file")
    Mono<SheetAnswers.RowPage> rows(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable UUID id,
            @RequestParam(required = false) RowOutcome.@Nullable Kind outcome,
            @RequestParam(defaultValue = "false") boolean noted,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return answers.rows(
                new Memberships.Place(kind, scope),
                id,
                new SheetAnswers.Asked(outcome, noted, after, limit),
                caller,
                language);
    }

    @GetMapping(path = "/imports/{id}/refused-rows", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "The refused rows as a sheet, each with the reason, to be mended and sent again")
    Mono<ResponseEntity<byte[]>> refused(
            @PathVariable Membership.Kind kind,
            @PathVariable String scope,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return answers.refused(
                new Memberships.Place(kind, scope), id, new SheetAnswers.Wanted(format, language, caller));
    }
}
