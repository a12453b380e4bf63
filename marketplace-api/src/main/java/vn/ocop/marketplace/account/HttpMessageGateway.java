package vn.ocop.marketplace.account;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Posts messages to the gateway of their channel. */
class HttpMessageGateway implements MessageGateway {

    private final MessageSettings settings;
    private final WebClient client = WebClient.create();

    HttpMessageGateway(MessageSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> send(Message message) {
        var gateway = settings.of(message.channel());
        if (!gateway.configured()) {
            return Mono.error(new MessageRefused("no gateway for " + message.channel()));
        }
        return client.post()
                .uri(gateway.uri())
                .header(HttpHeaders.CONTENT_TYPE, gateway.contentType() + ";charset=UTF-8")
                .headers(headers -> identify(headers, gateway))
                .bodyValue(MessageTemplate.fill(gateway.body(), gateway.contentType(), message)
                        .getBytes(StandardCharsets.UTF_8))
                .exchangeToMono(HttpMessageGateway::taken)
                .timeout(gateway.timeout());
    }

    private static void identify(HttpHeaders headers, MessageSettings.Gateway gateway) {
        if (!gateway.authorization().isBlank()) {
            headers.set(HttpHeaders.AUTHORIZATION, gateway.authorization());
        }
        gateway.headers().forEach(headers::set);
    }

    private static Mono<Void> taken(ClientResponse response) {
        var status = response.statusCode();
        return response.releaseBody().then(Mono.defer(() -> outcome(status)));
    }

    private static Mono<Void> outcome(HttpStatusCode status) {
        if (status.is2xxSuccessful()) {
            return Mono.empty();
        }
        var passing = status.is5xxServerError()
                || status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)
                || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
        return Mono.error(
                passing ? new IllegalStateException("gateway: " + status) : new MessageRefused("gateway: " + status));
    }
}
