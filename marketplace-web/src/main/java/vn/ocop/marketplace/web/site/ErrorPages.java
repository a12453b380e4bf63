package vn.ocop.marketplace.web.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAway;
import vn.ocop.marketplace.web.api.ApiProblem;

/** Turns whatever went wrong into a friendly page with a way on. */
@Component
@Order(-2)
class ErrorPages implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;
    private final VisitResolver visits;
    private final SessionCookie session;

    ErrorPages(Pages pages, VisitResolver visits, SessionCookie session) {
        this.pages = pages;
        this.visits = visits;
        this.session = session;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var visit = visits.visit(exchange);
        var problem = describe(visit, error);
        if (problem.status().is5xxServerError()) {
            log.error("{} {} failed", exchange.getRequest().getMethod(), visit.path(), error);
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            session.clear(exchange.getResponse());
            return redirect(exchange, visit.link("/dang-nhap") + wayBack(exchange, visit));
        }
        return write(exchange, problem, visit);
    }

    private Mono<Void> write(ServerWebExchange exchange, ErrorPage problem, Visit visit) {
        var response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.parseMediaType("text/html;charset=UTF-8"));
        response.getHeaders().setCacheControl(Freshness.PERSONAL.cacheControl());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
        }
        var body = pages.render("site/error", visit, problem);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** Signing in leads back to where the session ended: the page itself, or the one whose form was sent. */
    private static String wayBack(ServerWebExchange exchange, Visit visit) {
        var request = exchange.getRequest();
        var page = request.getMethod() == HttpMethod.GET ? visit.here() : pathOf(request.getHeaders());
        return page.isEmpty() ? "" : "?ve=" + UriUtils.encode(page, StandardCharsets.UTF_8);
    }

    private static String pathOf(HttpHeaders headers) {
        try {
            var path = URI.create(Objects.requireNonNullElse(headers.getFirst(HttpHeaders.REFERER), ""))
                    .getRawPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, String to) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().set(HttpHeaders.LOCATION, to);
        return exchange.getResponse().setComplete();
    }

    private static ErrorPage describe(Visit visit, Throwable error) {
        return switch (error) {
            case ApiAway away -> ErrorPage.of(visit, HttpStatus.SERVICE_UNAVAILABLE, "away", null);
            case ApiProblem problem -> ofApi(visit, problem);
            case ResponseStatusException refused ->
                ofStatus(visit, HttpStatus.valueOf(refused.getStatusCode().value()));
            default -> ErrorPage.of(visit, HttpStatus.INTERNAL_SERVER_ERROR, "broken", null);
        };
    }

    private static ErrorPage ofApi(Visit visit, ApiProblem problem) {
        var status = HttpStatus.resolve(problem.status());
        if (status == null || status.is5xxServerError()) {
            return ErrorPage.of(visit, HttpStatus.SERVICE_UNAVAILABLE, "away", null);
        }
        return ErrorPage.of(visit, status, status == HttpStatus.NOT_FOUND ? "missing" : "refused", problem.detail());
    }

    private static ErrorPage ofStatus(Visit visit, HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> ErrorPage.of(visit, status, "missing", null);
            case FORBIDDEN -> ErrorPage.of(visit, status, "foreign", null);
            case TOO_MANY_REQUESTS -> ErrorPage.of(visit, status, "hurried", null);
            default -> ErrorPage.of(visit, status, status.is4xxClientError() ? "refused" : "broken", null);
        };
    }
}
