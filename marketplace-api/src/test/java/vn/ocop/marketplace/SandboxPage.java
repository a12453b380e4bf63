package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /** What the bank of a card does: answers the object it did it to. */
    public static JsonNode bankDoes(String what, String form) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(post(LocalApi.SANDBOX.url() + "/_control/" + what, form));
    }

    /** A seller's account at the provider, as its own sign-up makes one. */
    public static String connectedAccount() throws IOException, InterruptedException {
        var made = post(LocalApi.SANDBOX.url() + "/v1/accounts", "type=express&country=VN");
        return JsonMapper.shared().readTree(made).path("id").asString();
    }

    private static String post(String url, String form) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Authorization", "Bearer " + LocalApi.API_KEY)
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isIn(200, 303);
            return answer.body();
        }
    }
}
