package vn.ocop.marketplace.web.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.selling.CertificateItem;
import vn.ocop.marketplace.web.site.Visit;

/** A shop's papers at the API. */
@Component
class DossierDesk {

    private final MarketplaceApi api;

    DossierDesk(MarketplaceApi api) {
        this.api = api;
    }

    private static ApiAddress shop(String shop) {
        return ApiAddress.of("/api/v1/shops").segment(shop);
    }

    private static ApiAddress ofCertificate(String shop, String certificate) {
        return shop(shop).segment("certificates").segment(certificate).segment("papers");
    }

    Mono<List<Paper>> papers(Visit visit, String shop) {
        return api.get(visit.caller(), shop(shop).segment("papers"), Paper.All.class)
                .map(Paper.All::items);
    }

    /** The key is of the form that was sent, so that sending it twice keeps one paper. */
    Mono<Paper> add(Visit visit, String shop, String key, Map<String, String> facts, FilePart file) {
        return api.upload(visit.caller(), ApiAddress.of("/api/v1/private-documents"), file.content(), Paper.Sent.class)
                .flatMap(sent -> {
                    var paper = new HashMap<String, String>(facts);
                    paper.put("documentId", sent.id());
                    return api.postOnce(visit.caller(), shop(shop).segment("papers"), key, paper, Paper.class);
                });
    }

    Mono<Void> remove(Visit visit, String shop, String paper) {
        return api.delete(visit.caller(), shop(shop).segment("papers").segment(paper), Void.class);
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> file(Visit visit, String shop, String paper) {
        return api.file(
                visit.caller(), shop(shop).segment("papers").segment(paper).segment("file"));
    }

    Mono<CertificateItem> certificate(Visit visit, String shop, String id) {
        return api.get(visit.caller(), shop(shop).segment("certificates"), CertificateItem.All.class)
                .flatMapIterable(CertificateItem.All::items)
                .filter(certificate -> certificate.id().equals(id))
                .next();
    }

    Mono<List<Paper>> attached(Visit visit, String shop, String certificate) {
        return api.get(visit.caller(), ofCertificate(shop, certificate), Paper.All.class)
                .map(Paper.All::items);
    }

    Mono<Paper.All> attach(Visit visit, String shop, String certificate, List<String> papers) {
        return api.put(visit.caller(), ofCertificate(shop, certificate), Map.of("papers", papers), Paper.All.class);
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> attachedFile(Visit visit, String shop, String certificate, String paper) {
        return api.file(
                visit.caller(), ofCertificate(shop, certificate).segment(paper).segment("file"));
    }
}
