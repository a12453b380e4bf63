package vn.ocop.marketplace.web.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.QrPicture;

/**
 * One's own account.
 *
 * @param enrolment an authenticator app that is being set up
 * @param recoveryCodes shown once, after it was
 * @param provider the identity provider, where there is one and it has not vouched yet
 */
public record AccountPage(
        Head head,
        Person person,
        List<Session> sessions,
        Authenticator authenticator,
        List<Document> documents,
        List<Consent> consents,
        @Nullable Enrolment enrolment,
        @Nullable List<String> recoveryCodes,
        @Nullable String provider,
        Said said) {

    /** A place where one is signed in. */
    public record Session(
            String id,
            @Nullable String device,
            Instant createdAt,
            @Nullable Instant lastSeenAt,
            boolean current) {}

    public record Authenticator(boolean active, int recoveryCodes) {}

    /** A text one may agree to. */
    public record Document(String purpose, String version, String title, String text) {}

    public record Consent(String purpose, String version, boolean granted, Instant at) {}

    /** What an app has to know. */
    public record Enrolment(String secret, String uri) {

        /** Its QR code as SVG. */
        public String picture() {
            return QrPicture.svg(uri);
        }

        /** In groups of four, as people type it. */
        public String grouped() {
            return secret.replaceAll("(.{4})(?!$)", "$1 ");
        }
    }

    /** One line at the top: the key of something done, or why it could not be. */
    public record Said(@Nullable String done, @Nullable String refusal) {

        static final Said NOTHING = new Said(null, null);
    }

    /** Whether the newest word on news and offers is a yes. */
    public boolean wantsNews() {
        return consents.stream().anyMatch(consent -> consent.purpose().equals("MARKETING") && consent.granted());
    }

    public @Nullable Document news() {
        return documents.stream()
                .filter(document -> document.purpose().equals("MARKETING"))
                .findFirst()
                .orElse(null);
    }
}
