package vn.ocop.marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Visitors;
import vn.ocop.marketplace.listing.Shelf;

class ShopIT implements LocalApi {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    ShopDirectory directory;

    Shelf shelf;
    WebTestClient http;

    @BeforeEach
    void open() {
        shelf = new Shelf(database);
        http = new Visitors(port, database).anyone();
    }

    record Shops(List<Map<String, Object>> items, @Nullable String next) {}

    @Test
    void listsEveryOpenShopOnceOverItsPages() {
        var mine = new HashSet<String>();
        for (int i = 0; i < 5; i++) {
            mine.add(shelf.shop().toString());
        }
        var closed = shelf.shop("CLOSED").toString();

        var seen = new HashSet<String>();
        String after = null;
        do {
            var page = page(after);
            for (var shop : page.items()) {
                assertThat(seen.add(String.valueOf(shop.get("id")))).isTrue();
            }
            after = page.next();
        } while (after != null);

        assertThat(seen).containsAll(mine).doesNotContain(closed);
    }

    private Shops page(@Nullable String after) {
        return Objects.requireNonNull(http.get()
                .uri("/api/v1/shops?province=quang-tri&limit=2" + (after == null ? "" : "&after=" + after))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Shops.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void refusesABrokenCursorAndAnUnknownProvince() {
        http.get().uri("/api/v1/shops?after=%27").exchange().expectStatus().isBadRequest();
        http.get()
                .uri("/api/v1/shops?province=atlantis")
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get().uri("/api/v1/shops?limit=97").exchange().expectStatus().isBadRequest();
    }

    @Test
    void doesNotShowAShopThatHasNotOpened() {
        http.get()
                .uri("/api/v1/shops/{id}", shelf.shop("APPLIED"))
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get()
                .uri("/api/v1/shops/{id}", shelf.shop("SUSPENDED"))
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SUSPENDED");
    }

    @Test
    void findsManyAtOnceForOtherModules() {
        var one = shelf.shop();
        var other = shelf.shop();

        var found = Objects.requireNonNull(
                directory.findAll(List.of(one, other, UUID.randomUUID())).block());

        assertThat(found).containsOnlyKeys(one, other);
        assertThat(found.get(one)).isNotNull();
        assertThat(directory.find("no-such-shop").block()).isNull();
    }
}
