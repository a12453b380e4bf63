package vn.ocop.marketplace.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.CodeReader;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.media.PictureFiles;
import vn.ocop.marketplace.platform.BusinessTime;

/** A clerk opens a shop for a household and drafts its goods; the household says yes twice, then takes over. */
class MandateIT implements LocalApi {

    private static final String PEPPER = """
            {"title": "Tiêu Cùa", "categoryCode": "s10",
             "attributes": {"origin": "Cam Lộ", "net_weight": "200 g", "ingredients": "Hạt tiêu", "shelf_life": "24 tháng",
                            "storage": "Nơi khô ráo"},
             "pictures": [{"id": "%s"}],
             "variants": [{"name": "Túi 200 g", "price": 85000, "stock": 40, "weightGrams": 250}]}""";

    @Autowired
    DatabaseClient database;

    Staff staff;
    ApiClient clerk;
    String phone;

    @BeforeEach
    void people() {
        staff = new Staff(database);
        staff.openKheSanhOffice();
        clerk = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_ONBOARDING");
        phone = "+8498" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
    }

    private ApiClient.Answer asked() {
        var asked = clerk.post(
                "/api/v1/workplaces/POST_OFFICE/" + Staff.KHE_SANH_OFFICE + "/mandates",
                Map.of(
                        "householdName",
                        "Hồ Thị Mai",
                        "phone",
                        phone,
                        "permissions",
                        List.of("SHOP_PROFILE", "SHOP_LISTINGS"),
                        "validTo",
                        LocalDate.now(BusinessTime.ZONE).plusMonths(6).toString()));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        return asked;
    }

    private CodeReader codes() {
        return new CodeReader(database, phone);
    }

    /** The household reads out what it was sent. */
    private Map<String, Object> word(String mandate, String word) {
        return codes().proof(() -> {
            var sent = clerk.post("/api/v1/mandates/" + mandate + "/codes", Map.of("word", word));
            assertThat(sent.status()).as(sent.body().toString()).isEqualTo(202);
            return sent;
        });
    }

    private String agreed() {
        var mandate = asked().text("/id");
        var agreed = clerk.post("/api/v1/mandates/" + mandate + "/agreement", word(mandate, "AGREE"));
        assertThat(agreed.text("/state")).as(agreed.body().toString()).isEqualTo("ACTIVE");
        return mandate;
    }

    private ApiClient.Answer shop(String mandate) {
        var opened = clerk.post(
                "/api/v1/mandates/" + mandate + "/shop",
                Map.of("name", "Hộ bà Mai", "legalKind", "HOUSEHOLD", "street", "Thôn 3", "communeCode", "19429"));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        return opened;
    }

    private ApiClient.Answer fill(ApiClient.Answer shop, String body) {
        return clerk.raw(
                "PATCH",
                "/api/v1/shops/" + shop.text("/shop/id") + "/file",
                body,
                "If-Match",
                '"' + shop.text("/shop/version") + '"');
    }

    private ApiClient.Answer filled(ApiClient.Answer shop) {
        var filled = fill(shop, """
                {"phone": "0912 345 678",
                 "identity": {"representative": "Hồ Thị Mai", "documentKind": "CITIZEN_ID", "number": "045123456789"},
                 "bank": {"bankBin": "970436", "number": "0123456789", "holder": "HO THI MAI"}}""");
        assertThat(filled.status()).as(filled.body().toString()).isEqualTo(200);
        return filled;
    }

    private String drafted(String shop) throws Exception {
        var picture = clerk.upload(PictureFiles.jpeg(800, 800)).text("/id");
        var draft = clerk.raw(
                "POST",
                "/api/v1/shops/" + shop + "/listings",
                PEPPER.formatted(picture),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);
        return draft.text("/id");
    }

    private ApiClient household() {
        return ApiClient.stranger().with(ApiClient.stranger().post("/api/v1/accounts", signUp()));
    }

    private Map<String, Object> signUp() {
        var signUp = codes().proof("SIGN_UP");
        signUp.put("name", "Hồ Thị Mai");
        return signUp;
    }

