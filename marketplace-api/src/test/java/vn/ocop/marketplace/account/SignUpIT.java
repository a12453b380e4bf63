package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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

/** Signing up and in by code and by password, over HTTP, the codes brought by a real gateway. */
class SignUpIT implements LocalApi {

    private static final String PASSWORD = "chieu-mua-tren-pho-nho";

    @Autowired
    DatabaseClient database;

    String phone;

    @BeforeEach
    void someone() {
        phone = "+8498" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
    }

    private static ApiClient.Answer ask(String purpose, String destination) {
        return ApiClient.stranger().post("/api/v1/codes", Map.of("purpose", purpose, "destination", destination));
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static ApiClient.Answer signUp(ApiClient as, String id, String code, String password) {
        var body = new HashMap<String, Object>(Map.of("codeId", id, "code", code, "name", "Trần Thị Mai"));
        if (!password.isEmpty()) {
            body.put("password", password);
        }
        return as.post("/api/v1/accounts", body);
    }

    private ApiClient signedUp(String password) {
        var before = MESSAGES.to(phone).size();
        var sent = ask("SIGN_UP", phone);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> MESSAGES.to(phone).size() > before);
        return ApiClient.stranger()
                .with(signUp(ApiClient.stranger(), sent.text("/id"), MESSAGES.codeFor(phone), password));
    }

