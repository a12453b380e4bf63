package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.media.PictureFiles;

/** What administrators of the platform set, and what a shop may take away with it. */
class PlatformDeskIT implements LocalApi {

    /** A province no other test reads the floor of. */
    private static final String LAI_CHAU = "12";

    @Autowired
    DatabaseClient database;

    Staff staff;
    ApiClient administrator;

    @BeforeEach
    void people() {
        staff = new Staff(database);
        administrator = staff.worksFor("PLATFORM", "*");
    }

    private ApiClient.Answer save(String version, String body) {
        return administrator.raw(
                "PUT", "/api/v1/provinces/" + LAI_CHAU + "/floor", body, "If-Match", '"' + version + '"');
    }

    @Test
    void givesAProvinceItsFrontPage() {
        var seen = administrator.get("/api/v1/provinces/" + LAI_CHAU + "/floor").text("/version");
        var host = "laichau-" + UUID.randomUUID().toString().substring(0, 8) + ".vn";
        var pale = save(seen, "{\"headline\": \"Lai Châu\", \"leaf\": \"#FFD700\", \"lacquer\": \"#8E1B1B\"}");
        assertThat(pale.status()).isEqualTo(400);
        assertThat(pale.text("/errors/0/field")).isEqualTo("leaf");

        var saved = save(seen, """
                {"headline": "Hương vị Lai Châu", "headlineEn": "Tastes of Lai Châu", "leaf": "#0a4f2d",
                 "hosts": ["%s"]}""".formatted(host));
        assertThat(saved.status()).as(saved.body().toString()).isEqualTo(200);
        assertThat(save(seen, "{\"headline\": \"Khác\"}").code()).isEqualTo("territory.floor-stale");
        var shown = ApiClient.stranger().get("/api/v1/floors?host=" + host);
        assertThat(shown.text("/headline")).isEqualTo("Hương vị Lai Châu");
        assertThat(shown.text("/brand/leaf")).isEqualTo("#0A4F2D");
        assertThat(administrator
                        .raw(
                                "PUT",
                                "/api/v1/provinces/14/floor",
                                "{\"headline\": \"Sơn La\", \"hosts\": [\"" + host + "\"]}",
                                "If-Match",
                                '"'
                                        + administrator
                                                .get("/api/v1/provinces/14/floor")
                                                .text("/version")
                                        + '"')
                        .code())
                .isEqualTo("territory.host-taken");
    }

    @Test
    void aPictureStandsAcrossTheHeadOfAFloor() {
        var path = "/api/v1/provinces/" + LAI_CHAU + "/floor";
        var picture = administrator.upload(PictureFiles.jpeg(1600, 500)).text("/id");
        var body = "{\"headline\": \"Lai Châu\", \"bannerId\": \"%s\"}";

        var unknown = save(administrator.get(path).text("/version"), body.formatted(UUID.randomUUID()));
        assertThat(unknown.text("/errors/0/field"))
                .as(unknown.body().toString())
                .isEqualTo("bannerId");
        var saved = save(administrator.get(path).text("/version"), body.formatted(picture));
        assertThat(saved.text("/banner/id")).as(saved.body().toString()).isEqualTo(picture);
        assertThat(ApiClient.stranger().get("/api/v1/provinces/lai-chau").text("/banner/path"))
                .startsWith("/media/");

        var without = save(saved.text("/version"), "{\"headline\": \"Lai Châu\"}");
        assertThat(without.body().path("banner").isNull()).isTrue();
    }

    @Test
    void saysWhatACategoryMustTell() {
        var path = "/api/v1/categories/s26/required-attributes";
        var wanted = Map.of("attributes", List.of("usage"), "reference", "Quyết định thử nghiệm");
        var before = administrator.put(path, Map.of("attributes", List.of(), "reference", "Như cũ"));
        assertThat(before.status()).as(before.body().toString()).isEqualTo(200);

        assertThat(administrator.put(path, wanted).body().toString()).contains("usage");
        assertThat(administrator.put(path, wanted).body().toString()).contains("usage");
        assertThat(administrator
                        .put(path, Map.of("attributes", List.of(), "reference", "Thôi"))
                        .body())
                .isEqualTo(before.body());
        assertThat(administrator
                        .put(path, Map.of("attributes", List.of("colour"), "reference", "x"))
                        .text("/errors/0/field"))
                .isEqualTo("attributes");
    }

