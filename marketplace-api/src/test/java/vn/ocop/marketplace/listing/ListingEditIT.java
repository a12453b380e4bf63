package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Visitors;

class ListingEditIT implements LocalApi {

    private static final String GOOD = """
            {"title": "  Tiêu Cùa <b>ngon</b> ", "titleEn": "Cua pepper",
             "description": "Tiêu đen vùng Cùa", "categoryCode": "s10", "attributes": {"origin": "Cam Lộ"},
             "variants": [{"name": "Túi 200 g", "price": 85000, "stock": 40, "weightGrams": 250},
                          {"name": "Túi 500 g", "price": 195000, "stock": 0, "weightGrams": 550}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    Shelf shelf;
    Visitors visitors;
    UUID shop;
    WebTestClient seller;

    @BeforeEach
    void open() {
        shelf = new Shelf(database);
        visitors = new Visitors(port, database);
        shop = shelf.shop();
        seller = visitors.worker("SHOP", shop.toString());
    }

    private WebTestClient.ResponseSpec post(WebTestClient who, String body, String key) {
        return who.post()
                .uri("/api/v1/shops/{shop}/listings", shop)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec patch(WebTestClient who, UUID id, String ifMatch, Map<String, ?> body) {
        return who.patch()
                .uri("/api/v1/listings/{id}", id)
                .header("If-Match", ifMatch)
                .bodyValue(body)
                .exchange();
    }

    private static SavedListing saved(WebTestClient.ResponseSpec response) {
        return Objects.requireNonNull(
                response.expectBody(SavedListing.class).returnResult().getResponseBody());
    }

    @Test
    void keepsADraftOnceThatNobodyElseSees() {
        var key = UUID.randomUUID().toString();
        var first = saved(post(seller, GOOD, key).expectStatus().isCreated());
        var again = saved(post(seller, GOOD, key));

        assertThat(again).isEqualTo(first);
        assertThat(first.status()).isEqualTo(ListingStatus.DRAFT);
        assertThat(first.slug()).startsWith("tieu-cua-b-ngon-b-");
        assertThat(shelf.number(
                        "select count(*) as n from listing.price_history h join listing.variants v on v.id = h.variant_id where v.listing_id = :id",
                        first.id()))
                .isEqualTo(2);
        visitors.anyone()
                .get()
                .uri("/api/v1/listings/{slug}", first.slug())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void savesADraftFromItsFirstField() {
        var draft = saved(post(seller, "{\"title\": \"Ti\"}", UUID.randomUUID().toString())
                .expectStatus()
                .isCreated());
        var more = saved(patch(seller, draft.id(), "\"" + draft.revision() + "\"", Map.of("categoryCode", "s10"))
                .expectStatus()
                .isOk());

        patch(seller, draft.id(), "\"" + more.revision() + "\"", Map.of("status", "IN_REVIEW"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("listing.incomplete")
                .jsonPath("$.errors[?(@.field == 'pictures')]")
                .isNotEmpty()
                .jsonPath("$.errors[?(@.field == 'title')]")
                .isNotEmpty()
                .jsonPath("$.errors[?(@.field == 'attributes.shelf_life')]")
                .isNotEmpty()
                .jsonPath("$.errors[?(@.field == 'variants')]")
                .isNotEmpty();
    }

    @Test
    void isOnlyForThoseWhoWorkForTheShop() {
        var body = GOOD;
        post(visitors.anyone(), body, "k").expectStatus().isUnauthorized();
        post(visitors.guest(), body, "k")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("shop.not-found");
        post(visitors.worker("SHOP", shelf.shop().toString()), body, "k")
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"categoryCode\": \"s10\"|\"categoryCode\": \"g01\"|categoryCode",
                "\"categoryCode\": \"s10\"|\"categoryCode\": \"x\"|categoryCode",
                "\"origin\": |\"colour\": |attributes.colour",
                "\"price\": 85000|\"price\": -1|variants[0].price",
                "\"price\": 85000|\"price\": 1000000001|variants[0].price",
                "\"price\": 85000|\"price\": 1e40|variants[0].price",
                "\"price\": 85000|\"price\": \"dear\"|variants[0].price",
                "\"stock\": 40|\"stock\": -1|variants[0].stock",
                "\"stock\": 40|\"stock\": 99999999|variants[0].stock",
                "\"weightGrams\": 250|\"weightGrams\": 0|variants[0].weightGrams",
                "Túi 500 g|Túi 200 g|variants[1].name",
                "{\"name\": \"Túi 500 g\", \"price\": 195000, \"stock\": 0, \"weightGrams\": 550}|null|variants[1]"
            })
    void saysWhichInputIsWrong(String right, String wrong, String field) {
        var body = GOOD;
        assertThat(body).contains(right);

        post(seller, body.replace(right, wrong), "k")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("platform.invalid")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isNotEmpty();
    }

    @Test
    void refusesTooManyVariants() {
        var variant = "{\"name\": \"%d\", \"price\": 1000, \"stock\": 1, \"weightGrams\": 1}";
        var many = String.join(
                ",",
                java.util.stream.IntStream.range(0, 21)
                        .mapToObj(variant::formatted)
                        .toList());
        var body = GOOD.replaceAll("(?s)\"variants\": \\[.*]", "\"variants\": [" + many + "]");

        post(seller, body, "k")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("variants");
    }

    @Test
    void changesPriceAndStockAndRemembersThePrice() {
        shelf.offer(shop, 1);
        shelf.offer(shop, 1);
        var offer = shelf.offer(shop, 5, 6);
        var variant = offer.variants().getFirst();
        long before = shelf.revision(offer.listing());

        var saved = saved(patch(
                        seller,
                        offer.listing(),
                        "\"" + before + "\"",
                        Map.of(
                                "title",
                                "Cà phê mới",
                                "variants",
                                List.of(
                                        Map.of("id", variant, "price", 99_000),
                                        Map.of("id", offer.variants().get(1), "stock", 60))))
                .expectStatus()
                .isOk());

        assertThat(saved.revision()).isGreaterThan(before);
        assertThat(shelf.stock(variant)).isEqualTo(5);
        assertThat(shelf.stock(offer.variants().get(1))).isEqualTo(60);
        assertThat(shelf.changes(offer.listing())).isEqualTo(1);
        assertThat(shelf.number("select max(price) as n from listing.price_history where variant_id = :id", variant))
                .isEqualTo(99_000);
        assertThat(shelf.number(
                        "select quantity::bigint as n from listing.stock_movements where kind = 'COUNTED' and variant_id = :id",
                        offer.variants().get(1)))
                .isEqualTo(54);
        assertThat(shelf.number(
                        "select count(*) as n from listing.listings where id = :id and folded like 'ca phe moi%'",
                        offer.listing()))
                .isEqualTo(1);
    }

    @Test
    void refusesAnEditOfWhatHasMovedOn() {
        var offer = shelf.offer(shop, 5);
        var tag = "\"" + shelf.revision(offer.listing()) + "-20000-vi-1\"";
        patch(seller, offer.listing(), tag, Map.of("description", "một"))
                .expectStatus()
                .isOk();

        patch(seller, offer.listing(), tag, Map.of("description", "hai"))
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("listing.stale");
        patch(seller, offer.listing(), "\"x\"", Map.of()).expectStatus().isEqualTo(412);
        patch(seller, offer.listing(), "", Map.of())
                .expectStatus()
                .isEqualTo(428)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("listing.revision-needed");
    }

    @Test
    void hidesWhatBelongsToOthers() {
        var foreign = shelf.offer(shelf.shop(), 5);
        var tag = "\"" + shelf.revision(foreign.listing()) + "\"";

        patch(seller, foreign.listing(), tag, Map.of("title", "Của tôi"))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("listing.not-found");
        patch(seller, UUID.randomUUID(), tag, Map.of()).expectStatus().isNotFound();

        var own = shelf.offer(shop, 5);
        patch(
                        seller,
                        own.listing(),
                        "\"" + shelf.revision(own.listing()) + "\"",
                        Map.of(
                                "variants",
                                List.of(Map.of("id", foreign.variants().getFirst(), "stock", 0))))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("variants[0].id");
        assertThat(shelf.stock(foreign.variants().getFirst())).isEqualTo(5);
    }

    @Test
    void closesForGood() {
        var offer = shelf.offer(shop, 5);
        var closed = saved(patch(
                seller, offer.listing(), "\"" + shelf.revision(offer.listing()) + "\"", Map.of("status", "CLOSED")));

        patch(seller, offer.listing(), "\"" + closed.revision() + "\"", Map.of("status", "ON_SALE"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("listing.illegal-transition");
    }
}
