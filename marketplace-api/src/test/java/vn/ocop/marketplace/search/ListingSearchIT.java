package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static vn.ocop.marketplace.search.SearchShelf.goods;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.local.CuttableLine;
import vn.ocop.marketplace.local.Database;
import vn.ocop.marketplace.local.LocalServers;
import vn.ocop.marketplace.search.SearchShelf.Goods;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingSearchIT {

    private static final String ENGINE = LocalServers.elasticsearch().url();
    private static final Database DATABASE = LocalServers.postgres().freshDatabase();
    private static final CuttableLine LINE = new CuttableLine(URI.create(ENGINE));

    @DynamicPropertySource
    static void engine(DynamicPropertyRegistry registry) {
        LocalApi.properties(registry);
        // Runs beside the API of the other tests, whose settings are not these and whose goods would spoil the counts.
        registry.add("server.port", () -> 0);
        registry.add("spring.r2dbc.url", DATABASE::r2dbcUrl);
        registry.add("spring.flyway.url", DATABASE::jdbcUrl);
        registry.add("marketplace.elasticsearch-url", LINE::url);
        // Machines that run tests are busy; what is tested is the answer.
        registry.add("marketplace.search-patience", () -> "20s");
    }

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Vocabulary vocabulary;

    @Autowired
    private SearchRuleRepository rules;

    @Autowired
    private Explanations explanations;

    @Autowired
    private BoughtTogether together;

    @Autowired
    private JsonMapper json;

    @LocalServerPort
    private int port;

    private @Nullable UUID shop;

    @BeforeAll
    void stockTheShelves() {
        var shelf = new SearchShelf(database);
        var khe = shelf.shop("Hợp tác xã Nông sản Khe Sanh");
        shop = khe;
        var hue = shelf.shop("Cơ sở Mệ Em");
        var valid = LocalDate.of(2026, 1, 1);
        shelf.put(khe, goods("Cà phê Khe Sanh rang xay", "s13", 5, 185_000), valid);
        shelf.put(khe, goods("Cà phê Arabica Hướng Phùng", "s13", 4, 160_000), valid);
        shelf.put(khe, new Goods("Cà phê Ta Lư rang mộc", "s13", "19429", "44", 3, 90_000, 0, 9), valid);
        shelf.put(khe, goods("Mật ong rừng Hướng Hóa", "s04", 0, 250_000), valid);
        shelf.put(khe, goods("Bơ sáp Hướng Hóa", "s01", 0, 45_000), valid);
        shelf.put(hue, goods("Bò khô Thu Ba", "s08", 0, 100_000), valid);
        shelf.put(hue, new Goods("Nước mắm Mỹ Thủy", "s08", "19429", "44", 4, 70_000, 10, 50), valid);
        shelf.put(hue, new Goods("Ném củ Ngư Thủy", "s01", "00004", "01", 0, 30_000, 10, 0), valid);
        shelf.put(hue, goods("Rượu men lá Ba Nang", "s14", 4, 120_000), LocalDate.of(2019, 1, 1));
        for (int i = 0; i < 30; i++) {
            shelf.put(hue, new Goods("Gạo sạch lô " + i, "s03", "00004", "01", 0, 20_000 + i % 3, 10, i % 5), valid);
        }
        new FilledIndex(ENGINE, database).fill();
        vocabulary.load().block();
    }

    @AfterEach
    void mend() {
        LINE.mend();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> search(uri -> uri).path("source").asString().equals("search"));
    }

    @ParameterizedTest
    @CsvSource({
        "ca phe khe sanh, Cà phê Khe Sanh rang xay",
        "cà phê khe sanh, Cà phê Khe Sanh rang xay",
        "khesanh, Cà phê Khe Sanh rang xay",
        "mat ong rung, Mật ong rừng Hướng Hóa",
        "nuoc mam, Nước mắm Mỹ Thủy",
        "nước mắm mỹ thuỷ, Nước mắm Mỹ Thủy",
        "nuwowcs mawms, Nước mắm Mỹ Thủy",
        "ca phe khe sah, Cà phê Khe Sanh rang xay",
        "ca phe khe xanh, Cà phê Khe Sanh rang xay",
        "bo kho, Bò khô Thu Ba",
        "bơ, Bơ sáp Hướng Hóa",
        "hành tăm, Ném củ Ngư Thủy",
    })
    void findsHoweverItIsTyped(String typed, String first) {
        assertThat(titles(search(uri -> uri.queryParam("q", typed)))).first().isEqualTo(first);
    }

    @Test
    void saysWhenItWidens() {
        var answer = search(uri -> uri.queryParam("q", "mật ong sao hỏa"));

        assertThat(titles(answer)).contains("Mật ong rừng Hướng Hóa");
        assertThat(answer.path("widened").asString()).contains("mật ong sao hỏa");
    }

    @Test
    void saysWhatItUnderstoodAndWhatIsLeftWithoutIt() {
        var answer = search(uri -> uri.queryParam("q", "cà phê quảng trị 4 sao"));

        assertThat(texts(answer.path("understood"), "kind")).containsExactly("text", "place", "stars");
        assertThat(texts(answer.path("understood"), "without"))
                .containsExactly("quảng trị 4 sao", "cà phê 4 sao", "cà phê quảng trị");
        assertThat(search(uri -> uri.queryParam("q", "cà phê")).path("understood"))
                .isEmpty();
    }

    @Test
    void understoodLimitsNeverTrap() {
        var answer = search(uri -> uri.queryParam("q", "mật ong 5 sao dưới 10k"));

        assertThat(titles(answer)).contains("Mật ong rừng Hướng Hóa");
        assertThat(answer.path("widened").asString()).contains("mật ong 5 sao dưới 10k");
    }

    @Test
    void aShortListGoesOnWithWhatComesNear() {
        var answer = search(uri -> uri.queryParam("q", "cà phê arabica"));

        assertThat(answer.path("matching").asInt()).isEqualTo(1);
        assertThat(titles(answer)).startsWith("Cà phê Arabica Hướng Phùng").contains("Cà phê Khe Sanh rang xay");
    }

    @Test
    void correctsUnlessToldNotTo() {
        var corrected = search(uri -> uri.queryParam("q", "nuoc mm"));
        var verbatim = search(uri -> uri.queryParam("q", "nuoc mm").queryParam("verbatim", "true"));

        assertThat(corrected.path("corrected").asString()).isEqualTo("nuoc mắm");
        assertThat(verbatim.path("corrected").isNull()).isTrue();
    }

    @Test
    void theDeskIsObeyedWithinSeconds() {
        var honey = search(uri -> uri.queryParam("q", "mật ong rừng"))
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var by = UUID.randomUUID();
        var now = Instant.parse("2026-11-22T00:00:00Z");
        rules.save(SearchRule.Kind.PIN, "ca phe", honey, 1, by, now).block();
        rules.save(SearchRule.Kind.SYNONYM, "rượu cần quê", "rượu men lá", 1, by, now)
                .block();
        rules.save(SearchRule.Kind.REDIRECT, "hoi cho", "/nhom/che", 1, by, now).block();

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(titles(search(uri -> uri.queryParam("q", "cà phê"))))
                    .startsWith("Mật ong rừng Hướng Hóa", "Cà phê Khe Sanh rang xay");
            assertThat(titles(search(uri -> uri.queryParam("q", "rượu cần quê"))))
                    .startsWith("Rượu men lá Ba Nang");
            assertThat(search(uri -> uri.queryParam("q", "Hội chợ"))
                            .path("redirect")
                            .asString())
                    .isEqualTo("/nhom/che");
        });

        rules.all().flatMap(rule -> rules.remove(rule.id())).blockLast();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(titles(search(uri -> uri.queryParam("q", "cà phê"))))
                        .startsWith("Cà phê Khe Sanh rang xay"));
    }

    @Test
    void explainsEveryPoint() {
        var explanation =
                Objects.requireNonNull(explanations.of("cà phê khe sanh", 3).block());

        var first = explanation.listings().getFirst();
        assertThat(first.title()).isEqualTo("Cà phê Khe Sanh rang xay");
        assertThat(first.reasons())
                .extracting(Explanations.Reason::what)
                .contains("title:cà", "plain.pairs:khe sanh", "stock and sales");
        assertThat(first.reasons().stream()
                        .mapToDouble(Explanations.Reason::points)
                        .sum())
                .isCloseTo(first.points(), withinPercentage(10));
    }

    @Test
    void knowsWhatIsBoughtTogether() {
        var found = search(uri -> uri.queryParam("q", "cà phê khe sanh")).path("items");
        var coffee = found.path(0).path("id").asString();
        var honey = search(uri -> uri.queryParam("q", "mật ong rừng"))
                .path("items")
                .path(0)
                .path("id")
                .asString();
        together.replace(List.of(new BoughtTogether.Pair(UUID.fromString(coffee), UUID.fromString(honey), 3)))
                .block();

        var related = get(uri -> uri.path("/api/v1/listings/{id}/related").build(coffee), 200);

        assertThat(texts(related.path("boughtTogether"), "title")).containsExactly("Mật ong rừng Hướng Hóa");
    }

    @Test
    void suggestsFromTheFirstTwoLettersAndForgivesASlip() {
        var two =
                get(uri -> uri.path("/api/v1/suggestions").queryParam("q", "cà").build(), 200);
        assertThat(texts(two.path("phrases"), "text")).contains("cà phê");
        assertThat(texts(two.path("products"), "text")).contains("Cà phê Khe Sanh rang xay");

        var slip = get(
                uri -> uri.path("/api/v1/suggestions")
                        .queryParam("q", "matt on")
                        .build(),
                200);
        assertThat(texts(slip.path("products"), "text")).contains("Mật ong rừng Hướng Hóa");

        var group = get(
                uri -> uri.path("/api/v1/suggestions").queryParam("q", "gia v").build(), 200);
        assertThat(texts(group.path("categories"), "text")).contains("Gia vị");
    }

    @Test
    void understandsStarsInTheText() {
        assertThat(titles(search(uri -> uri.queryParam("q", "cà phê 4 sao"))))
                .containsExactly("Cà phê Arabica Hướng Phùng");
    }

    @Test
    void starsCountOnlyWhileTheirCertificateIsValid() {
        var answer = search(uri -> uri.queryParam("stars", "4"));

        assertThat(titles(answer)).contains("Nước mắm Mỹ Thủy").doesNotContain("Rượu men lá Ba Nang");
        var wine =
                search(uri -> uri.queryParam("q", "rượu men lá")).path("items").path(0);
        assertThat(wine.path("stars").isNull()).isTrue();
        assertThat(wine.path("ageRestricted").asBoolean()).isTrue();
    }

    @Test
    void aFacetIsNotNarrowedByItsOwnChoice() {
        var answer = search(uri -> uri.queryParam("q", "cà phê").queryParam("stars", "5"));

        assertThat(answer.path("total").asLong()).isEqualTo(1);
        assertThat(counts(answer, "stars")).isEqualTo(Map.of("5", 1L, "4", 1L, "3", 1L));
        assertThat(counts(answer, "province")).isEqualTo(Map.of("44", 1L));
        assertThat(counts(answer, "category")).isEqualTo(Map.of("g06", 1L));
    }

    @Test
    void everyCountIsWhatChoosingItShows() {
        for (boolean away : List.of(false, true)) {
            if (away) {
                LINE.cut();
            }
            var all = search(uri -> uri);
            for (var price : all.path("facets").path("price")) {
                var bounds = price.path("value").asString().split("-", 2);
                var chosen = search(uri -> uri.queryParam("minPrice", bounds[0]).queryParam("maxPrice", bounds[1]));
                assertThat(chosen.path("total").asLong())
                        .isEqualTo(price.path("count").asLong());
            }
            for (var category : all.path("facets").path("category")) {
                var chosen = search(
                        uri -> uri.queryParam("category", category.path("value").asString()));
                assertThat(chosen.path("total").asLong())
                        .isEqualTo(category.path("count").asLong());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "price", "-price", "newest", "best-selling"})
    void pagesAreCompleteWithoutRepeats(String sort) {
        for (boolean away : List.of(false, true)) {
            if (away) {
                LINE.cut();
            }
            var seen = new ArrayList<String>();
            var next = "";
            do {
                var cursor = next;
                var page = search(uri ->
                        uri.queryParam("sort", sort).queryParam("limit", "7").queryParam("after", cursor));
                page.path("items").forEach(item -> seen.add(item.path("id").asString()));
                next = page.path("next").isNull() ? "" : page.path("next").asString();
            } while (!next.isEmpty());
            assertThat(seen).hasSize(39).doesNotHaveDuplicates();
        }
    }

    @Test
    void sortsByPrice() {
        for (boolean away : List.of(false, true)) {
            if (away) {
                LINE.cut();
            }
            assertThat(prices(search(uri -> uri.queryParam("sort", "price")))).isSorted();
            assertThat(prices(search(uri -> uri.queryParam("sort", "-price"))))
                    .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        }
    }

    @Test
    void theDatabaseAnswersWhileTheEngineIsAway() {
        var query = (Consumer<UriBuilder>) uri -> uri.queryParam("q", "ca phe")
                .queryParam("province", "quang-tri")
                .queryParam("inStock", "true");
        var before = search(withAll(query));

        LINE.cut();
        var during = search(withAll(query));

        assertThat(before.path("source").asString()).isEqualTo("search");
        assertThat(during.path("source").asString()).isEqualTo("database");
        assertThat(titles(during))
                .containsExactlyInAnyOrderElementsOf(titles(before))
                .hasSize(2);
        assertThat(during.path("total")).isEqualTo(before.path("total"));
        for (var facet : Facet.values()) {
            assertThat(counts(during, facet.wireName()))
                    .as(facet.wireName())
                    .isEqualTo(counts(before, facet.wireName()));
        }
    }

    @Test
    void theDatabaseUnderstandsPlacesAndForgivesASlip() {
        LINE.cut();

        assertThat(titles(search(uri -> uri.queryParam("q", "ca phe quang tri"))))
                .hasSize(3);
        assertThat(search(uri -> uri.queryParam("q", "gạo hà nội"))
                        .path("total")
                        .asInt())
                .isEqualTo(30);
        assertThat(titles(search(uri -> uri.queryParam("q", "nuoc mmam")))).containsExactly("Nước mắm Mỹ Thủy");
    }

    @Test
    void aListBegunWithTheEngineGoesOnWithTheDatabase() {
        var first = search(uri -> uri.queryParam("limit", "20"));

        LINE.cut();
        var second = search(uri -> uri.queryParam("limit", "20")
                .queryParam("after", first.path("next").asString()));

        assertThat(second.path("source").asString()).isEqualTo("database");
        assertThat(titles(second)).hasSize(19);
    }

    @ParameterizedTest
    @CsvSource({
        "province, 99, province",
        "province, '<script>', province",
        "category, g99, category",
        "commune, 1, commune",
        "stars, 2, stars",
        "shop, keine, shop",
        "minPrice, -1, minPrice",
        "maxPrice, abc, maxPrice",
        "inStock, ja, inStock",
        "sort, cheapest, sort",
        "limit, 97, limit",
        "limit, 0, limit",
        "limit, x, limit"
    })
    void namesTheParameterThatMakesNoSense(String name, String value, String field) {
        var problem = get(
                uri -> uri.path("/api/v1/listings").queryParam(name, "{value}").build(value), 400);

        assertThat(problem.path("code").asString()).isEqualTo("platform.invalid");
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
        assertThat(problem.path("errors").path(0).path("message").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "!!", "U0VBUkNIfjB-ZmFsc2V-MX4xLjB-eA", "MQ"})
    void refusesBrokenCursors(String cursor) {
        var problem = get(
                uri -> uri.path("/api/v1/listings").queryParam("after", cursor).build(), 400);

        assertThat(problem.path("code").asString()).isEqualTo("search.bad-cursor");
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var cursor = search(uri -> uri.queryParam("limit", "5")).path("next").asString();

        var problem = get(
                uri -> uri.path("/api/v1/listings")
                        .queryParam("q", "gạo")
                        .queryParam("after", cursor)
                        .build(),
                400);

        assertThat(problem.path("code").asString()).isEqualTo("search.bad-cursor");
    }

    @Test
    void refusesAnEndlessQuery() {
        var problem = get(
                uri -> uri.path("/api/v1/listings")
                        .queryParam("q", "a".repeat(201))
                        .build(),
                400);

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\"", "\\", "*:*", "; drop table", "<b>", "AND OR NOT", "(", "🍯", "\u0301"})
    void nothingTypedBreaksIt(String typed) {
        for (boolean away : List.of(false, true)) {
            if (away) {
                LINE.cut();
            }
            var answer = get(
                    uri -> uri.path("/api/v1/listings").queryParam("q", "{q}").build(typed), 200);
            assertThat(answer.has("items")).isTrue();
        }
    }

    @Test
    void suggestsProductsShopsAndPlaces() {
        var answer = get(
                uri -> uri.path("/api/v1/suggestions").queryParam("q", "khe s").build(), 200);

        assertThat(answer.path("products").path(0).path("text").asString()).isEqualTo("Cà phê Khe Sanh rang xay");
        assertThat(answer.path("shops").path(0).path("text").asString()).isEqualTo("Hợp tác xã Nông sản Khe Sanh");
        assertThat(answer.path("places").path(0).path("code").asString()).isEqualTo("19429");
        assertThat(answer.path("places")
                        .path(0)
                        .path("highlight")
                        .path(0)
                        .path("match")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void relatedListingsAreOthersOfTheKindAndOfTheCommune() {
        var coffee = search(uri -> uri.queryParam("q", "cà phê khe sanh"))
                .path("items")
                .path(0);
        for (boolean away : List.of(false, true)) {
            if (away) {
                LINE.cut();
            }
            var related = get(
                    uri -> uri.path("/api/v1/listings/{id}/related")
                            .build(coffee.path("slug").asString()),
                    200);

            assertThat(texts(related.path("similar"), "title"))
                    .containsExactlyInAnyOrder("Cà phê Arabica Hướng Phùng", "Cà phê Ta Lư rang mộc");
            assertThat(texts(related.path("sameCommune"), "title"))
                    .contains("Mật ong rừng Hướng Hóa")
                    .doesNotContain("Cà phê Khe Sanh rang xay");
        }
        var problem = get(uri -> uri.path("/api/v1/listings/{id}/related").build("keine"), 404);
        assertThat(problem.path("code").asString()).isEqualTo("listing.not-found");
    }

    @Test
    void filtersByShop() {
        var answer = search(
                uri -> uri.queryParam("shop", Objects.requireNonNull(shop).toString()));

        assertThat(answer.path("total").asLong()).isEqualTo(5);
        assertThat(answer.path("facets").path("shop")).hasSize(2);
    }

    private JsonNode search(UnaryOperator<UriBuilder> query) {
        return get(uri -> query.apply(uri.path("/api/v1/listings")).build(), 200);
    }

    private static UnaryOperator<UriBuilder> withAll(Consumer<UriBuilder> query) {
        return uri -> {
            query.accept(uri);
            return uri;
        };
    }

    /** Each request differs in a parameter nobody reads, lest it be answered from what is kept of the one before. */
    private JsonNode get(Function<UriBuilder, URI> uri, int status) {
        var nonce = UUID.randomUUID().toString();
        var body = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .get()
                .uri(builder -> uri.apply(builder.queryParam("nonce", nonce)))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return json.readTree(Objects.requireNonNull(body));
    }

    private static List<String> titles(JsonNode answer) {
        return texts(answer.path("items"), "title");
    }

    private static List<String> texts(JsonNode items, String name) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(name).asString())
                .toList();
    }

    private static List<Long> prices(JsonNode answer) {
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(item -> item.path("price").asLong())
                .toList();
    }

    private static Map<String, Long> counts(JsonNode answer, String facet) {
        return StreamSupport.stream(answer.path("facets").path(facet).spliterator(), false)
                .collect(Collectors.toMap(
                        bucket -> bucket.path("value").asString(),
                        bucket -> bucket.path("count").asLong()));
    }
}
