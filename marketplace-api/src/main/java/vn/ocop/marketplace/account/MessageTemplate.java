package vn.ocop.marketplace.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.io.JsonStringEncoder;

/** Fills the body a gateway wants; what is filled in cannot change the form of the body. */
final class MessageTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{(to|digits|text|code|subject)}");

    private MessageTemplate() {}

    static String fill(String template, String contentType, MessageGateway.Message message) {
        var values = Map.of(
                "to", message.to(),
                "digits", message.to().replace("+", ""),
                "text", message.text(),
                "code", message.code(),
                "subject", message.subject());
        var escape = escaping(contentType);
        return PLACE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(escape.apply(values.getOrDefault(found.group(1), ""))));
    }

    private static UnaryOperator<String> escaping(String contentType) {
        if (contentType.contains("json")) {
            return text -> {
                var escaped = new StringBuilder();
                JsonStringEncoder.getInstance().quoteAsString(text, escaped);
                return escaped.toString();
            };
        }
        if (contentType.contains("form-urlencoded")) {
            return text -> URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
        return UnaryOperator.identity();
    }
}
