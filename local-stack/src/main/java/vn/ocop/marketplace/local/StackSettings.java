package vn.ocop.marketplace.local;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ocop.marketplace.local.identity.IdentityDesk;

/** What the applications of one stack read from their environment. */
record StackSettings(
        Ports ports, List<EngineNode> engines, DataDirectory data, Map<String, String> environment, StackClock clock) {

    private static final String STRIPE_KEY = "STRIPE_API_KEY";
    private static final String STRIPE_SECRET = "STRIPE_WEBHOOK_SECRET";
    private static final String SECRETS_KEY = "SECRETS_KEY";
    private static final String IDENTITY_ISSUER = "IDENTITY_ISSUER";
    static final String DATABASE = "marketplace";

    static boolean usesRealStripe(Map<String, String> environment) {
        var key = !environment.getOrDefault(STRIPE_KEY, "").isBlank();
        var secret = !environment.getOrDefault(STRIPE_SECRET, "").isBlank();
        if (key != secret) {
            throw new StartRefused("half-stripe");
        }
        return key;
    }

    /** Whether people are vouched for by somebody else than the desk for trying. */
    boolean usesRealIdentity() {
        return !environment.getOrDefault(IDENTITY_ISSUER, "").isBlank();
    }

    Map<String, String> forApplications() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("DATABASE_URL", new Database(ports.postgres(), DATABASE).databaseUrl());
        settings.put("DATABASE_USER", Database.USER);
        settings.put("DATABASE_PASSWORD", Database.PASSWORD);
        settings.put("ELASTICSEARCH_URL", engines.stream().map(EngineNode::url).collect(Collectors.joining(",")));
        settings.put("API_URL", "http://127.0.0.1:" + ports.api());
        settings.put("SITE_URL", siteUrl());
        settings.put("MEDIA_DIR", data.media().toString());
        if (clock.isSet()) {
            settings.put("MARKETPLACE_CLOCK_FILE", clock.file().toString());
        }
        settings.put("WEB_PORT", String.valueOf(ports.web()));
        settings.put("API_PORT", String.valueOf(ports.api()));
        settings.put("INDEXER_PORT", String.valueOf(ports.indexer()));
        settings.put(SECRETS_KEY, secretsKey());
        for (var gateway : List.of("SMS_GATEWAY_URL", "EMAIL_GATEWAY_URL")) {
            if (environment.getOrDefault(gateway, "").isBlank()) {
                settings.put(gateway, messagesUrl());
            }
        }
        if (!usesRealIdentity()) {
            settings.put(IDENTITY_ISSUER, "http://127.0.0.1:" + ports.identity() + "/" + IdentityDesk.ISSUER);
            settings.put("IDENTITY_CLIENT_ID", "marketplace");
            settings.put("IDENTITY_CLIENT_SECRET", data.secret("identity.secret", "local_"));
            settings.put("IDENTITY_NAME", IdentityDesk.NAME);
        }
        if (usesRealStripe(environment)) {
            settings.put("STRIPE_API_BASE", "");
        } else {
            settings.put("STRIPE_API_BASE", "http://127.0.0.1:" + ports.sandbox());
            settings.put(STRIPE_KEY, sandboxKey());
            settings.put(STRIPE_SECRET, webhookSecret());
            demoBank(settings);
        }
        return settings;
    }

    /** No bank has this number, so that nobody can transfer real money by a code of a demo. */
    private void demoBank(Map<String, String> settings) {
        settings.put("BANK_BIN", "999999");
        settings.put("BANK_ACCOUNT", "0123456789");
        settings.put("BANK_HOLDER", "CHO OCOP THU NGHIEM");
        settings.put("BANK_NAME", "Ngân hàng thử nghiệm");
        settings.put("BANK_WEBHOOK_SECRET", webhookSecret());
        settings.put("BANK_DEMO_PAGE", "http://127.0.0.1:" + ports.sandbox() + "/bank");
    }

    String siteUrl() {
        var given = environment.getOrDefault("SITE_URL", "");
        return given.isBlank() ? "http://localhost:" + ports.web() : given;
    }

    URI webhookUrl() {
        return URI.create("http://127.0.0.1:" + ports.api() + "/api/v1/webhooks/stripe");
    }

    /** Where the codes sent to people can be read on this machine. */
    String messagesUrl() {
        return "http://127.0.0.1:" + ports.sandbox() + "/messages";
    }

    /** What the API seals secrets with: 32 bytes in Base64, of this directory unless the environment gives others. */
    String secretsKey() {
        var given = environment.getOrDefault(SECRETS_KEY, "");
        return given.isBlank() ? Base64.getEncoder().encodeToString(sha256(data.secret("secrets.key", ""))) : given;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String sandboxKey() {
        return data.secret("sandbox.key", "sk_test_local_");
    }

    String webhookSecret() {
        return data.secret("sandbox.webhook-secret", "whsec_local_");
    }
}
