package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.ocop.marketplace.listing.Shelf;

/**
 * Who gets what at every endpoint. A new endpoint without a row fails. Columns: a stranger, a guest, a seller of
 * another shop, a clerk of another office.
 */
class AuthorizationMatrixIT implements LocalApi {

    private static final String OPEN = "open";
    private static final String OWN = "own";
    private static final String HIDDEN = "hidden";

    /** open: anyone; own: needs a session and shows only one's own; hidden: someone else's is not found. */
    private static final Map<String, String> MATRIX = matrix();

    private static Map<String, String> matrix() {
        var rows = new LinkedHashMap<String, String>();
        for (var open : new String[] {
            "GET /api/v1/provinces",
            "GET /api/v1/provinces/{code}/communes",
            "GET /api/v1/provinces/{slug}",
            "GET /api/v1/floors",
            "GET /api/v1/communes",
            "GET /api/v1/communes/{code}",
            "GET /api/v1/categories",
            "GET /api/v1/certificates/{id}",
            "GET /api/v1/listings",
            "GET /api/v1/listings/{idOrSlug}",
            "GET /api/v1/listings/{id}/related",
            "GET /api/v1/suggestions",
            "GET /api/v1/shops",
            "GET /api/v1/shops/{idOrSlug}",
            "GET /api/v1/tracking/{number}",
            "GET /media/{file}",
            "POST /api/v1/guests",
            "POST /api/v1/accounts",
            "POST /api/v1/sessions",
            "POST /api/v1/order-lookups",
            "POST /api/v1/webhooks/stripe",
            "POST /api/v1/webhooks/bank"
        }) {
            rows.put(open, OPEN);
        }
        for (var own : new String[] {
            "GET /api/v1/me",
            "DELETE /api/v1/sessions/current",
            "GET /api/v1/cart",
            "POST /api/v1/cart/lines",
            "PUT /api/v1/cart/lines/{variantId}",
            "DELETE /api/v1/cart/lines/{variantId}",
            "POST /api/v1/quotes",
            "POST /api/v1/order-groups",
            "GET /api/v1/order-groups",
            "POST /api/v1/pictures"
        }) {
            rows.put(own, OWN);
        }
        for (var hidden : new String[] {
            "GET /api/v1/order-groups/{code}",
            "POST /api/v1/order-groups/{code}/payment-sessions",
            "GET /api/v1/order-groups/{code}/transfer-instructions",
            "GET /api/v1/transfers",
            "POST /api/v1/transfers/{id}/assignment",
            "POST /api/v1/transfers/{id}/return",
            "GET /api/v1/bank-refunds",
            "POST /api/v1/bank-refunds/{id}/payment",
            "POST /api/v1/bank-statements",
            "POST /api/v1/orders/{code}/cancellation",
            "POST /api/v1/orders/{code}/confirmation",
            "POST /api/v1/orders/{code}/refusal",
            "POST /api/v1/orders/{code}/refunds",
            "POST /api/v1/orders/{code}/receipt",
            "POST /api/v1/orders/{code}/returns",
            "GET /api/v1/order-groups/{code}/returns",
            "GET /api/v1/shops/{shopId}/returns",
            "GET /api/v1/shops/{shopId}/money",
            "GET /api/v1/shops/{shopId}/statement.pdf",
            "GET /api/v1/shops/{shopId}/statement.xlsx",
            "GET /api/v1/shops/{shopId}/payout-account",
            "PUT /api/v1/shops/{shopId}/payout-account",
            "PUT /api/v1/shops/{shopId}/payout-hold",
            "DELETE /api/v1/shops/{shopId}/payout-hold",
            "GET /api/v1/payout-batches",
            "GET /api/v1/payout-batches/{id}",
            "POST /api/v1/payout-batches/{id}/submission",
            "POST /api/v1/payout-batches/{id}/approval",
            "GET /api/v1/payout-batches/{id}/bank-file",
            "POST /api/v1/payouts/{id}/payment",
            "POST /api/v1/payouts/{id}/failure",
            "GET /api/v1/province-desks/{code}/returns",
            "POST /api/v1/returns/{id}/moves",
            "POST /api/v1/returns/{id}/messages",
            "POST /api/v1/returns/{id}/photos",
            "GET /api/v1/order-groups/{code}/refund-account",
            "PUT /api/v1/order-groups/{code}/refund-account",
            "GET /api/v1/shops/{shopId}/orders",
            "GET /api/v1/search-desk/rules",
            "PUT /api/v1/search-desk/rules",
            "DELETE /api/v1/search-desk/rules/{id}",
            "GET /api/v1/search-desk/terms",
            "GET /api/v1/search-desk/explanation",
            "GET /api/v1/shops/{shopId}/listings",
            "POST /api/v1/shops/{shopId}/listings",
            "GET /api/v1/shops/{shopId}/listings/{id}",
            "POST /api/v1/shops/{shopId}/stock-moves",
            "GET /api/v1/shops/{shopId}/variants/{variantId}/stock-moves",
            "POST /api/v1/shops/{shopId}/listing-states",
            "PATCH /api/v1/listings/{id}",
            "POST /api/v1/listings/{id}/decisions",
            "GET /api/v1/shops/{shopId}/certificates",
            "POST /api/v1/shops/{shopId}/certificates",
            "PUT /api/v1/shops/{shopId}/certificates/{id}",
            "POST /api/v1/certificates/{id}/decisions",
            "GET /api/v1/province-desks/{code}/certificates",
            "GET /api/v1/province-desks/{code}/listings",
            "POST /api/v1/province-desks/{code}/listing-decisions",
            "GET /api/v1/post-offices/{code}",
            "GET /api/v1/post-offices/{code}/parcels",
            "POST /api/v1/parcels/{id}/acceptance",
            "POST /api/v1/parcels/{id}/delivery",
            "GET /api/v1/ledger/trial-balance",
            "GET /api/v1/ledger/accounts/{account}/entries",
            "GET /api/v1/ledger/checks",
            "GET /api/v1/commission-rules",
            "POST /api/v1/commission-rules",
            "POST /api/v1/commission-rules/{id}/end",
            "GET /api/v1/tax-rates",
            "POST /api/v1/tax-rates",
            "POST /api/v1/tax-rates/{id}/end",
            "GET /api/v1/tax-declarations",
            "POST /api/v1/tax-declarations",
            "POST /api/v1/tax-declarations/{month}/payment",
            "GET /api/v1/tax-declarations/{month}/sellers"
        }) {
            rows.put(hidden, HIDDEN);
        }
        return rows;
    }

