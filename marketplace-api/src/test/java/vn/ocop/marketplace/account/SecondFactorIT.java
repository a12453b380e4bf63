package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;

class SecondFactorIT implements LocalApi {

    private static final String PASSWORD = "chieu-mua-tren-pho-nho";

    @Autowired
    DatabaseClient database;

    String phone;
    ApiClient member;

    @BeforeEach
    void someone() {
        phone = "+8497" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
        member = new Staff(database).member(phone);
        member.put("/api/v1/me/password", Map.of("password", PASSWORD));
    }

    private static String app(String secret, int stepsAhead) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"),
                            Instant.now().plusSeconds(30L * stepsAhead));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Steps used so far are forgotten, as if time had passed. */
    private void laterOn() {
        database.sql("update account.authenticators set last_step = 0").then().block();
        database.sql("delete from account.failed_sign_ins").then().block();
    }

    private ApiClient.Answer password() {
        return ApiClient.stranger().post("/api/v1/sessions", Map.of("login", phone, "password", PASSWORD));
    }

    private static ApiClient.Answer second(ApiClient.Answer half, String code) {
        return ApiClient.stranger().post("/api/v1/second-factors", Map.of("token", half.text("/token"), "code", code));
    }

    private String enrolled() {
        var secret = member.post("/api/v1/me/authenticator", Map.of()).text("/secret");
        assertThat(member.put("/api/v1/me/authenticator", Map.of("code", app(secret, 0)))
                        .status())
                .isEqualTo(200);
        laterOn();
        return secret;
    }

    @Test
    void isAskedForOnceItIsSetUp() {
        var begun = member.post("/api/v1/me/authenticator", Map.of());
        assertThat(begun.text("/uri"))
                .startsWith("otpauth://totp/OCOP%20Market:")
                .contains("secret=" + begun.text("/secret"));
        assertThat(password().body().path("secondFactorNeeded").asBoolean()).isFalse();

        var confirmed = member.put("/api/v1/me/authenticator", Map.of("code", app(begun.text("/secret"), 0)));

        assertThat(confirmed.body().path("codes")).hasSize(10);
        var half = password();
        assertThat(half.body().path("secondFactorNeeded").asBoolean()).isTrue();
        assertThat(ApiClient.stranger().with(half).get("/api/v1/me").status()).isEqualTo(401);
        laterOn();
        var opened = second(half, app(begun.text("/secret"), 0));
        assertThat(ApiClient.stranger()
                        .with(opened)
                        .get("/api/v1/me")
                        .body()
                        .path("secondFactor")
                        .asBoolean())
                .isTrue();
        assertThat(second(half, app(begun.text("/secret"), 1)).status()).isEqualTo(401);
    }

    @Test
    void noCodeOfTheAppWorksTwice() {
        var secret = enrolled();
        var code = app(secret, 0);
        assertThat(second(password(), code).status()).isEqualTo(201);

        assertThat(second(password(), code).code()).isEqualTo("account.wrong-code");
    }

    @Test
    void recoveryCodesWorkOnceEach() {
        var secret = member.post("/api/v1/me/authenticator", Map.of()).text("/secret");
        var recovery = member.put("/api/v1/me/authenticator", Map.of("code", app(secret, 0)))
                .body()
                .path("codes")
                .path(3)
                .asString();
        laterOn();

        assertThat(second(password(), recovery.toUpperCase(Locale.ROOT)).status())
                .isEqualTo(201);
        assertThat(second(password(), recovery).code()).isEqualTo("account.wrong-code");
        assertThat(member.get("/api/v1/me/authenticator")
                        .body()
                        .path("recoveryCodes")
                        .asInt())
                .isEqualTo(9);
    }

    @Test
    void guessingGetsSlow() {
        enrolled();
        var half = password();

        // The pauses double; a slow machine may sit out the first of them.
        var answers = IntStream.range(0, 30)
                .mapToObj(n -> second(half, "000000").code())
                .toList();

        assertThat(answers.subList(0, 4)).containsOnly("account.wrong-code");
        assertThat(answers).contains("account.too-many-tries");
        laterOn();
    }

    @Test
    void theSecretIsSealed() {
        var secret = enrolled();

        assertThat(new Staff(database)
                        .count("select count(*) from account.authenticators where position(convert_to('" + secret
                                + "', 'UTF8') in secret) > 0"))
                .isZero();
    }

    @Test
    void officersWorkOnlyAfterIt() {
        database.sql("""
                insert into account.memberships (person_id, kind, scope, owner, created_at)
                select id, 'PROVINCE', '44', true, now() from account.people where phone = :phone
                """).bind("phone", phone).then().block();
        var byPassword = ApiClient.stranger().with(password());
        var me = byPassword.get("/api/v1/me");
        assertThat(me.body().at("/memberships/0/waits").asBoolean()).isTrue();
        assertThat(me.body().at("/memberships/0/permissions")).isEmpty();
        assertThat(byPassword.get("/api/v1/workplaces/PROVINCE/44/staff").status())
                .isEqualTo(404);

        var secret = byPassword.post("/api/v1/me/authenticator", Map.of()).text("/secret");
        byPassword.put("/api/v1/me/authenticator", Map.of("code", app(secret, 0)));

        assertThat(byPassword.get("/api/v1/workplaces/PROVINCE/44/staff").status())
                .isEqualTo(200);
        laterOn();
        assertThat(byPassword
                        .post("/api/v1/me/authenticator/removal", Map.of("code", app(secret, 0)))
                        .code())
                .isEqualTo("account.authenticator-needed");
    }

    @Test
    void othersMayRemoveIt() {
        var secret = enrolled();

        assertThat(member.post("/api/v1/me/authenticator/removal", Map.of("code", app(secret, 0)))
                        .status())
                .isEqualTo(204);
        assertThat(password().body().path("secondFactorNeeded").asBoolean()).isFalse();
    }
}
