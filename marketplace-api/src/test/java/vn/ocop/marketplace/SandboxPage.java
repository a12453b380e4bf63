package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The card provider's page, as a buyer uses it, and the sandbox's faults. */
public final class SandboxPage {

    private SandboxPage() {}

    /** Opens the page of a purchase and pays on it. */
    public static void pay(Buyer buyer, String code) throws IOException, InterruptedException {
        var page = buyer.api().post("/api/v1/order-groups/" + code + "/payment-sessions", Map.of());
        act(page.text("/redirectUrl"), "pay");
    }

    public static void act(String page, String action) throws IOException, InterruptedException {
        post(page + "/" + action, "");
    }

    public static void control(String faults) throws IOException, InterruptedException {
        post(LocalApi.SANDBOX.url() + "/_control", faults);
    }

    private static void post(String url, String form) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isIn(200, 303);
        }
    }
}
