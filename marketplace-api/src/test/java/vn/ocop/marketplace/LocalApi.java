package vn.ocop.marketplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ocop.marketplace.local.Database;
import vn.ocop.marketplace.local.LocalServers;
import vn.ocop.marketplace.local.sandbox.PaymentSandbox;
import vn.ocop.marketplace.local.sandbox.SandboxSettings;

/**
 * The whole API on a port of its own, a real PostgreSQL and the payment sandbox; one of each for all tests of the JVM.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
public interface LocalApi {

    Database DATABASE = LocalServers.postgres().freshDatabase();
    Path MEDIA = temporaryDirectory();
    int PORT = LocalServers.freePort();
    String API_KEY = "sk_test_api";
    String WEBHOOK_SECRET = "whsec_test_api";
    String BANK_ACCOUNT = "0123456789";
    MessageDesk MESSAGES = MessageDesk.start();
    MockOAuth2Server OPENID = openIdProvider();
    PaymentSandbox SANDBOX = PaymentSandbox.start(new SandboxSettings(
            0,
            temporaryDirectory(),
            API_KEY,
            URI.create("http://127.0.0.1:" + PORT + "/api/v1/webhooks/stripe"),
            WEBHOOK_SECRET,
            Clock.systemUTC()));

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.r2dbc.url", DATABASE::r2dbcUrl);
        registry.add("spring.flyway.url", DATABASE::jdbcUrl);
        registry.add("marketplace.media-dir", MEDIA::toString);
        registry.add("server.port", () -> PORT);
        registry.add(
                "marketplace.identity.issuer", () -> OPENID.issuerUrl("vneid").toString());
        registry.add("marketplace.identity.client-id", () -> "marketplace");
        registry.add("marketplace.identity.client-secret", () -> "of-the-tests");
        registry.add("marketplace.messages.sms.url", MESSAGES::url);
        registry.add("marketplace.messages.sms.authorization", () -> "Bearer of-the-tests");
        registry.add("marketplace.messages.email.url", MESSAGES::url);
        registry.add("marketplace.stripe.api-base", SANDBOX::url);
        registry.add("marketplace.stripe.api-key", () -> API_KEY);
        registry.add("marketplace.stripe.webhook-secret", () -> WEBHOOK_SECRET);
        registry.add("marketplace.bank.bin", () -> "999999");
        registry.add("marketplace.bank.account", () -> BANK_ACCOUNT);
        registry.add("marketplace.bank.holder", () -> "CHO OCOP THU NGHIEM");
        registry.add("marketplace.bank.bank-name", () -> "Ngân hàng thử nghiệm");
        registry.add("marketplace.bank.webhook-secret", () -> WEBHOOK_SECRET);
        registry.add("marketplace.bank.demo-page", () -> SANDBOX.url() + "/bank");
    }

    /** A provider with a login page of its own; on Netty, since its other server wants another OkHttp. */
    private static MockOAuth2Server openIdProvider() {
        var provider = new MockOAuth2Server(
                new OAuth2Config(true, null, null, false, new OAuth2TokenProvider(), Set.of(), new NettyWrapper()));
        provider.start(InetAddress.getLoopbackAddress(), 0);
        return provider;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("pictures-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
