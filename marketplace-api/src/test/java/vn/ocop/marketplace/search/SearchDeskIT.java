package vn.ocop.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;

class SearchDeskIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    @Autowired
    TermCounts terms;

    @Test
    void keepsChangesAndRemovesRules() {
        var desk = new Staff(database).worksFor("PLATFORM", "*");
        var rule = Map.of("kind", "SYNONYM", "phrase", "Bánh Ướt", "target", "bánh cuốn,  bánh Mướt");

        var kept = desk.put("/api/v1/search-desk/rules", rule);
        var again = desk.put("/api/v1/search-desk/rules", rule);

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.text("/phrase")).isEqualTo("bánh ướt");
        assertThat(kept.text("/target")).isEqualTo("bánh cuốn, bánh mướt");
        assertThat(again.text("/id")).isEqualTo(kept.text("/id"));
        assertThat(desk.delete("/api/v1/search-desk/rules/" + kept.text("/id")).status())
                .isEqualTo(204);
        assertThat(desk.delete("/api/v1/search-desk/rules/" + kept.text("/id")).code())
                .isEqualTo("search.rule-not-found");
    }

    @Test
    void aPhraseLeadsToOnePageOfTheSite() {
        var desk = new Staff(database).worksFor("PLATFORM", "*");

        redirect(desk, "Hội chợ Xuân", "/tim?q=tet");
        redirect(desk, "hội chợ xuân", "/nhom/che");

        assertThat(desk.get("/api/v1/search-desk/rules").body().path("items").toString())
                .contains("/nhom/che")
                .doesNotContain("/tim?q=tet");
        for (var elsewhere : new String[] {"https://example.com", "//example.com", "javascript:alert(1)", "/a b"}) {
            assertThat(redirect(desk, "hội chợ", elsewhere).status()).isEqualTo(400);
        }
    }

    private static ApiClient.Answer redirect(ApiClient desk, String phrase, String target) {
        return desk.put("/api/v1/search-desk/rules", Map.of("kind", "REDIRECT", "phrase", phrase, "target", target));
    }

    @Test
    void onlyListingsOnSaleAreFoundToPin() {
        var desk = new Staff(database).worksFor("PLATFORM", "*");

        var refused =
                desk.put("/api/v1/search-desk/rules", Map.of("kind", "PIN", "phrase", "trà", "target", "không-có"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("target");
    }

    @Test
    void countsTermsWithoutAnyone() {
        var desk = new Staff(database).worksFor("PLATFORM", "*");
        for (var text : new String[] {"Rượu Nếp Cẩm", "ruou nep cam", "gọi 0912 345 678", "mai@example.com"}) {
            terms.count(text, text.startsWith("ruou"));
        }
        terms.flush().block();

        var counted =
                desk.get("/api/v1/search-desk/terms?inVain=true&days=1").body().path("items");
        assertThat(counted.toString()).contains("\"term\":\"ruou nep cam\",\"searches\":2,\"inVain\":1");
        var all = desk.get("/api/v1/search-desk/terms?days=1&limit=500").body().toString();
        assertThat(all).doesNotContain("0912").doesNotContain("mai");
    }
}
