package vn.ocop.marketplace;

import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** People who call a running API over HTTP: anyone, or someone who works for something. */
public final class Visitors {

    private final WebTestClient anyone;
    private final DatabaseClient database;

    public Visitors(int port, DatabaseClient database) {
        this.anyone = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        this.database = database;
    }

    public WebTestClient anyone() {
        return anyone;
    }

    private record Session(String token) {}

    /** Someone with a session and no memberships. */
    public WebTestClient guest() {
        return bearer(newToken());
    }

    /** Someone who works for the shop, the office or the province. */
    public WebTestClient worker(String kind, String scope) {
        var token = newToken();
        // Before the first use of the token: the API remembers for a moment what a bearer works for.
        database.sql("""
                with signed_in as (
                    update account.sessions
                       set second_factor_at = created_at
                     where token_hash = sha256(convert_to(:token, 'UTF8')))
                insert into account.memberships (person_id, kind, scope, owner, created_at)
                select person_id, :kind, :scope, true, created_at
                  from account.sessions
                 where token_hash = sha256(convert_to(:token, 'UTF8'))
                """)
                .bind("token", token)
                .bind("kind", kind)
                .bind("scope", scope)
                .then()
                .block();
        return bearer(token);
    }

    private String newToken() {
        var session = anyone.post()
                .uri("/api/v1/guests")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Session.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(session).token();
    }

    private WebTestClient bearer(String token) {
        return anyone.mutate().defaultHeader("Authorization", "Bearer " + token).build();
    }
}
