package vn.ocop.marketplace;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import vn.ocop.marketplace.hotreads.HotReadLimits;
import vn.ocop.marketplace.hotreads.HotReadMetrics;
import vn.ocop.marketplace.hotreads.HotReadPolicy;
import vn.ocop.marketplace.hotreads.HotReads;
import vn.ocop.marketplace.hotreads.PreferredLanguage;

/** What anonymous readers are given from ready-made bytes: the catalogue, in their language. */
@Configuration(proxyBeanMethods = false)
class HotReadConfiguration {

    @Bean
    HotReads hotReads() {
        return new HotReads(new PublicCatalogue(), HotReadLimits.DEFAULTS);
    }

    @Bean
    HotReadMetrics hotReadMetrics(HotReads hotReads) {
        return new HotReadMetrics(hotReads);
    }

    /** Anything asked with a token runs: the bearer may be someone for whom the answer differs. */
    static final class PublicCatalogue implements HotReadPolicy {

        private static final String ROOT = "/api/v1/";
        private static final List<String> PUBLIC =
                List.of("listings", "suggestions", "provinces", "communes", "categories", "shops", "floors");

        private final PreferredLanguage language = new PreferredLanguage("vi", "en");

        @Override
        public @Nullable String variant(ServerHttpRequest request) {
            var path = request.getURI().getRawPath();
            var headers = request.getHeaders();
            return isPublic(path) && !headers.containsHeader(HttpHeaders.AUTHORIZATION)
                    ? language.of(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE))
                    : null;
        }

        private static boolean isPublic(String path) {
            if (!path.startsWith(ROOT)) {
                return false;
            }
            for (String noun : PUBLIC) {
                int end = ROOT.length() + noun.length();
                if (path.startsWith(noun, ROOT.length()) && (path.length() == end || path.charAt(end) == '/')) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<String> varies() {
            return Set.of(HttpHeaders.ACCEPT_LANGUAGE);
        }
    }
}
