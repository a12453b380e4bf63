package vn.ocop.marketplace.account.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountProblem;
import vn.ocop.marketplace.account.Sessions;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.web.ProblemResponses;

/**
 * Which addresses anyone may call; everything else needs a session. What a session may do with an object is decided by
 * the use case through {@link vn.ocop.marketplace.account.Caller}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityRules {

    private static final String[] PUBLIC_READS = {
        "/api/v1/provinces",
        "/api/v1/provinces/*",
        "/api/v1/provinces/*/communes",
        "/api/v1/communes/**",
        "/api/v1/floors/**",
        "/api/v1/categories/**",
        "/api/v1/certificates/*",
        "/api/v1/listings/**",
        "/api/v1/programmes",
        "/api/v1/programmes/*",
        "/api/v1/offers",
        "/api/v1/offers/*",
        "/api/v1/offers.csv",
        "/api/v1/offers.atom",
        "/api/v1/suggestions",
        "/api/v1/documents",
        "/api/v1/identity-provider",
        "/api/v1/shops",
        "/api/v1/shops/*",
        "/api/v1/team-codes/*",
        "/api/v1/tracking/*",
        "/media/**",
        "/api/v1/carrier-api/**",
        "/openapi.json",
        "/docs",
        "/docs/**",
        "/openapi.json/**",
        "/webjars/**",
        "/actuator/**"
    };

    private static final String[] PUBLIC_WRITES = {
        "/api/v1/guests",
        "/api/v1/codes",
        "/api/v1/accounts",
        "/api/v1/sessions",
        "/api/v1/second-factors",
        "/api/v1/identity-sign-ins",
        "/api/v1/identity-sign-ins/completions",
        "/api/v1/invitation-lookups",
        "/api/v1/order-lookups",
        // Told apart by their own keys.
        "/api/v1/carrier-api/**",
        "/api/v1/webhooks/**"
    };

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, Sessions sessions, ProblemResponses problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                // The default request cache opens a session in memory for every request.
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(bearer(sessions, problems), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(rules -> rules.pathMatchers(HttpMethod.GET, PUBLIC_READS)
                        .permitAll()
                        .pathMatchers(HttpMethod.HEAD, PUBLIC_READS)
                        .permitAll()
                        .pathMatchers(HttpMethod.POST, PUBLIC_WRITES)
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (exchange, why) -> refuse(problems, AccountProblem.SIGN_IN_NEEDED, exchange))
                        .accessDeniedHandler((exchange, why) -> refuse(problems, AccountProblem.NOT_ALLOWED, exchange)))
                .build();
    }

    private static AuthenticationWebFilter bearer(Sessions sessions, ProblemResponses problems) {
        var filter = new AuthenticationWebFilter(new SessionAuthentication(sessions));
        filter.setServerAuthenticationConverter(SessionAuthentication::bearerToken);
        filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        filter.setAuthenticationFailureHandler(
                (failed, why) -> refuse(problems, AccountProblem.SIGN_IN_NEEDED, failed.getExchange()));
        return filter;
    }

    private static Mono<Void> refuse(ProblemResponses problems, AccountProblem why, ServerWebExchange exchange) {
        return problems.write(new ProblemException(why), exchange);
    }
}
