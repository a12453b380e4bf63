package vn.ocop.marketplace.local.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stripe's webhook signature: HMAC-SHA256 over "timestamp.payload". */
final class WebhookSignature {

    private WebhookSignature() {}

    static String header(String payload, String secret, long epochSecond) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var digest = mac.doFinal((epochSecond + "." + payload).getBytes(StandardCharsets.UTF_8));
            return "t=%d,v1=%s".formatted(epochSecond, HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