    @Test
    void aGuestSignsUpByCodeAndStaysWhoTheyAre() {
        var guest = ApiClient.guest();
        var before = guest.get("/api/v1/me").text("/id");

        var sent = ask("SIGN_UP", phone);

        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.text("/sentTo"))
                .endsWith(phone.substring(phone.length() - 3))
                .doesNotContain(phone.substring(3, 8));
        var message = MESSAGES.lastTo(phone);
        assertThat(message.authorization()).isEqualTo("Bearer of-the-tests");
        assertThat(message.text()).contains("mã tạo tài khoản");
        var opened = signUp(guest, sent.text("/id"), MESSAGES.codeFor(phone), "");
        var me = ApiClient.stranger().with(opened).get("/api/v1/me");
        assertThat(me.text("/id")).isEqualTo(before);
        assertThat(me.text("/assurance")).isEqualTo("CONTACT");
        assertThat(me.body().path("guest").asBoolean()).isFalse();
    }

    @Test
    void aCodeIsStoredAsAHashAndLeavesNothingInTheOutbox() {
        ask("SIGN_UP", phone);
        var code = MESSAGES.codeFor(phone);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> new Staff(database)
                                .count("select count(*) from platform.outbox where type = 'account.send-code'")
                        == 0);
        assertThat(database.sql(
                                "select row_to_json(c)::text as row from account.one_time_codes c where destination = :to")
                        .bind("to", phone)
                        .map(row -> String.valueOf(row.get("row", String.class)))
                        .one()
                        .block())
                .doesNotContain("\"" + code + "\"");
    }

    @Test
    void aCodeWorksOnce() {
        var sent = ask("SIGN_UP", phone);
        var code = MESSAGES.codeFor(phone);
        signUp(ApiClient.stranger(), sent.text("/id"), code, "");

        var again = signUp(ApiClient.stranger(), sent.text("/id"), code, "");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("account.wrong-code");
    }

    @Test
    void ofManyAtOnceOneGetsIn() {
        var sent = ask("SIGN_UP", phone);
        var code = MESSAGES.codeFor(phone);

        var statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(n ->
                        signUp(ApiClient.stranger(), sent.text("/id"), code, "").status())
                .toList();

        assertThat(statuses).containsOnlyOnce(201);
    }

    @Test
    void guessingEndsAfterFiveTries() {
        var sent = ask("SIGN_UP", phone);
        var code = MESSAGES.codeFor(phone);
        for (int i = 0; i < 5; i++) {
            assertThat(signUp(ApiClient.stranger(), sent.text("/id"), wrong(code), "")
                            .code())
                    .isEqualTo("account.wrong-code");
        }

        assertThat(signUp(ApiClient.stranger(), sent.text("/id"), code, "").code())
                .isEqualTo("account.wrong-code");
    }

    @Test
    void aCodeRunsOutAndIsForOnePurpose() {
        var sent = ask("SIGN_UP", phone);
        var code = MESSAGES.codeFor(phone);
        assertThat(ApiClient.stranger()
                        .post("/api/v1/sessions", Map.of("codeId", sent.text("/id"), "code", code))
                        .code())
                .isEqualTo("account.wrong-code");
        database.sql("update account.one_time_codes set expires_at = created_at where destination = :to")
                .bind("to", phone)
                .then()
                .block();

        assertThat(signUp(ApiClient.stranger(), sent.text("/id"), code, "").code())
                .isEqualTo("account.wrong-code");
    }

    @Test
    void asTooOftenIsRefused() {
        ask("SIGN_UP", phone);

        var again = ask("SIGN_UP", phone);

        assertThat(again.status()).isEqualTo(429);
        assertThat(again.code()).isEqualTo("account.too-many-codes");
        for (int i = 0; i < 4; i++) {
            new CodeReader(database, phone).waitAMinute();
            assertThat(ask("SIGN_UP", phone).status()).isEqualTo(202);
        }
        new CodeReader(database, phone).waitAMinute();
        assertThat(ask("SIGN_UP", phone).status()).isEqualTo(429);
    }

    @Test
    void aGatewayThatFailsForAWhileDeliversInTheEnd() {
        MESSAGES.fail(2, 503);
        var sent = ask("SIGN_UP", phone);

        assertThat(signUp(ApiClient.stranger(), sent.text("/id"), MESSAGES.codeFor(phone), "")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void byMailToo() {
        var mail = "mai" + UUID.randomUUID() + "@example.vn";
        var sent = ask("SIGN_UP", mail);

        var opened = signUp(ApiClient.stranger(), sent.text("/id"), MESSAGES.codeFor(mail), PASSWORD);

        assertThat(ApiClient.stranger().with(opened).get("/api/v1/me").text("/email"))
                .isEqualTo(mail);
        assertThat(ApiClient.member(mail, PASSWORD).token()).isPresent();
    }

    @Test
    void whoHasAnAccountIsSignedInToIt() {
        var first = signedUp("").get("/api/v1/me").text("/id");
        new CodeReader(database, phone).waitAMinute();

        var second = signedUp("").get("/api/v1/me").text("/id");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void signsInByCodeAndTellsNobodyWhetherThereIsAnAccount() {
        var nobody = ask("SIGN_IN", phone);
        assertThat(nobody.status()).isEqualTo(202);
        assertThat(MESSAGES.to(phone)).isEmpty();
        new CodeReader(database, phone).waitAMinute();
        signedUp("");
        new CodeReader(database, phone).waitAMinute();

        var sent = ask("SIGN_IN", phone);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> MESSAGES.to(phone).size() == 2);
        var opened = ApiClient.stranger()
                .post("/api/v1/sessions", Map.of("codeId", sent.text("/id"), "code", MESSAGES.codeFor(phone)));

        assertThat(opened.status()).isEqualTo(201);
    }

    @Test
    void aPasswordThatEveryoneKnowsIsRefused() {
        var sent = ask("SIGN_UP", phone);

        var answer = signUp(ApiClient.stranger(), sent.text("/id"), MESSAGES.codeFor(phone), "password123");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo("password");
        assertThat(signUp(ApiClient.stranger(), sent.text("/id"), MESSAGES.codeFor(phone), PASSWORD)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aSquattersPasswordGoesWhenTheOwnerOfThePhoneComes() {
        var owner = signedUp(PASSWORD);
        assertThat(owner.get("/api/v1/me").text("/id")).isNotBlank();
        // As if somebody had taken the number before codes were asked for.
        database.sql("update account.people set phone_verified_at = null where phone = :phone")
                .bind("phone", phone)
                .then()
                .block();
        new CodeReader(database, phone).waitAMinute();

        signedUp("");

        assertThat(ApiClient.stranger()
                        .post("/api/v1/sessions", Map.of("login", phone, "password", PASSWORD))
                        .code())
                .isEqualTo("account.wrong-sign-in");
    }

    @Test
    void guessingPasswordsGetsSlowAlsoManyAtOnce() {
        signedUp(PASSWORD);

        var statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(n -> ApiClient.stranger()
                        .post("/api/v1/sessions", Map.of("login", phone, "password", "sai " + n))
                        .status())
                .toList();

        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses.stream().filter(status -> status == 401).count()).isLessThanOrEqualTo(8);
        database.sql("delete from account.failed_sign_ins").then().block();
    }

    @Test
    void seesAndEndsSessions() {
        var here = signedUp(PASSWORD);
        var there = ApiClient.member(phone, PASSWORD);
        var stranger = ApiClient.guest();
        var listed = here.get("/api/v1/me/sessions").body().path("items");
        assertThat(listed).hasSize(2);
        var other = listed.valueStream()
                .filter(session -> !session.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();

        assertThat(stranger.delete("/api/v1/me/sessions/" + other).status()).isEqualTo(404);
        assertThat(here.delete("/api/v1/me/sessions/" + other).status()).isEqualTo(204);

        assertThat(there.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(here.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        var here = signedUp(PASSWORD);
        var there = ApiClient.member(phone, PASSWORD);
        assertThat(here.put("/api/v1/me/password", Map.of("current", "sai", "password", "mot-cau-that-dai-nhe"))
                        .code())
                .isEqualTo("account.wrong-sign-in");

        assertThat(here.put("/api/v1/me/password", Map.of("current", PASSWORD, "password", "mot-cau-that-dai-nhe"))
                        .status())
                .isEqualTo(204);

        assertThat(there.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(ApiClient.member(phone, "mot-cau-that-dai-nhe").token()).isPresent();
    }

    @Test
    void exportsAndErases() {
        var here = signedUp(PASSWORD);
        var id = here.get("/api/v1/me").text("/id");
        var version = here.get("/api/v1/documents")
                .body()
                .path("items")
                .valueStream()
                .filter(document -> document.path("purpose").asString().equals("MARKETING"))
                .findFirst()
                .orElseThrow()
                .path("version")
                .asString();
        here.post("/api/v1/me/consents", Map.of("purpose", "MARKETING", "version", version, "granted", true));
        var export = here.get("/api/v1/me/export");
        assertThat(export.text("/account/person/0/phone")).isEqualTo(phone);
        assertThat(export.text("/account/consents/0/purpose")).isEqualTo("MARKETING");
        new CodeReader(database, phone).waitAMinute();

        var sent = here.post("/api/v1/codes", Map.of("purpose", "ERASURE", "destination", phone));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> MESSAGES.to(phone).size() == 2);
        var erased =
                here.post("/api/v1/me/erasure", Map.of("codeId", sent.text("/id"), "code", MESSAGES.codeFor(phone)));

        assertThat(erased.status()).isEqualTo(204);
        assertThat(here.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(Optional.ofNullable(database.sql(
                                "select kind || coalesce(phone, '') || coalesce(name, '') as left_over from account.people where id = :id")
                        .bind("id", UUID.fromString(id))
                        .map(row -> String.valueOf(row.get("left_over", String.class)))
                        .one()
                        .block()))
                .contains("ERASED");
    }

    @Test
    void aLastOwnerCannotBeErased() {
        var owner = new Staff(database).worksFor("SHOP", UUID.randomUUID().toString());
        var phoneOfOwner = owner.get("/api/v1/me/export").text("/account/person/0/phone");

        var sent = owner.post("/api/v1/codes", Map.of("purpose", "ERASURE", "destination", phoneOfOwner));
        var answer = owner.post(
                "/api/v1/me/erasure", Map.of("codeId", sent.text("/id"), "code", MESSAGES.codeFor(phoneOfOwner)));

        assertThat(answer.code()).isEqualTo("account.erasure-blocked");
    }
}
