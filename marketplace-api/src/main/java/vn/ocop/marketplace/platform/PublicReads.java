package vn.ocop.marketplace.platform;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Answers that are the same for everyone who reads the same language, with how old they may get. */
public final class PublicReads {

    private static final CacheControl LIVE =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic().staleWhileRevalidate(Duration.ofSeconds(5));
    private static final CacheControl SETTLED =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic().staleWhileRevalidate(Duration.ofMinutes(5));

    private PublicReads() {}

    /** For what sellers and shoppers change all day: a second old at most while anyone asks. */
    public static <T> ResponseEntity<T> live(T body) {
        return answer(LIVE).body(body);
    }

    public static <T> ResponseEntity<T> live(T body, String etag) {
        return answer(LIVE).eTag(etag).body(body);
    }

    /** For what changes by decree. */
    public static <T> ResponseEntity<T> settled(T body) {
        return answer(SETTLED).body(body);
    }

    private static ResponseEntity.BodyBuilder answer(CacheControl freshness) {
        return ResponseEntity.ok().cacheControl(freshness).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
