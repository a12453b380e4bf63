package vn.ocop.marketplace.web.carriers;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.post.Figures;
import vn.ocop.marketplace.web.site.Visit;

/** Carriers and their cash at the API. */
@Component
public class CarrierDesk {

    private static final ApiAddress REMITTANCES = ApiAddress.of("/api/v1/remittances");

    private final MarketplaceApi api;

    CarrierDesk(MarketplaceApi api) {
        this.api = api;
    }

    /** One line of a carrier's list beside what our scans say. */
    public record Line(String number, long amount, @Nullable Long expected, String outcome) {}

    /** Cash that a carrier handed over. */
    public record Remittance(
            String id, String carrier, String bankRef, Instant receivedAt, long total, long matched, List<Line> lines) {

        public long unmatched() {
            return total - matched;
        }

        /** What a person has to look at. */
        public List<Line> toSettle() {
            return lines.stream()
                    .filter(line -> !line.outcome().equals("MATCHED"))
                    .toList();
        }
    }

    /** Cash of one office that its carrier has not handed over, by how long ago it was taken. */
    public record Owed(
            String carrier,
            String office,
            long parcels,
            long amount,
            Instant since,
            long fresh,
            long threeDays,
            long sevenDays,
            long fourteenDays) {

        /** Of the whole, in percent. */
        public int percent(long part) {
            return amount <= 0 ? 0 : Math.clamp(Math.round(100.0 * part / amount), 0, 100);
        }
    }

    /** A line as the carrier sends it. */
    record Claim(String number, long amount) {}

    Mono<List<Remittance>> remittances(Visit visit) {
        return api.get(visit.caller(), REMITTANCES, Remittance[].class).map(List::of);
    }

    Mono<List<Owed>> owed(Visit visit) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/cash-outstanding"), Owed[].class)
                .map(List::of);
    }

    Mono<Remittance> receive(Visit visit, String id, String carrier, String bankRef, List<Claim> lines) {
        return api.post(
                visit.caller(),
                REMITTANCES,
                Map.of("id", id, "carrier", carrier, "bankRef", bankRef, "lines", lines),
                Remittance.class);
    }

    /** Whoever carries. */
    public record Carrier(String code, String name) {}

    /** How we speak to a carrier. */
    public record Account(
            String id,
            String carrier,
            String adapter,
            String baseUrl,
            String shopRef,
            boolean active,
            Map<String, String> codes) {

        /** One code to a line, as it is edited. */
        public String lines() {
            var lines = new StringBuilder();
            codes.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(code -> lines.append(code.getKey())
                            .append(" = ")
                            .append(code.getValue())
                            .append('\n'));
            return lines.toString();
        }
    }

    /** A parcel that a carrier would not take, or would not let go. */
    public record Stuck(
            String parcel,
            String carrier,
            String number,
            String orderCode,
            String state,
            String error,
            Instant askedAt) {}

    /** Everything that is known of carriers. */
    public record Standing(List<Carrier> carriers, List<Account> accounts, List<Stuck> stuck) {

        public String name(String code) {
            return carriers.stream()
                    .filter(carrier -> carrier.code().equals(code))
                    .map(Carrier::name)
                    .findFirst()
                    .orElse(code);
        }
    }

    /** A key of a carrier's own system. */
    public record Key(
            String id,
            String name,
            List<String> scopes,
            Instant madeAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt) {}

    /** A key that was just made, with its text. */
    public record FreshKey(Key key, String secret) {

        @Override
        public String toString() {
            return "FreshKey[" + key.id() + "]";
        }
    }

    /** One carrier's figures. */
    public record CarrierFigures(String carrier, String name, Figures figures) {}

    /** Something a carrier told that nobody has explained. */
    public record Unclear(String id, String carrier, String number, String code, Instant at, String reason) {}

    private static final ApiAddress ACCOUNTS = ApiAddress.of("/api/v1/carrier-accounts");

    Mono<Standing> standing(Visit visit) {
        return api.get(visit.caller(), ACCOUNTS, Standing.class);
    }

    Mono<List<CarrierFigures>> figures(Visit visit) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/carrier-figures"), CarrierFigures[].class)
                .map(List::of);
    }

    Mono<List<Key>> keys(Visit visit, String account) {
        return api.get(visit.caller(), account(account).segment("keys"), Key[].class)
                .map(List::of);
    }

    private static ApiAddress account(String id) {
        return ApiAddress.of("/api/v1/carrier-accounts").segment(id);
    }

    Mono<FreshKey> makeKey(Visit visit, String account, String name, List<String> scopes) {
        return api.post(
                visit.caller(),
                account(account).segment("keys"),
                Map.of("name", name, "scopes", scopes),
                FreshKey.class);
    }

    Mono<Void> revoke(Visit visit, String key) {
        return api.delete(visit.caller(), ApiAddress.of("/api/v1/carrier-keys").segment(key), Void.class);
    }

    Mono<Void> save(Visit visit, String id, Map<String, Object> account) {
        return api.put(visit.caller(), account(id), account, Void.class);
    }

    Mono<Void> codes(Visit visit, String id, Map<String, String> codes) {
        return api.put(visit.caller(), account(id).segment("codes"), Map.of("codes", codes), Void.class);
    }

    Mono<Void> askAgain(Visit visit, String parcel) {
        return api.post(
                visit.caller(),
                ApiAddress.of("/api/v1/carrier-orders").segment(parcel).segment("retry"),
                null,
                Void.class);
    }

    /** A cell of a sheet that cannot be. */
    public record Wrong(int row, String column, String detail) {}

    /** What became of a sheet; with anything wrong nothing did. */
    public record Imported(int rows, int changed, List<Wrong> wrong) {}

    private static ApiAddress rates(String carrier) {
        return ApiAddress.of("/api/v1/carriers").segment(carrier).segment("rates");
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> rates(Visit visit, String carrier) {
        return api.file(visit.caller(), rates(carrier));
    }

    Mono<Imported> readRates(Visit visit, String carrier, Flux<DataBuffer> file) {
        return api.upload(visit.caller(), rates(carrier), file, Imported.class);
    }

    Mono<List<Unclear>> unclear(Visit visit) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/carrier-messages"), Unclear[].class)
                .map(List::of);
    }

    Mono<Void> explain(Visit visit, String message, @Nullable String step) {
        var body = new HashMap<String, Object>();
        body.put("step", step);
        return api.post(
                visit.caller(),
                ApiAddress.of("/api/v1/carrier-messages").segment(message).segment("meaning"),
                body,
                Void.class);
    }
}