    @Test
    void nothingIsOfferedBeforeTheHouseholdSaysSo() throws Exception {
        var mandate = agreed();
        var shop = filled(shop(mandate));
        var id = shop.text("/shop/id");
        var listing = drafted(id);

        assertThat(fill(shop, "{\"submit\": true}").code()).isEqualTo("account.owner-decides");
        assertThat(fill(shop, "{\"termsVersion\": \"2026-07\"}").code()).isEqualTo("account.owner-decides");
        var revision = clerk.get("/api/v1/shops/" + id + "/listings/" + listing).text("/listing/revision");
        assertThat(clerk.raw(
                                "PATCH",
                                "/api/v1/listings/" + listing,
                                "{\"status\": \"IN_REVIEW\"}",
                                "If-Match",
                                '"' + revision + '"')
                        .code())
                .isEqualTo("account.owner-decides");

        var confirmed = clerk.post("/api/v1/mandates/" + mandate + "/confirmation", word(mandate, "CONFIRM"));
        assertThat(confirmed.text("/status")).as(confirmed.body().toString()).isEqualTo("UNDER_REVIEW");
        assertThat(confirmed.body().path("submitted").asInt()).isEqualTo(1);
        assertThat(clerk.get("/api/v1/shops/" + id + "/listings/" + listing).text("/listing/status"))
                .isEqualTo("IN_REVIEW");
    }

    @Test
    void everyActTellsWhoDidItAndForWhom() throws Exception {
        var mandate = agreed();
        var id = filled(shop(mandate)).text("/shop/id");
        drafted(id);
        clerk.post("/api/v1/mandates/" + mandate + "/confirmation", word(mandate, "CONFIRM"));

        var log = database.sql("""
                        select string_agg(action || ' ' || on_behalf, E'\\n' order by id) as log
                          from account.audit_log
                         where owner_kind = 'SHOP' and owner_scope = :shop""")
                .bind("shop", id)
                .map(row -> String.valueOf(row.get("log", String.class)))
                .one()
                .block();
        assertThat(log)
                .contains("mandate.shop-opened true")
                .contains("shop.file-changed true")
                .contains("listing.started true")
                .contains("mandate.confirmed true")
                .contains("shop.submitted false");
        assertThat(clerk.get("/api/v1/me").text("/mandates/0/householdName")).isEqualTo("Hồ Thị Mai");
        assertThat(clerk.get("/api/v1/me").text("/mandates/0/name")).isEqualTo("Hộ bà Mai");
    }

    @Test
    void theHouseholdTakesOver() throws Exception {
        var mandate = agreed();
        var id = filled(shop(mandate)).text("/shop/id");
        drafted(id);
        var owner = household();
        assertThat(owner.get("/api/v1/shops/" + id + "/mandates").text("/items/0/id"))
                .isEqualTo(mandate);

        assertThat(owner.post("/api/v1/mandates/" + mandate + "/end", Map.of("reason", "Tôi tự bán"))
                        .text("/state"))
                .isEqualTo("ENDED");

        assertThat(clerk.get("/api/v1/shops/" + id + "/listings").status()).isEqualTo(404);
        assertThat(clerk.get("/api/v1/shops/" + id + "/file").status()).isEqualTo(404);
        assertThat(owner.get("/api/v1/shops/" + id + "/listings").status()).isEqualTo(200);
        assertThat(clerk.post("/api/v1/mandates/" + mandate + "/codes", Map.of("word", "CONFIRM"))
                        .code())
                .isEqualTo("account.mandate-state");
    }

    @Test
    void aMandateOpensOneShopAndOnlyWhatItNames() throws Exception {
        var mandate = agreed();
        var id = shop(mandate).text("/shop/id");

        assertThat(clerk.get("/api/v1/shops/" + id + "/listings").status()).isEqualTo(200);
        assertThat(clerk.get("/api/v1/shops/" + id + "/orders").status()).isEqualTo(404);
        assertThat(clerk.get("/api/v1/workplaces/SHOP/" + id + "/staff").status())
                .isEqualTo(404);
        assertThat(clerk.get("/api/v1/shops/" + new Shelf(database).shop() + "/listings")
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post(
                                "/api/v1/mandates/" + mandate + "/shop",
                                Map.of("name", "Hai", "legalKind", "HOUSEHOLD", "street", "x", "communeCode", "19429"))
                        .code())
                .isEqualTo("account.mandate-state");
        var parcels = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE, false, "POST_PARCELS");
        assertThat(parcels.get("/api/v1/shops/" + id + "/listings").status()).isEqualTo(404);
        var elsewhere = staff.worksFor("POST_OFFICE", "19333");
        assertThat(elsewhere.get("/api/v1/mandates/" + mandate).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/v1/shops/" + id + "/listings").status()).isEqualTo(404);
    }

