package vn.ocop.marketplace.web.browser;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.awaitility.Awaitility;
import vn.ocop.marketplace.local.demo.DemoPeople;

/** The authenticator app of the demo's officers and administrators. */
final class Authenticator {

    private Authenticator() {}

    /** Signs in with both factors; a code that somebody has used already is waited out. */
    static void signIn(Page page, String login, String desk) {
        signIn(page, login, desk, WholeStack::now);
    }

    /** The same at a marketplace with a clock of its own. */
    static void signIn(Page page, String login, String desk, Supplier<Instant> clock) {
        page.navigate(desk);
        page.locator("#f-login").fill(login);
        page.locator("#f-password").fill("dacsan2026");
        page.locator("main form button.button:not(.quiet)").click();
        Awaitility.await("a code that was not used before")
                .atMost(Duration.ofSeconds(120))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> {
                    if (!page.url().contains(desk)) {
                        page.locator("#f-code").fill(code(clock.get()));
                        page.locator("main form button").click();
                        page.waitForURL("**");
                    }
                    return page.url().contains(desk);
                });
    }

    private static String code(Instant now) {
        try {
            var key = new SecretKeySpec(new Base32().decode(DemoPeople.AUTHENTICATOR_SECRET), "HmacSHA1");
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, now, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
