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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.web.SentFile;
import vn.ocop.marketplace.sheet.Imports;
import vn.ocop.marketplace.sheet.RowOutcome;
import vn.ocop.marketplace.sheet.SheetFiles;
import vn.ocop.marketplace.sheet.SheetFormat;
import vn.ocop.marketplace.sheet.SheetImport;
import vn.ocop.marketplace.sheet.SheetKind;

@RestController
@RequestMapping("/api/v1/shops/{shopId}")
@Tag(
        name = "Sheets",
        description = "Much at once: from XLSX or CSV, looked at first, with results by row; and out again")
class ImportController {

    private static final int MAX_FILE_BYTES = 16 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final SheetFiles files;

    ImportController(Imports imports, SheetFiles files) {
        this.imports = imports;
        this.files = files;
    }

    /** One of our columns, under its heading in the reader's language. */
    record ColumnResponse(String code, String heading, boolean needed) {}

    /**
     * How far a sheet has got.
     *
     * @param mapping by the code of a column the place in the file, from 0
     * @param outcomes by the name of an outcome how many rows
     */
    record ImportResponse(
            UUID id,
            String kind,
            String fileName,
            SheetImport.State state,
            int totalRows,
            int doneRows,
            List<String> headings,
            List<ColumnResponse> columns,
            Map<String, Integer> mapping,
            Map<String, Long> outcomes,
            List<List<String>> sample,
            Instant createdAt) {}

    record ImportSummary(
            UUID id, String fileName, SheetImport.State state, int totalRows, int doneRows, Instant createdAt) {}

    record ImportList(List<ImportSummary> items) {}

    record CheckRequest(@Nullable @Size(max = 60) Map<@Size(max = 40) String, @NotNull Integer> mapping) {}

    record RowResponse(int number, RowOutcome.Kind outcome, List<String> cells, List<String> notes) {}

    record RowPage(List<RowResponse> items, @Nullable String next) {}

    @GetMapping(path = "/sheets/{kind}/template", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "An empty sheet to fill in, with an example and explanations",
            description = "With category, what products of that set must tell is marked.")
    Mono<ResponseEntity<byte[]>> template(
            @PathVariable UUID shopId,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return files.template(shopId, kind, category, format, language, caller).map(ImportController::file);
    }

    @GetMapping(path = "/sheets/{kind}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "What the shop has, as a sheet",
            description = "Changed and sent back it changes just that: rows are known by their code.")
    Mono<ResponseEntity<byte[]>> export(
            @PathVariable UUID shopId,
            @PathVariable String kind,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return files.export(shopId, kind, format, language, caller).map(ImportController::file);
    }

    @PostMapping(
            path = "/sheets/{kind}/imports",
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
    Mono<ResponseEntity<ImportResponse>> send(
            @PathVariable UUID shopId,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String fileName,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @Parameter(hidden = true) ServerHttpRequest request,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return SentFile.read(request, MAX_FILE_BYTES)
                .map(bytes -> new Imports.Sent(shopId, kind, name(fileName), bytes))
                .flatMap(sent -> imports.send(sent, caller, idempotencyKey))
                .map(opened -> response(opened, language))
                .map(kept -> ResponseEntity.created(URI.create("/api/v1/shops/" + shopId + "/imports/" + kept.id()))
                        .body(kept));
    }

    private static String name(String fileName) {
        var plain = fileName.replaceAll("\\p{Cntrl}", "").strip();
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    @GetMapping("/sheets/{kind}/imports")
    @Operation(summary = "Sheets that were sent lately, the newest first; they are kept for 30 days")
    Mono<ImportList> recent(
            @PathVariable UUID shopId, @PathVariable String kind, @AuthenticationPrincipal Caller caller) {
        return imports.recent(shopId, kind, caller)
                .map(found -> new ImportList(found.stream()
                        .map(sheet -> new ImportSummary(
                                sheet.id(),
                                sheet.fileName(),
                                sheet.state(),
                                sheet.totalRows(),
                                sheet.doneRows(),
                                sheet.createdAt()))
                        .toList()));
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "How far a sheet has got")
    Mono<ImportResponse> open(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return imports.open(shopId, id, caller).map(opened -> response(opened, language));
    }

    @PostMapping("/imports/{id}/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Look at every row without changing anything",
            description =
                    "With the given names of columns, or as they were recognised. The sheet is CHECKED when done.")
    Mono<ImportResponse> check(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @Valid @org.springframework.web.bind.annotation.RequestBody CheckRequest request,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return imports.check(shopId, id, request.mapping(), caller).map(opened -> response(opened, language));
    }

    @PostMapping("/imports/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Put the good rows of a sheet into effect; it is DONE when done")
    Mono<ImportResponse> run(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return imports.run(shopId, id, caller).map(opened -> response(opened, language));
    }

    @GetMapping("/imports/{id}/rows")
    @Operation(summary = "Rows with what became of them, in the order of the file")
    Mono<RowPage> rows(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @RequestParam(required = false) RowOutcome.@Nullable Kind outcome,
            @RequestParam(defaultValue = "false") boolean noted,
            @RequestParam(defaultValue = "0") @Min(0) int after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return imports.kindOf(shopId, id, caller)
                .flatMap(kind -> imports.rows(shopId, id, outcome, noted, after, limit, caller)
                        .map(page -> new RowPage(
                                page.items().stream()
                                        .map(row -> row(row, kind, language))
                                        .toList(),
                                page.next())));
    }

    private RowResponse row(SheetImport.Row row, SheetKind kind, Language language) {
        return new RowResponse(
                row.number(),
                row.outcome().kind(),
                row.cells(),
                row.outcome().notes().stream()
                        .map(note -> files.sentence(note, kind, language))
                        .toList());
    }

    @GetMapping(path = "/imports/{id}/refused-rows", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "The refused rows as a sheet, each with the reason, to be mended and sent again")
    Mono<ResponseEntity<byte[]>> refused(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "XLSX") SheetFormat format,
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) Language language) {
        return files.refused(shopId, id, format, language, caller).map(ImportController::file);
    }

    private static ResponseEntity<byte[]> file(SheetFiles.Ready ready) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ready.format().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(ready.name() + ready.format().ending())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(ready.bytes());
    }

    private ImportResponse response(Imports.Opened opened, Language language) {
        var sheet = opened.sheet();
        return new ImportResponse(
                sheet.id(),
                sheet.kind(),
                sheet.fileName(),
                sheet.state(),
                sheet.totalRows(),
                sheet.doneRows(),
                sheet.headings(),
                opened.kind().columns().stream()
                        .map(column -> new ColumnResponse(
                                column.code(), files.heading(opened.kind(), column.code(), language), column.needed()))
                        .toList(),
                sheet.mapping(),
                opened.outcomes(),
                opened.sample().stream().map(SheetImport.Row::cells).toList(),
                sheet.createdAt());
    }
}
