package vn.ocop.marketplace.local.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The page on which a shopper pays, has the card declined, or goes away. */
final class PaymentPage {

    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    private final String template = read("page.html");
    private final Map<String, Properties> words = Map.of("vi", words("vi"), "en", words("en"));

    String open(ObjectNode session, boolean declined) {
        var lang = language(session);
        var lines = new StringBuilder();
        session.path("sandbox_line_items")
                .forEach(item -> lines.append("<li><span>")
                        .append(escape(item.path("description").asString()))
                        .append(
                                item.path("quantity").asInt() > 1
                                        ? " × " + item.path("quantity").asInt()
                                        : "")
                        .append("</span><span>")
                        .append(dong(item.path("amount_total").asLong()))
                        .append("</span></li>"));
        var total = dong(session.path("amount_total").asLong());
        var until = Instant.ofEpochSecond(session.path("expires_at").asLong()).atZone(VIET_NAM);
        return page(lang, """
                %s<section><h1>%s</h1><p class="total">%s</p><ul>%s</ul>
                %s%s%s
                <p class="small">%s</p></section>
                """.formatted(
                        declined ? "<p class=\"error\" role=\"alert\">" + word(lang, "declined") + "</p>" : "",
                        word(lang, "heading"),
                        total,
                        lines,
                        button(session, "pay", "main", word(lang, "pay", total)),
                        button(session, "decline", "", word(lang, "decline")),
                        button(session, "abandon", "", word(lang, "abandon")),
                        word(lang, "open-until", TIME.format(until))));
    }

    String expired(ObjectNode session) {
        var lang = language(session);
        return page(
                lang,
                "<section><p>%s</p><a class=\"button\" href=\"%s\">%s</a></section>"
                        .formatted(
                                word(lang, "expired"),
                                escape(session.path("cancel_url").asString("/")),
                                word(lang, "back")));
    }

    /** What a banking app shows after scanning; amount and memo can be changed to try what happens then. */
    String bank(VietQrCode code) {
        var lang = "vi";
        return page(lang, """
                <section><h1>%s</h1><p class="total">%s</p>
                <form method="post" action="/bank">
                <input type="hidden" name="account" value="%s">
                <p><label>%s<br><input name="amount" inputmode="numeric" pattern="[0-9]+" value="%d" required></label></p>
                <p><label>%s<br><input name="memo" value="%s" maxlength="100" required></label></p>
                <button class="main">%s</button></form></section>
                """.formatted(
                        word(lang, "bank-heading", escape(code.account())),
                        dong(code.amount()),
                        escape(code.account()),
                        word(lang, "bank-amount"),
                        code.amount(),
                        word(lang, "bank-memo"),
                        escape(code.purpose()),
                        word(lang, "bank-transfer")));
    }

    String transferred(String memo, String reference) {
        return page(
                "vi",
                "<section><h1>%s</h1><p>%s</p></section>"
                        .formatted(
                                word("vi", "bank-done"),
                                word("vi", "bank-done-text", escape(memo), escape(reference))));
    }

    String unknown() {
        return page("vi", "<section><p>" + word("vi", "unknown") + "</p></section>");
    }

    private String page(String lang, String body) {
        return template.replace("{lang}", lang)
                .replace("{title}", word(lang, "title"))
                .replace("{notice}", word(lang, "notice"))
                .replace("{body}", body);
    }

    private static String button(ObjectNode session, String action, String style, String label) {
        return "<form method=\"post\" action=\"/pay/%s/%s\"><button class=\"%s\">%s</button></form>"
                .formatted(session.path("id").asString(), action, style, label);
    }

    private static String language(ObjectNode session) {
        return session.path("locale").asString("vi").startsWith("en") ? "en" : "vi";
    }

    private String word(String lang, String key, Object... arguments) {
        return MessageFormat.format(words.getOrDefault(lang, new Properties()).getProperty(key), arguments);
    }

    /** 1.250.000 ₫ */
    private static String dong(long amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', '.') + "\u00a0₫";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Properties words(String lang) {
        try (var source = PaymentPage.class.getResourceAsStream("page_" + lang + ".properties")) {
            var words = new Properties();
            words.load(new InputStreamReader(require(source), StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String name) {
        try (var source = PaymentPage.class.getResourceAsStream(name)) {
            return new String(require(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream require(@Nullable InputStream source) {
        if (source == null) {
            throw new IllegalStateException("A page of the sandbox is missing from the jar");
        }
        return source;
    }
}
