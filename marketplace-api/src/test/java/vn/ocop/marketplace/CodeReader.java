package vn.ocop.marketplace;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who reads the one-time codes that come to a phone. */
public record CodeReader(DatabaseClient database, String phone) {

    /** Codes to one destination need a minute between them. */
    public void waitAMinute() {
        database.sql(
                        "update account.one_time_codes set created_at = created_at - interval '2 minutes' where destination = :to")
                .bind("to", phone)
                .then()
                .block();
    }

    /** Asks for a code and answers what proves that it came. */
    public Map<String, Object> proof(Supplier<ApiClient.Answer> asking) {
        waitAMinute();
        var before = LocalApi.MESSAGES.to(phone).size();
        var sent = asking.get();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> LocalApi.MESSAGES.to(phone).size() > before);
        return new HashMap<>(Map.of("codeId", sent.text("/id"), "code", LocalApi.MESSAGES.codeFor(phone)));
    }

    /** The same of a code that anybody may ask for. */
    public Map<String, Object> proof(String purpose) {
        return proof(
                () -> ApiClient.stranger().post("/api/v1/codes", Map.of("purpose", purpose, "destination", phone)));
    }
}
