package vn.ocop.marketplace.web.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
class SiteConfiguration {

    @Bean
    Clock clock(SiteSettings settings) {
        return settings.clockFile().isEmpty()
                ? Clock.offset(Clock.systemUTC(), settings.clockOffset())
                : new SetClock(Path.of(settings.clockFile()), ZoneOffset.UTC);
    }

    /** Templates are compiled by the build; static parts are written as ready bytes. */
    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "gg.jte.generated.precompiled");
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    WebFluxConfigurer visitArguments(VisitResolver resolver) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(resolver);
            }
        };
    }
}
