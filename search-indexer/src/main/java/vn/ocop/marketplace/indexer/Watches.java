package vn.ocop.marketplace.indexer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What an indexer does beside indexing changes. */
@Configuration(proxyBeanMethods = false)
class Watches {

    @Bean
    Watch rebuildWatch(Rebuild rebuild) {
        return new Watch("Rebuild", () -> rebuild.beginIfNeeded().then(Mono.defer(rebuild::goOn)));
    }

    @Bean
    Watch driftWatch(DriftCheck check) {
        return new Watch("Drift check", check::runIfDue);
    }
}
