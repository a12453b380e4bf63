package vn.ocop.marketplace.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Visitors;

class TerritoryIT implements LocalApi {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    Territory territory;

    WebTestClient http;

    @BeforeEach
    void anyone() {
        http = new Visitors(port, database).anyone();
    }

    private WebTestClient.BodyContentSpec ok(String uri, Object... values) {
        return http.get().uri(uri, values).exchange().expectStatus().isOk().expectBody();
    }

    @Test
    void knowsEveryUnitInForce() {
        assertThat(territory.provinces()).hasSize(34);
        assertThat(territory.provinces().stream()
                        .mapToInt(province ->
                                territory.communesOf(province.code()).size())
                        .sum())
                .isEqualTo(3321);
    }

    @Test
    void knowsHowFarProvincesAreApart() {
        assertThat(territory.between("44", "44")).isEqualTo(Nearness.SAME_PROVINCE);
        assertThat(territory.between("44", "40")).isEqualTo(Nearness.SAME_REGION);
        assertThat(territory.between("44", "96")).isEqualTo(Nearness.FAR);
        assertThat(territory.between("44", "??")).isEqualTo(Nearness.FAR);
    }

    @Test
    void listsProvincesWithTheirFormerNames() {
        ok("/api/v1/provinces")
                .jsonPath("$.items.length()")
                .isEqualTo(34)
                .jsonPath("$.items[?(@.slug=='quang-tri')].formerNames[0]")
                .isEqualTo("Quảng Bình")
                .jsonPath("$.items[?(@.slug=='quang-tri')].kind")
                .isEqualTo("tỉnh");
    }

    @Test
    void showsAFloorInTheReadersLanguage() {
        ok("/api/v1/provinces/quang-tri")
                .jsonPath("$.code")
                .isEqualTo("44")
                .jsonPath("$.headline")
                .value(String.class, headline -> assertThat(headline).contains("Quảng Trị"))
                .jsonPath("$.hosts")
                .value(Object.class, hosts -> assertThat(hosts.toString()).contains("quangtritrade.vn"));
        http.get()
                .uri("/api/v1/provinces/01")
                .header("Accept-Language", "en")
                .exchange()
                .expectHeader()
                .valueEquals("Vary", "Accept-Language")
                .expectBody()
                .jsonPath("$.headline")
                .isEqualTo("Hà Nội specialties");
    }

    @Test
    void leadsAFormerProvinceToTodays() {
        ok("/api/v1/provinces/quang-binh").jsonPath("$.slug").isEqualTo("quang-tri");
    }

    @Test
    void findsTheFloorOfAHost() {
        ok("/api/v1/floors?host=QuangTriTrade.vn").jsonPath("$.code").isEqualTo("44");
        http.get()
                .uri("/api/v1/floors?host=example.org")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("territory.floor-not-found")
                .jsonPath("$.detail")
                .isEqualTo("Chưa tỉnh nào mở sàn tại \"example.org\".");
    }

    @Test
    void findsACommuneHoweverItIsTyped() {
        for (String typed :
                new String[] {"Khe Sanh", "khe sanh", "KHE SANH", "khe san", "xã Khe Sanh", "khe sanh quang tri"}) {
            ok("/api/v1/communes?q={q}", typed)
                    .jsonPath("$.items[0].code")
                    .isEqualTo("19429")
                    .jsonPath("$.items[0].formerly")
                    .isEmpty()
                    .jsonPath("$.items[0].province.slug")
                    .isEqualTo("quang-tri");
        }
    }

    @Test
    void saysWhatAFormerCommuneIsNow() {
        ok("/api/v1/communes?q={q}", "tan hop huong hoa")
                .jsonPath("$.items[0].code")
                .isEqualTo("19429")
                .jsonPath("$.items[0].formerly")
                .isEqualTo("xã Tân Hợp, huyện Hướng Hóa, Quảng Trị")
                .jsonPath("$.items[0].divided")
                .isEqualTo(false);
    }

    @Test
    void answersADividedCommuneWithEachOfItsParts() {
        ok("/api/v1/communes?q={q}&province=01", "phường Đội Cấn")
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].divided")
                .isEqualTo(true)
                .jsonPath("$.items[1].divided")
                .isEqualTo(true);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        http.get()
                .uri("/api/v1/communes/99999")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("territory.commune-not-found")
                .jsonPath("$.title")
                .isEqualTo("No such commune");
        http.get().uri("/api/v1/provinces/atlantis").exchange().expectStatus().isNotFound();
        http.get()
                .uri("/api/v1/provinces/atlantis/communes")
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get().uri("/api/v1/communes").exchange().expectStatus().isBadRequest();
        http.get().uri("/api/v1/communes?q=a&limit=0").exchange().expectStatus().isBadRequest();
        http.get().uri("/api/v1/communes?q=a&limit=x").exchange().expectStatus().isBadRequest();
        http.get()
                .uri("/api/v1/communes?q={q}", "x".repeat(101))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
