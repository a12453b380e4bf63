package vn.ocop.marketplace.web.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the API is and how long the site waits for it. */
@ConfigurationProperties("marketplace.api")
public record ApiSettings(
        @DefaultValue("http://127.0.0.1:8081") String url,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("8s") Duration readTimeout) {}
