package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.util.UriComponentsBuilder;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;

/**
 * Signing in through an OpenID provider that runs on this machine and checks PKCE; its login page is really filled in.
 */
class IdentityIT implements LocalApi {

    private static final HttpClient BROWSER =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Autowired
    DatabaseClient database;

    String subject;
    String phone;

    @BeforeEach
    void someone() {
        subject = UUID.randomUUID().toString();
        phone = "+8496" + (1_000_000 + ThreadLocalRandom.current().nextInt(9_000_000));
    }

    /** Where the browser came back to: the code and the state. */
    private record Returned(String state, String code) {

        Map<String, String> body() {
            return Map.of("state", state, "code", code);
        }
    }

    private Returned signInAtProvider(ApiClient as, boolean phoneVerified) {
        var begun = as.post("/api/v1/identity-sign-ins", Map.of());
        assertThat(begun.status()).isEqualTo(201);
        var address = begun.text("/authorizationUri");
        assertThat(address).contains("code_challenge_method=S256", "nonce=", "state=" + begun.text("/state"));
        var claims = """
                {"name":"Trần Thị Mai","phone_number":"%s","phone_number_verified":%s}""".formatted(phone, phoneVerified);
        var back =
                post(address, "username=" + subject + "&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8));
        var query = UriComponentsBuilder.fromUri(back).build().getQueryParams();
        return new Returned(String.valueOf(query.getFirst("state")), String.valueOf(query.getFirst("code")));
    }

    private static URI post(String address, String form) {
        try {
            var answer = BROWSER.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static ApiClient.Answer complete(ApiClient as, Returned returned) {
        return as.post("/api/v1/identity-sign-ins/completions", returned.body());
    }

    @Test
    void makesAnAccountOfHighAssuranceAndFindsItAgain() {
        var guest = ApiClient.guest();
        var opened = complete(guest, signInAtProvider(guest, true));

        assertThat(opened.status()).isEqualTo(201);
        var me = ApiClient.stranger().with(opened).get("/api/v1/me");
        assertThat(me.text("/assurance")).isEqualTo("IDENTITY");
        assertThat(me.text("/name")).isEqualTo("Trần Thị Mai");
        assertThat(me.text("/id")).isEqualTo(guest.get("/api/v1/me").text("/id"));
        var again = complete(ApiClient.stranger(), signInAtProvider(ApiClient.stranger(), true));
        assertThat(ApiClient.stranger().with(again).get("/api/v1/me").text("/id"))
                .isEqualTo(me.text("/id"));
    }

    @Test
    void raisesTheAssuranceOfWhoeverIsSignedIn() {
        var member = new Staff(database).member();
        assertThat(member.get("/api/v1/me").text("/assurance")).isEqualTo("CONTACT");

        var opened = complete(member, signInAtProvider(member, false));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(member.get("/api/v1/me").text("/assurance")).isEqualTo("IDENTITY");
    }

    @Test
    void oneIdentityBelongsToOneAccount() {
        var first = new Staff(database).member();
        complete(first, signInAtProvider(first, false));
        var second = new Staff(database).member();

        assertThat(complete(second, signInAtProvider(second, false)).code()).isEqualTo("account.identity-taken");
    }

    @Test
    void findsTheAccountOfAVerifiedPhone() {
        var member = new Staff(database).member(phone);

        var opened = complete(ApiClient.stranger(), signInAtProvider(ApiClient.stranger(), true));

        assertThat(ApiClient.stranger().with(opened).get("/api/v1/me").text("/id"))
                .isEqualTo(member.get("/api/v1/me").text("/id"));
    }

    @Test
    void anUnverifiedPhoneIsNobodys() {
        new Staff(database).member(phone);

        assertThat(complete(ApiClient.stranger(), signInAtProvider(ApiClient.stranger(), false))
                        .code())
                .isEqualTo("account.identity-refused");
    }

    @Test
    void aStateWorksOnce() {
        var returned = signInAtProvider(ApiClient.stranger(), true);
        assertThat(complete(ApiClient.stranger(), returned).status()).isEqualTo(201);

        assertThat(complete(ApiClient.stranger(), returned).code()).isEqualTo("account.identity-refused");
    }

    @Test
    void aCodeOfAnotherSignInIsRefused() {
        var one = signInAtProvider(ApiClient.stranger(), true);
        var other = signInAtProvider(ApiClient.stranger(), true);

        var mixed = new Returned(one.state(), other.code());

        assertThat(complete(ApiClient.stranger(), mixed).code()).isEqualTo("account.identity-refused");
    }
}
