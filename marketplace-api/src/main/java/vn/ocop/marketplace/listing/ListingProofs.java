package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.catalog.CertificateDirectory;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** Sees to it that a listing names a certificate of its own shop. */
@Component
class ListingProofs {

    private final CertificateDirectory certificates;

    ListingProofs(CertificateDirectory certificates) {
        this.certificates = certificates;
    }

    Mono<Void> mustBelong(@Nullable UUID certificate, UUID shop) {
        if (certificate == null || certificate.equals(ListingChange.NO_CERTIFICATE)) {
            return Mono.empty();
        }
        return certificates
                .belongs(certificate, shop)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(
                        PlatformProblem.INVALID,
                        List.of(new FieldProblem("certificateId", "field.listing-unknown-certificate")))))
                .then();
    }
}
