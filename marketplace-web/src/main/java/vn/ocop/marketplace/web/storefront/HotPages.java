package vn.ocop.marketplace.web.storefront;

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
import vn.ocop.marketplace.web.text.Language;

/** Lets public pages be answered from ready-made bytes; they are the same for everyone, signed in or not. */
@Configuration(proxyBeanMethods = false)
class HotPages {

    @Bean
    HotReads hotReads(FloorHosts hosts) {
        return new HotReads(new PublicPages(hosts), HotReadLimits.DEFAULTS);
    }

    @Bean
    HotReadMetrics hotReadMetrics(HotReads hotReads) {
        return new HotReadMetrics(hotReads);
    }

    /** Only the front page differs by host name: a province's own shows that province. */
    static final class PublicPages implements HotReadPolicy {

        private static final List<String> PUBLIC = List.of("san-pham", "tim", "nhom", "tinh", "gian-hang", "goi-y");

        private final FloorHosts hosts;

        PublicPages(FloorHosts hosts) {
            this.hosts = hosts;
        }

        @Override
        public @Nullable String variant(ServerHttpRequest request) {
            var path = request.getURI().getRawPath();
            int start = path.startsWith(Language.EN.prefix() + "/")
                    ? Language.EN.prefix().length() + 1
                    : 1;
            if (path.length() <= start) {
                return hosts.slugIfKnown(request);
            }
            return isPublic(path, start) ? "" : null;
        }

        private static boolean isPublic(String path, int start) {
            for (var page : PUBLIC) {
                int end = start + page.length();
                if (path.startsWith(page, start) && (path.length() == end || path.charAt(end) == '/')) {
                    return true;
                }
            }
            return path.startsWith("sitemap.xml", start);
        }

        @Override
        public Set<String> varies() {
            return Set.of(HttpHeaders.HOST);
        }
    }
}
