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

/** A shop's sheets at the API. */
@Component
class SheetDesk {

    private static final int ROWS = 48;

    private final MarketplaceApi api;

    SheetDesk(MarketplaceApi api) {
        this.api = api;
    }

    private static ApiAddress shop(String shop) {
        return ApiAddress.of("/api/v1/shops").segment(shop);
    }

    private static ApiAddress sheets(String shop, String kind) {
        return shop(shop).segment("sheets").segment(kind);
    }

    private static ApiAddress sheet(String shop, String id) {
        return shop(shop).segment("imports").segment(id);
    }

    Mono<SheetImport> send(Visit visit, String shop, String kind, String key, FilePart file) {
        var address = sheets(shop, kind).segment("imports").with("fileName", file.filename());
        return api.uploadOnce(visit.caller(), address, key, file.content(), SheetImport.class);
    }

    Mono<SheetImport.All> recent(Visit visit, String shop, String kind) {
        return api.get(visit.caller(), sheets(shop, kind).segment("imports"), SheetImport.All.class);
    }

    Mono<SheetImport> open(Visit visit, String shop, String id) {
        return api.get(visit.caller(), sheet(shop, id), SheetImport.class);
    }

    Mono<SheetImport> check(Visit visit, String shop, String id, Map<String, Integer> mapping) {
        return api.post(
                visit.caller(), sheet(shop, id).segment("check"), Map.of("mapping", mapping), SheetImport.class);
    }

    Mono<SheetImport> run(Visit visit, String shop, String id) {
        return api.post(visit.caller(), sheet(shop, id).segment("run"), Map.of(), SheetImport.class);
    }

    /** Rows that came out so; without a word, those there is something to say about. */
    Mono<SheetImport.Rows> rows(Visit visit, String shop, String id, @Nullable String outcome, @Nullable String after) {
        var address = sheet(shop, id)
                .segment("rows")
                .with("outcome", outcome)
                .with("noted", outcome == null ? "true" : null)
                .with("after", after)
                .with("limit", ROWS);
        return api.get(visit.caller(), address, SheetImport.Rows.class);
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> refused(Visit visit, String shop, String id, @Nullable String format) {
        return api.file(visit.caller(), sheet(shop, id).segment("refused-rows").with("format", format));
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> template(
            Visit visit, String shop, String kind, @Nullable String category, @Nullable String format) {
        return api.file(
                visit.caller(),
                sheets(shop, kind)
                        .segment("template")
                        .with("category", category)
                        .with("format", format));
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> export(Visit visit, String shop, String kind, @Nullable String format) {
        return api.file(visit.caller(), sheets(shop, kind).with("format", format));
    }
}