    @Test
    void findsPeopleAndSignsThemOut() {
        var lost = staff.worksFor("SHOP", UUID.randomUUID().toString());
        var found = administrator.post("/api/v1/people-searches", Map.of("q", Staff.phoneOf(lost)));
        assertThat(found.body().at("/items")).hasSize(1);
        assertThat(found.text("/items/0/contact")).startsWith("••••").hasSize(7);
        assertThat(found.text("/items/0/works/0")).startsWith("SHOP ");

        var id = found.text("/items/0/id");
        assertThat(administrator
                        .post("/api/v1/people/" + id + "/sign-out", Map.of("reason", "Mất điện thoại"))
                        .status())
                .isEqualTo(204);
        assertThat(lost.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(administrator
                        .get("/api/v1/workplaces/PLATFORM/*/audit?action=account.signed-out&subject=" + id)
                        .text("/items/0/reason"))
                .isEqualTo("Mất điện thoại");
    }

    @Test
    void whoIsLockedIsOutUntilUnlocked() {
        var person = staff.member();
        var phone = Staff.phoneOf(person);
        var id = person.get("/api/v1/me").text("/id");
        var own = administrator.get("/api/v1/me").text("/id");
        assertThat(administrator
                        .post("/api/v1/people/" + own + "/lock", Map.of("reason", "thử"))
                        .code())
                .isEqualTo("account.own-account");

        assertThat(administrator
                        .post("/api/v1/people/" + id + "/lock", Map.of("reason", "Lừa đảo người mua"))
                        .status())
                .isEqualTo(204);
        assertThat(person.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(signedIn(phone).code()).isEqualTo("account.locked");
        assertThat(administrator
                        .post("/api/v1/people-searches", Map.of("q", phone))
                        .text("/items/0/lockReason"))
                .isEqualTo("Lừa đảo người mua");

        administrator.post("/api/v1/people/" + id + "/unlock", Map.of("reason", "Đã rõ"));
        assertThat(signedIn(phone).status()).isEqualTo(201);
    }

    private ApiClient.Answer signedIn(String phone) {
        return ApiClient.stranger().post("/api/v1/sessions", new CodeReader(database, phone).proof("SIGN_IN"));
    }

    @Test
    void everybodyKeepsTheirOwnViews() {
        var officer = staff.worksFor("PROVINCE", "44");
        var view = Map.of("desk", "province-shops", "name", "Đang mở ở Cùa", "query", "loai=OPEN&q=c%C3%B9a");
        var id = officer.put("/api/v1/me/views", view).text("/id");
        assertThat(officer.put("/api/v1/me/views", view).text("/id")).isEqualTo(id);
        assertThat(officer.put("/api/v1/me/views", Map.of("desk", "province-shops", "name", "x", "query", "<script>"))
                        .status())
                .isEqualTo(400);
        var mine = officer.get("/api/v1/me/views?desk=province-shops");
        assertThat(mine.body().path("items")).hasSize(1);
        assertThat(mine.text("/items/0/query")).isEqualTo("loai=OPEN&q=c%C3%B9a");

        var other = staff.worksFor("PROVINCE", "44");
        other.delete("/api/v1/me/views/" + id);
        assertThat(other.get("/api/v1/me/views?desk=province-shops").body().path("items"))
                .isEmpty();
        assertThat(officer.delete("/api/v1/me/views/" + id).status()).isEqualTo(204);
        assertThat(officer.get("/api/v1/me/views?desk=province-shops").body().path("items"))
                .isEmpty();
    }

    @Test
    void handsAShopItsRecords() {
        var shelf = new Shelf(database);
        var offer = shelf.offer(shelf.shop("SUSPENDED"), 5);
        shelf.run("update shop.shops set status = 'OPEN' where id = :id", offer.shop());
        var bought = Buyer.guest().buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY");
        assertThat(bought.status()).as(bought.body().toString()).isEqualTo(201);
        shelf.run("update shop.shops set status = 'CLOSED' where id = :id", offer.shop());

        var records = staff.worksFor("SHOP", offer.shop().toString())
                .get("/api/v1/shops/" + offer.shop() + "/records")
                .raw()
                .body();
        assertThat(records.lines()).hasSize(3).allMatch(line -> line.startsWith("{\"section\":"));
        assertThat(records)
                .contains("\"section\":\"shop\"", "\"section\":\"listings\"", "\"section\":\"orders\"", "stockMoves");
    }
}
