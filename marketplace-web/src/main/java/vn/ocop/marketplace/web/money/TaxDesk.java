package vn.ocop.marketplace.web.money;

import java.time.Instant;
import java.time.LocalDate;
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
import vn.ocop.marketplace.web.site.Visit;

/** The tax withheld and its declarations at the API. */
@Component
public class TaxDesk {

    private static final ApiAddress DECLARATIONS = ApiAddress.of("/api/v1/tax-declarations");

    private final MarketplaceApi api;

    TaxDesk(MarketplaceApi api) {
        this.api = api;
    }

    /** A month's tax: withheld, declared or paid. */
    public record Declaration(
            String month,
            String status,
            long base,
            long vat,
            long pit,
            LocalDate dueOn,
            @Nullable Instant declaredAt,
            @Nullable Instant paidAt) {

        public boolean open() {
            return declaredAt == null;
        }

        /** {@code 10/2026}. */
        public String shown() {
            return month.substring(5) + "/" + month.substring(0, 4);
        }
    }

    private record Declarations(List<Declaration> items) {}

    Mono<List<Declaration>> all(Visit visit) {
        return api.get(visit.caller(), DECLARATIONS, Declarations.class).map(Declarations::items);
    }

    Mono<Void> declare(Visit visit, String month) {
        return api.post(visit.caller(), DECLARATIONS, Map.of("month", month), Object.class)
                .then();
    }

    Mono<Void> paid(Visit visit, String month) {
        return api.post(visit.caller(), DECLARATIONS.segment(month).segment("payment"), Map.of(), Object.class)
                .then();
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> list(Visit visit, String month) {
        return api.file(visit.caller(), DECLARATIONS.segment(month).segment("list.xlsx"));
    }
}
