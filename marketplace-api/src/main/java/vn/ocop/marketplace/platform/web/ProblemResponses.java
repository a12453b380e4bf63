package vn.ocop.marketplace.platform.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.ProblemCode;
import vn.ocop.marketplace.platform.ProblemException;

/** Turns refusals into RFC 9457 bodies in the reader's language; the one place where their shape is decided. */
@Component
public class ProblemResponses {

    private final MessageSource messages;
    private final JsonMapper json;

    ProblemResponses(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** One refused input, as the caller sees it. */
    record FieldError(String field, String code, String message) {}

    ProblemDetail body(ProblemException refusal, ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return body(refusal, locale == null ? Locale.of("vi") : locale, exchange);
    }

    private ProblemDetail body(ProblemException refusal, Locale locale, ServerWebExchange exchange) {
        ProblemCode problem = refusal.problem();
        var body = ProblemDetail.forStatus(problem.status());
        body.setType(URI.create("/problems/" + problem.code()));
        body.setTitle(message(problem.code() + ".title", refusal.arguments(), locale));
        body.setDetail(message(problem.code() + ".detail", refusal.arguments(), locale));
        body.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        body.setProperty("code", problem.code());
        if (!refusal.fields().isEmpty()) {
            body.setProperty("errors", fieldErrors(refusal.fields(), locale));
        }
        return body;
    }

    private List<FieldError> fieldErrors(List<FieldProblem> fields, Locale locale) {
        return fields.stream()
                .map(field ->
                        new FieldError(field.field(), field.code(), message(field.code(), field.arguments(), locale)))
                .toList();
    }

    private String message(String key, Object[] arguments, Locale locale) {
        return String.valueOf(messages.getMessage(key, arguments, key, locale));
    }

    ResponseEntity<ProblemDetail> entity(ProblemException refusal, ServerWebExchange exchange) {
        return ResponseEntity.status(refusal.problem().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(body(refusal, exchange));
    }

    /** For refusals outside controllers, such as those of the security chain. */
    public Mono<Void> write(ProblemException refusal, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(refusal.problem().status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        var bytes = json.writeValueAsBytes(body(refusal, exchange));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }
}