    @Test
    void runsOutByItself() throws Exception {
        var mandate = agreed();
        var id = shop(mandate).text("/shop/id");
        database.sql("update account.mandates set valid_to = date '2026-01-01' where id = :id")
                .bind("id", UUID.fromString(mandate))
                .then()
                .block();

        Awaitility.await()
                .until(() -> clerk.get("/api/v1/shops/" + id + "/listings").status() == 404);
        assertThat(clerk.get("/api/v1/mandates/" + mandate).text("/state")).isEqualTo("ENDED");
    }

    @Test
    void aSignedPaperNeedsASecondPerson() throws Exception {
        var mandate = asked().text("/id");
        var paper = PictureFiles.jpeg(800, 800);
        assertThat(clerk.send("/api/v1/mandates/" + mandate + "/paper", "no paper".getBytes(UTF_8))
                        .code())
                .isEqualTo("media.unknown-document");
        assertThat(clerk.send("/api/v1/mandates/" + mandate + "/paper", paper).status())
                .isEqualTo(204);
        assertThat(clerk.get("/api/v1/mandates/" + mandate).text("/state")).isEqualTo("TO_APPROVE");
        assertThat(clerk.post("/api/v1/mandates/" + mandate + "/approval", Map.of())
                        .code())
                .isEqualTo("account.second-person-needed");

        var second = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE);
        assertThat(second.file("/api/v1/mandates/" + mandate + "/paper")).isEqualTo(paper);
        try (var stored = Files.list(LocalApi.MEDIA)) {
            assertThat(stored.filter(file -> file.toString().endsWith(".sealed")))
                    .isNotEmpty()
                    .noneMatch(file -> starts(file, paper));
        }
        assertThat(second.post("/api/v1/mandates/" + mandate + "/approval", Map.of())
                        .text("/state"))
                .isEqualTo("ACTIVE");
        var id = filled(shop(mandate)).text("/shop/id");
        drafted(id);
        assertThat(clerk.post("/api/v1/mandates/" + mandate + "/confirmation", Map.of())
                        .code())
                .isEqualTo("account.second-person-needed");
        assertThat(second.post("/api/v1/mandates/" + mandate + "/confirmation", Map.of())
                        .body()
                        .path("submitted")
                        .asInt())
                .isEqualTo(1);
    }

    private static boolean starts(Path file, byte[] with) {
        try {
            return Arrays.mismatch(Files.readAllBytes(file), with) > 8;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatIsNotReadyUsesUpNoCode() {
        var mandate = agreed();
        assertThat(clerk.post("/api/v1/mandates/" + mandate + "/confirmation", Map.of())
                        .code())
                .isEqualTo("account.mandate-state");
        shop(mandate);
        var word = word(mandate, "CONFIRM");
        assertThat(clerk.post("/api/v1/mandates/" + mandate + "/confirmation", word)
                        .code())
                .isEqualTo("shop.incomplete");
        assertThat(clerk.get("/api/v1/mandates/" + mandate).text("/confirmedAt"))
                .isEmpty();
    }

    @Test
    void guessedAndForeignCodesAreWorthNothing() {
        var mandate = asked().text("/id");
        var other = asked().text("/id");
        var word = word(mandate, "AGREE");

        assertThat(clerk.post("/api/v1/mandates/" + other + "/agreement", word).code())
                .isEqualTo("account.wrong-code");
        assertThat(clerk.post(
                                "/api/v1/mandates/" + mandate + "/agreement",
                                Map.of("codeId", word.get("codeId"), "code", "000000"))
                        .code())
                .isEqualTo("account.wrong-code");
        assertThat(clerk.get("/api/v1/mandates/" + mandate).text("/state")).isEqualTo("ASKED");
    }
}
