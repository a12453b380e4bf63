package vn.ocop.marketplace.web.site;

import java.time.Clock;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.assets.Assets;
import vn.ocop.marketplace.web.text.Language;
import vn.ocop.marketplace.web.text.Texts;

/** Hands controllers the {@link Visit}. */
@Component
class VisitResolver implements HandlerMethodArgumentResolver {

    private final Visit.Tools tools;

    VisitResolver(Texts texts, Assets assets, SiteSettings settings, Clock clock) {
        this.tools = new Visit.Tools(texts, assets, settings, clock);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext bindingContext, ServerWebExchange exchange) {
        return Mono.just(visit(exchange));
    }

    Visit visit(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return new Visit(
                Language.ofContextPath(request.getPath().contextPath().value()),
                request.getPath().pathWithinApplication().value(),
                request.getURI().getRawQuery(),
                SessionCookie.token(request),
                request.getCookies().containsKey(AgeCookie.NAME),
                tools);
    }
}
