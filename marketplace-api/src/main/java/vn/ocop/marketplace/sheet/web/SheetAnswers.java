package vn.ocop.marketplace.sheet.web;

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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.web.SentFile;
import vn.ocop.marketplace.sheet.Imports;
import vn.ocop.marketplace.sheet.RowOutcome;
import vn.ocop.marketplace.sheet.SheetFiles;
import vn.ocop.marketplace.sheet.SheetFormat;
import vn.ocop.marketplace.sheet.SheetImport;
import vn.ocop.marketplace.sheet.SheetKind;

/** What is answered about sheets, the same at shops as at other workplaces. */
@Component
class SheetAnswers {

    private static final int MAX_FILE_BYTES = 16 * 1024 * 1024;
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final SheetFiles files;

    SheetAnswers(Imports imports, SheetFiles files) {
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

    /** A file to take home: which, in which format, in whose words. */
    record Wanted(SheetFormat format, Language language, Caller caller) {}

    Mono<ResponseEntity<byte[]>> template(
            Memberships.Place place, String kind, @Nullable String category, Wanted wanted) {
        return files.template(place, kind, category, wanted.format(), wanted.language(), wanted.caller())
                .map(SheetAnswers::file);
    }

    Mono<ResponseEntity<byte[]>> export(Memberships.Place place, String kind, Wanted wanted) {
        return files.export(place, kind, wanted.format(), wanted.language(), wanted.caller())
                .map(SheetAnswers::file);
    }

    Mono<ResponseEntity<byte[]>> refused(Memberships.Place place, UUID id, Wanted wanted) {
        return files.refused(place, id, wanted.format(), wanted.language(), wanted.caller())
                .map(SheetAnswers::file);
    }

    /** A file that was sent, with what else came with it. */
    record Incoming(ServerHttpRequest request, String fileName, String idempotencyKey) {}

    Mono<ResponseEntity<ImportResponse>> send(
            Memberships.Place place, String kind, Incoming incoming, String address, Caller caller, Language language) {
        return SentFile.read(incoming.request(), MAX_FILE_BYTES)
                .map(bytes -> new Imports.Sent(place, kind, name(incoming.fileName()), bytes))
                .flatMap(sent -> imports.send(sent, caller, incoming.idempotencyKey()))
                .map(opened -> response(opened, language))
                .map(kept -> ResponseEntity.created(URI.create(address + "/imports/" + kept.id()))
                        .body(kept));
    }

    private static String name(String fileName) {
        var plain = fileName.replaceAll("\\p{Cntrl}", "").strip();
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }

    Mono<ImportList> recent(Memberships.Place place, String kind, Caller caller) {
        return imports.recent(place, kind, caller)
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

    Mono<ImportResponse> open(Memberships.Place place, UUID id, Caller caller, Language language) {
        return imports.open(place, id, caller).map(opened -> response(opened, language));
    }

    Mono<ImportResponse> check(
            Memberships.Place place, UUID id, CheckRequest request, Caller caller, Language language) {
        return imports.check(place, id, request.mapping(), caller).map(opened -> response(opened, language));
    }

    Mono<ImportResponse> run(Memberships.Place place, UUID id, Caller caller, Language language) {
        return imports.run(place, id, caller).map(opened -> response(opened, language));
    }

    /** Which rows are asked for. */
    record Asked(RowOutcome.@Nullable Kind outcome, boolean noted, int after, int limit) {}

    Mono<RowPage> rows(Memberships.Place place, UUID id, Asked asked, Caller caller, Language language) {
        return imports.kindOf(place, id, caller)
                .flatMap(kind -> imports.rows(
                                place, id, asked.outcome(), asked.noted(), asked.after(), asked.limit(), caller)
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
