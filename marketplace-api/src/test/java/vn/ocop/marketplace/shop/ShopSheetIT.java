package vn.ocop.marketplace.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.CodeReader;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;

/** Shops by sheet: put down by a post office under mandates, or by a province for their owners. */
class ShopSheetIT implements LocalApi {

    private static final String HEADINGS = "SĐT,Chủ hộ,Tên gian hàng,Loại hình,Địa chỉ,Xã,Mã số thuế\n";
    private static final String OFFICE = "/api/v1/workplaces/POST_OFFICE/" + Staff.KHE_SANH_OFFICE;
    private static final String PROVINCE = "/api/v1/workplaces/PROVINCE/44";

    @Autowired
    DatabaseClient database;

    Staff staff;
    ApiClient clerk;
    ApiClient officer;
    String phone;
    String mark;

    @BeforeEach
    void people() {
        staff = new Staff(database);
        staff.openKheSanhOffice();
        clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_ONBOARDING");
        officer = staff.worksFor("PROVINCE", "44", false, "PROVINCE_SHOPS");
        int number = 1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000);
        phone = "+8497" + number;
        mark = Integer.toString(number, 36);
    }

    private String national() {
        return "0" + phone.substring(3);
    }

    private String row(String name) {
        return national() + ",Hồ Thị Mai," + name + ",Hộ gia đình,Thôn 3,Khe Sanh,\n";
    }

    private static ApiClient.Answer send(ApiClient who, String place, String csv) {
        var sent = who.send(place + "/sheets/shops/imports?fileName=ho.csv", csv.getBytes(UTF_8));
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        return sent;
    }

    private static ApiClient.Answer awaitState(ApiClient who, String place, String id, String state) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> who.get(place + "/imports/" + id),
                        sheet -> sheet.text("/state").equals(state));
    }

    private static ApiClient.Answer checked(ApiClient who, String place, String csv) {
        var id = send(who, place, csv).text("/id");
        who.post(place + "/imports/" + id + "/check", Map.of());
        return awaitState(who, place, id, "CHECKED");
    }

    private static ApiClient.Answer ran(ApiClient who, String place, String csv) {
        var id = checked(who, place, csv).text("/id");
        assertThat(who.post(place + "/imports/" + id + "/run", Map.of()).status())
                .isEqualTo(202);
        return awaitState(who, place, id, "DONE");
    }

    private static long outcome(ApiClient.Answer sheet, String kind) {
        return sheet.body().path("outcomes").path(kind).asLong(0);
    }

    private long shops(String name) {
        return database.sql("select count(*) as n from shop.shops where name = :name")
                .bind("name", name)
                .map(row -> java.util.Objects.requireNonNull(row.get("n", Long.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private String mandate() {
        for (var item : clerk.get(OFFICE + "/mandates").body().path("items")) {
            if (item.path("phone").asString().replace(" ", "").equals(national())) {
                return item.path("id").asString();
            }
        }
        throw new AssertionError("no mandate for " + phone);
    }

    private CodeReader codes() {
        return new CodeReader(database, phone);
    }

    private Map<String, Object> word(String mandate) {
        return codes().proof(() -> clerk.post("/api/v1/mandates/" + mandate + "/codes", Map.of("word", "AGREE")));
    }

    private ApiClient household() {
        var signUp = codes().proof("SIGN_UP");
        signUp.put("name", "Hồ Thị Mai");
        return ApiClient.stranger().with(ApiClient.stranger().post("/api/v1/accounts", signUp));
    }

    @Test
    void aPostOfficePutsShopsDownThatTheirHouseholdsAgreeTo() {
        var name = "Hộ bà Mai " + mark;
        var csv = HEADINGS + row(name);
        assertThat(outcome(checked(clerk, OFFICE, csv), "CREATED")).isEqualTo(1);
        assertThat(shops(name)).isZero();
        assertThat(outcome(ran(clerk, OFFICE, csv), "CREATED")).isEqualTo(1);
        assertThat(outcome(ran(clerk, OFFICE, csv), "UNCHANGED")).isEqualTo(1);
        assertThat(shops(name)).isEqualTo(1);

        var mandate = mandate();
        assertThat(clerk.get("/api/v1/mandates/" + mandate).text("/state")).isEqualTo("ASKED");
        var agreed = clerk.post("/api/v1/mandates/" + mandate + "/agreement", word(mandate));
        assertThat(agreed.text("/state")).as(agreed.body().toString()).isEqualTo("ACTIVE");
        var shop = agreed.text("/shopId");
        var file = clerk.get("/api/v1/shops/" + shop + "/file");
        assertThat(file.text("/shop/name")).as(file.body().toString()).isEqualTo(name);
        assertThat(file.text("/shop/status")).isEqualTo("APPLIED");

        assertThat(outcome(ran(clerk, OFFICE, HEADINGS + row(name + " B")), "UPDATED"))
                .isEqualTo(1);
        assertThat(household().get("/api/v1/shops/" + shop + "/file").text("/shop/name"))
                .isEqualTo(name + " B");
    }

    @Test
    void whoWorksOnAShopIsNotOverruledByASheet() {
        var name = "Hộ ông Côn " + mark;
        ran(clerk, OFFICE, HEADINGS + row(name));
        var mandate = mandate();
        var shop = clerk.post("/api/v1/mandates/" + mandate + "/agreement", word(mandate))
                .text("/shopId");
        var version = clerk.get("/api/v1/shops/" + shop + "/file").text("/shop/version");
        assertThat(clerk.raw(
                                "PATCH",
                                "/api/v1/shops/" + shop + "/file",
                                "{\"street\": \"Thôn 4\"}",
                                "If-Match",
                                '"' + version + '"')
                        .status())
                .isEqualTo(200);

        var again = ran(clerk, OFFICE, HEADINGS + row(name));

        assertThat(outcome(again, "REFUSED")).isEqualTo(1);
        var refused = clerk.get(OFFICE + "/imports/" + again.text("/id") + "/refused-rows?format=CSV");
        assertThat(refused.raw().body()).contains("bảng tính không sửa được nữa");
    }

    @Test
    void aProvincePutsShopsDownForTheirOwners() {
        var name = "HTX Cùa " + mark;
        var csv = HEADINGS + national() + ",Hồ Văn Côn," + name + ",Hợp tác xã,Thôn 1,Khe Sanh,3200123456\n";
        var done = ran(officer, PROVINCE, csv);
        assertThat(outcome(done, "CREATED")).as(done.body().toString()).isEqualTo(1);
        Awaitility.await()
                .until(() -> MESSAGES.to(phone).stream()
                        .anyMatch(taken -> taken.text().contains(name)));

        var owner = household();
        var shop = owner.get("/api/v1/me").text("/memberships/0/scope");
        var file = owner.get("/api/v1/shops/" + shop + "/file");
        assertThat(file.text("/shop/taxCode")).as(file.body().toString()).isEqualTo("3200123456");
        assertThat(file.text("/shop/legalKind")).isEqualTo("COOPERATIVE");
        assertThat(file.text("/history/0/kind")).as(file.body().toString()).isEqualTo("prepared");
        assertThat(officer.get("/api/v1/province-desks/44/shops?status=APPLIED&q=" + mark)
                        .text("/items/0/name"))
                .isEqualTo(name);
    }

    @Test
    void whatWasTakenHomeAndSentBackChangesNothing() {
        ran(officer, PROVINCE, HEADINGS + row("Hộ về nhà " + mark));
        var home = officer.get(PROVINCE + "/sheets/shops?format=CSV").raw().body();
        var mine = home.lines()
                .filter(line -> line.contains(mark) || line.contains("Số điện thoại"))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(mine).contains("Khe Sanh (19429)", "Đang lập hồ sơ");

        var again = ran(officer, PROVINCE, mine);

        assertThat(outcome(again, "UNCHANGED")).as(again.body().toString()).isEqualTo(1);
        assertThat(again.body().path("outcomes").size()).isEqualTo(1);
    }

    @Test
    void faultsAreToldByRow() {
        var csv = HEADINGS + row("Hộ A")
                + row("Hộ B")
                + "12,Hồ Thị Mai,Hộ C,Hộ gia đình,Thôn 3,Khe Sanh,\n"
                + "0912345679,Hồ Thị Mai,Hộ D,Hộ gia đình,Thôn 3,Hoàn Kiếm,\n"
                + "0912345680,,Hộ E,,,,\n"
                + "0912 345 678,Hồ Thị Mai,Ví dụ Hộ bà Mai (xóa dòng này),Hộ gia đình,Thôn 3,Khe Sanh,\n";

        var looked = checked(officer, PROVINCE, csv);

        assertThat(outcome(looked, "CREATED")).isEqualTo(1);
        assertThat(outcome(looked, "SKIPPED")).isEqualTo(1);
        assertThat(outcome(looked, "REFUSED")).isEqualTo(4);
        var rows = officer.get(PROVINCE + "/imports/" + looked.text("/id") + "/rows?noted=true")
                .body()
                .path("items")
                .toString();
        assertThat(rows).contains("trùng với dòng 2", "không phải số điện thoại", "không rõ xã", "chưa ghi");
    }

    @Test
    void templatesAndOtherKindsAndPlaces() {
        assertThat(clerk.get(OFFICE + "/sheets/shops/template?format=CSV").raw().body())
                .contains("Số điện thoại *", "Khe Sanh");
        assertThat(clerk.get(OFFICE + "/sheets/listings/template").status()).isEqualTo(404);
        assertThat(clerk.get("/api/v1/workplaces/SHOP/x/sheets/listings").status())
                .isEqualTo(404);
        assertThat(officer.get("/api/v1/workplaces/PROVINCE/01/sheets/shops").status())
                .isEqualTo(404);
        assertThat(officer.get(OFFICE + "/sheets/shops").status()).isEqualTo(404);
    }

    @Test
    void tenThousandTakeLessThanAMinute() {
        int first = 20_000_000 + ThreadLocalRandom.current().nextInt(69_000_000);
        var csv = IntStream.range(0, 9_999)
                .mapToObj(i -> "03" + (first + i) + ",Hồ Thị Mai,Hộ " + mark + i + ",Hộ gia đình,Thôn 3,19429,")
                .collect(Collectors.joining("\n", HEADINGS, "\n"));
        var id = checked(clerk, OFFICE, csv).text("/id");
        var start = Instant.now();
        clerk.post(OFFICE + "/imports/" + id + "/run", Map.of());
        var done = awaitState(clerk, OFFICE, id, "DONE");

        assertThat(outcome(done, "CREATED")).as(done.body().toString()).isGreaterThan(9_000);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }
}
