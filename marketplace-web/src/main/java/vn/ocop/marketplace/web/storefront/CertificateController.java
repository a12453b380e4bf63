package vn.ocop.marketplace.web.storefront;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Lets anyone look up the paper behind the stars. */
@RestController("publicCertificates")
class CertificateController {

    private final Pages pages;
    private final Catalogue catalogue;

    CertificateController(Pages pages, Catalogue catalogue) {
        this.pages = pages;
        this.catalogue = catalogue;
    }

    @GetMapping("/chung-nhan/{id}")
    Mono<ResponseEntity<byte[]>> certificate(@PathVariable String id, Visit visit) {
        return catalogue
                .certificate(visit.anyone(), id)
                .map(certificate -> new CertificatePage(
                        Head.of(
                                visit.t("certificate.title", certificate.number()),
                                visit.t("certificate.about", certificate.productName(), certificate.stars()),
                                "/chung-nhan/" + certificate.id()),
                        certificate))
                .map(page -> pages.html("storefront/certificate-page", visit, page, Freshness.PRICED));
    }
}
