package vn.ocop.marketplace.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Answers other modules about certificates. */
public interface CertificateDirectory {

    /** Whether the certificate is the shop's own, verified or not. */
    Mono<Boolean> belongs(UUID certificate, UUID shop);

    /** The shop's own certificates that carry these numbers, by number. */
    Mono<Map<String, UUID>> byNumber(UUID shop, Collection<String> numbers);
}
