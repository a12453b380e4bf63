package vn.ocop.marketplace.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * What others tell us by webhook, signed as Stripe does it: {@code t=<seconds>,v1=<hex>}, where the second is the
 * HMAC-SHA-256 of {@code <seconds>.<body>} with a secret that both know.
 */
public record SignedMessage(String body, String signature) {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    /** Whether whoever knows the secret signed it, within five minutes of now; nobody knows a blank one. */
    public boolean isOf(String secret, Instant now) {
        var parts = SIGNATURE.matcher(signature);
        if (secret.isBlank() || !parts.matches()) {
            return false;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        return Duration.between(at, now).abs().compareTo(GOOD_FOR) <= 0
                && MessageDigest.isEqual(ascii(mac(secret, parts.group(1))), ascii(parts.group(2)));
    }

    private String mac(String secret, String seconds) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(seconds + "." + body);
    }

    private static byte[] ascii(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }
}
