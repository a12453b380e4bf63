package vn.ocop.marketplace.web.selling;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Sheets at the API, of a shop or of another workplace by the name of {@link SheetPlace}. */
@Component
class SheetDesk {

    private static final int ROWS = 48;

    private final MarketplaceApi api;

    SheetDesk(MarketplaceApi api) {
        this.api = api;
    }

    private static ApiAddress sheets(String place, String kind) {
        return SheetPlace.of(place).address().segment("sheets").segment(kind);
    }

    private static ApiAddress sheet(String place, String id) {
        return SheetPlace.of(place).address().segment("imports").segment(id);
    }

    Mono<SheetImport> send(Visit visit, String place, String kind, String key, FilePart file) {
        var address = sheets(place, kind).segment("imports").with("fileName", file.filename());
        return api.uploadOnce(visit.caller(), address, key, file.content(), SheetImport.class);
    }

    Mono<SheetImport.All> recent(Visit visit, String place, String kind) {
        return api.get(visit.caller(), sheets(place, kind).segment("imports"), SheetImport.All.class);
    }

    Mono<SheetImport> open(Visit visit, String place, String id) {
        return api.get(visit.caller(), sheet(place, id), SheetImport.class);
    }

    Mono<SheetImport> check(Visit visit, String place, String id, Map<String, Integer> mapping) {
        return api.post(
                visit.caller(), sheet(place, id).segment("check"), Map.of("mapping", mapping), SheetImport.class);
    }

    Mono<SheetImport> run(Visit visit, String place, String id) {
        return api.post(visit.caller(), sheet(place, id).segment("run"), Map.of(), SheetImport.class);
    }

    /** Rows that came out so; without a word, those there is something to say about. */
    Mono<SheetImport.Rows> rows(
            Visit visit, String place, String id, @Nullable String outcome, @Nullable String after) {
        var address = sheet(place, id)
                .segment("rows")
                .with("outcome", outcome)
                .with("noted", outcome == null ? "true" : null)
                .with("after", after)
                .with("limit", ROWS);
        return api.get(visit.caller(), address, SheetImport.Rows.class);
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> refused(Visit visit, String place, String id, @Nullable String format) {
        return api.file(visit.caller(), sheet(place, id).segment("refused-rows").with("format", format));
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> template(
            Visit visit, String place, String kind, @Nullable String category, @Nullable String format) {
        return api.file(
                visit.caller(),
                sheets(place, kind)
                        .segment("template")
                        .with("category", category)
                        .with("format", format));
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> export(Visit visit, String place, String kind, @Nullable String format) {
        return api.file(visit.caller(), sheets(place, kind).with("format", format));
    }
}
