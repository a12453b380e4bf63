package vn.ocop.marketplace.account;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How codes reach people.
 *
 * @param log write them to the log instead; for a developer's machine, never where others read along
 */
@ConfigurationProperties("marketplace.messages")
record MessageSettings(
        @DefaultValue("false") boolean log,
        @DefaultValue Gateway sms,
        @DefaultValue Gateway email) {

    /**
     * A gateway that takes messages by HTTP POST.
     *
     * @param url empty where there is none
     * @param authorization the header of that name, such as {@code Bearer …}
     * @param headers more headers by name
     * @param contentType of the body; values are escaped for JSON or for forms accordingly
     * @param body the body with {@code {to}}, {@code {digits}} (the number without its plus), {@code {text}},
     *     {@code {code}} and {@code {subject}} to be filled in
     */
    record Gateway(
            @DefaultValue("") String url,
            @DefaultValue("") String authorization,
            @DefaultValue Map<String, String> headers,
            @DefaultValue("application/json") String contentType,

            @DefaultValue("{\"to\":\"{to}\",\"subject\":\"{subject}\",\"text\":\"{text}\"}")
            String body,

            @DefaultValue("5s") Duration timeout) {

        boolean configured() {
            return !url.isBlank();
        }

        URI uri() {
            return URI.create(url);
        }

        @Override
        public String toString() {
            return "Gateway[url=" + url + "]";
        }
    }

    Gateway of(MessageGateway.Channel channel) {
        return channel == MessageGateway.Channel.EMAIL ? email : sms;
    }
}
