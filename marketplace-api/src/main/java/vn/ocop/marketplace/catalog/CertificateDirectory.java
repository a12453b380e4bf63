package vn.ocop.marketplace.catalog;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Answers other modules about certificates. */
public interface CertificateDirectory {

    /** Whether the certificate is the shop's own, verified or not. */
    Mono<Boolean> belongs(UUID certificate, UUID shop);
}
