package vn.ocop.marketplace.web.api;

import java.time.Duration;
import org.springframework.web.reactive.function.client.WebClient;

/** The API client for tests that stand outside its package. */
public final class TestApi {

    private TestApi() {}

    public static MarketplaceApi at(String url) {
        return new MarketplaceApi(
                WebClient.create(), new ApiSettings(url, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }
}
