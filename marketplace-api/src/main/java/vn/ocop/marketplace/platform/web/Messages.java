package vn.ocop.marketplace.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.server.i18n.AcceptHeaderLocaleContextResolver;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** Texts for people: one bundle per module under {@code messages/}, Vietnamese first, English beside it. */
@Configuration(proxyBeanMethods = false)
class Messages {

    private static final String VIETNAMESE = "_vi.properties";

    @Bean
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(bundles());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setDefaultLocale(Locale.of("vi"));
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static String[] bundles() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + VIETNAMESE);
            return Arrays.stream(found)
                    .map(Resource::getFilename)
                    .map(name -> "messages/" + String.valueOf(name).replace(VIETNAMESE, ""))
                    .toArray(String[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Bean
    LocaleContextResolver localeContextResolver() {
        var resolver = new AcceptHeaderLocaleContextResolver();
        resolver.setSupportedLocales(List.of(Locale.of("vi"), Locale.of("en")));
        resolver.setDefaultLocale(Locale.of("vi"));
        return resolver;
    }
}