    @Autowired
    DatabaseClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    Shelf shelf;
    Staff staff;

    @BeforeEach
    void people() {
        shelf = new Shelf(database);
        staff = new Staff(database);
        staff.openKheSanhOffice();
    }

    @Test
    void everyEndpointHasItsRow() {
        var served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.getPatternString())))
                .filter(endpoint -> endpoint.contains(" /api/") || endpoint.contains(" /media/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(served).containsExactlyInAnyOrderElementsOf(MATRIX.keySet());
    }

    @Test
    void strangersGetOnlyWhatIsOpen() {
        MATRIX.forEach((endpoint, kind) -> {
            var status = call(ApiClient.stranger(), endpoint, "0198c0de-0000-7000-8000-000000000000");
            if (kind.equals(OPEN)) {
                assertThat(status).as(endpoint).isNotEqualTo(403);
            } else {
                assertThat(status).as(endpoint).isEqualTo(401);
            }
        });
    }

    @Test
    void whatIsSomeoneElsesIsNotFound() {
        var offer = shelf.offer(shelf.shop(), 5);
        var code = Buyer.guest()
                .buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY")
                .text("/code");
        var owner = staff.worksFor("SHOP", offer.shop().toString());
        owner.post("/api/v1/orders/" + code + "-1/confirmation", Map.of());
        var parcel = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE)
                .get("/api/v1/post-offices/19429/parcels?status=TO_COLLECT&limit=96")
                .text("/items/0/id");
        var others = new ApiClient[] {
            ApiClient.guest(),
            staff.worksFor("SHOP", shelf.shop().toString()),
            staff.worksFor("POST_OFFICE", "19333"),
            staff.worksFor("PROVINCE", "01")
        };

        MATRIX.forEach((endpoint, kind) -> {
            if (kind.equals(HIDDEN)) {
                var id = idFor(endpoint, code, offer, parcel);
                for (var other : others) {
                    assertThat(call(other, endpoint, id)).as(endpoint).isEqualTo(404);
                }
            }
        });
    }

    private static String idFor(String endpoint, String code, Shelf.Offer offer, String parcel) {
        if (endpoint.contains("/order-groups/")) {
            return code;
        }
        if (endpoint.contains("/province-desks/")) {
            return "44";
        }
        if (endpoint.contains("/shops/{shopId}")) {
            return offer.shop().toString();
        }
        if (endpoint.contains("/orders/{code}")) {
            return code + "-1";
        }
        if (endpoint.contains("/post-offices/")) {
            return Staff.KHE_SANH_OFFICE;
        }
        if (endpoint.contains("/{month}/")) {
            return "2026-01";
        }
        if (endpoint.contains("/ledger/")) {
            return "SHOP_PAYABLE";
        }
        if (endpoint.contains("/parcels/")) {
            return parcel;
        }
        return endpoint.contains("/listings")
                ? offer.listing().toString()
                : offer.shop().toString();
    }

    private int call(ApiClient client, String endpoint, String id) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = endpoint.substring(method.length() + 1).replaceAll("\\{[^}]+}", id);
        return client.raw(method, path, body(endpoint), "Idempotency-Key", "matrix", "If-Match", "\"1\"")
                .status();
    }

    private static String body(String endpoint) {
        var seen = "\"listings\": [{\"id\": \"0198c0de-0000-7000-8000-000000000000\", \"revision\": 1}]";
        return switch (endpoint) {
            case "POST /api/v1/orders/{code}/refusal", "POST /api/v1/orders/{code}/refunds" ->
                "{\"reason\":\"hết hàng\"}";
            case "PUT /api/v1/shops/{shopId}/payout-account" ->
                "{\"bin\":\"970436\",\"number\":\"00112233\",\"holder\":\"A\"}";
            case "PUT /api/v1/shops/{shopId}/payout-hold", "POST /api/v1/payouts/{id}/failure" -> "{\"reason\":\"x\"}";
            case "POST /api/v1/payouts/{id}/payment" -> "{\"bankRef\":\"x\"}";
            case "POST /api/v1/orders/{code}/returns" ->
                "{\"kind\":\"PROBLEM\",\"reason\":\"DAMAGED\",\"words\":\"x\"}";
            case "POST /api/v1/returns/{id}/moves" -> "{\"move\":\"ACCEPT\"}";
            case "POST /api/v1/returns/{id}/messages" -> "{\"words\":\"x\"}";
            case "PUT /api/v1/order-groups/{code}/refund-account" ->
                "{\"bin\":\"970436\",\"account\":\"00112233\",\"holder\":\"A\"}";
            case "POST /api/v1/commission-rules" -> """
                    {"place":1,"validFrom":"2099-01-01","percentBp":1,"fixed":0,"vatBp":0,"note":"x"}""";
            case "POST /api/v1/tax-rates" -> """
                    {"seller":"RESIDENT","activity":"GOODS","vatBp":1,"pitBp":1,"validFrom":"2099-01-01",
                     "legalRef":"x","certainty":"ASSUMED"}""";
            case "POST /api/v1/commission-rules/{id}/end", "POST /api/v1/tax-rates/{id}/end" ->
                "{\"lastDay\":\"2099-01-01\"}";
            case "POST /api/v1/transfers/{id}/assignment" -> "{\"purchase\":\"x\"}";
            case "POST /api/v1/transfers/{id}/return", "POST /api/v1/bank-refunds/{id}/payment" ->
                "{\"bankRef\":\"x\"}";
            case "POST /api/v1/tax-declarations" -> "{\"month\":\"2026-01\"}";
            case "PUT /api/v1/search-desk/rules" -> "{\"kind\":\"REDIRECT\",\"phrase\":\"tet\",\"target\":\"/tim\"}";
            case "PATCH /api/v1/listings/{id}" -> "{\"title\":\"Tên khác\"}";
            case "POST /api/v1/listings/{id}/decisions" -> "{\"verdict\": \"APPROVE\"}";
            case "POST /api/v1/shops/{shopId}/listing-states" -> "{\"status\": \"PAUSED\", " + seen + "}";
            case "POST /api/v1/province-desks/{code}/listing-decisions" -> "{\"verdict\": \"APPROVE\", " + seen + "}";
            case "POST /api/v1/shops/{shopId}/certificates", "PUT /api/v1/shops/{shopId}/certificates/{id}" -> """
                    {"productName": "Cà phê", "number": "1", "stars": 4, "decisionNo": "1", "decisionDate": "2026-01-05",
                     "issuer": "UBND tỉnh", "level": "PROVINCE"}""";
            case "POST /api/v1/certificates/{id}/decisions" -> "{\"verdict\": \"VERIFY\"}";
            case "POST /api/v1/shops/{shopId}/stock-moves" ->
                "{\"kind\": \"COUNTED\", \"moves\":"
                        + " [{\"variantId\": \"0198c0de-0000-7000-8000-000000000000\", \"quantity\": 1}]}";
            default -> "{}";
        };
    }
}
