package vn.ocop.marketplace.shop;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** How many certificates of a shop are in force; answered by the module that owns certificates. */
public interface CertificateCounts {

    Mono<Long> inForce(UUID shop);
}
