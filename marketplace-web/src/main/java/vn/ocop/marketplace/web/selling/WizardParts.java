package vn.ocop.marketplace.web.selling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Gathers what a step of the wizard shows. */
@Component
class WizardParts {

    private final MarketplaceApi api;
    private final ShelfDesk shelfDesk;

    WizardParts(MarketplaceApi api, ShelfDesk shelfDesk) {
        this.api = api;
        this.shelfDesk = shelfDesk;
    }

    Mono<WizardPage.Parts> of(Visit visit, String shop, String id) {
        return Mono.zip(shelfDesk.file(visit, shop, id), groups(visit), certificates(visit, shop))
                .map(read -> new WizardPage.Parts(read.getT1(), read.getT2(), read.getT3()));
    }

    private record Node(String code, String name, @Nullable List<Node> children) {

        List<Node> below() {
            return children == null ? List.of() : children;
        }
    }

    private record Tree(List<Node> items) {}

    Mono<List<WizardPage.Group>> groups(Visit visit) {
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/categories"), Tree.class)
                .map(tree -> tree.items().stream()
                        .flatMap(sector -> sector.below().stream())
                        .map(group -> new WizardPage.Group(
                                group.name(),
                                group.below().stream()
                                        .map(set -> new WizardPage.SetName(set.code(), set.name()))
                                        .toList()))
                        .toList());
    }

    Mono<List<CertificateItem>> certificates(Visit visit, String shop) {
        var address = ApiAddress.of("/api/v1/shops").segment(shop).segment("certificates");
        return api.get(visit.caller(), address, CertificateItem.All.class).map(CertificateItem.All::items);
    }
}
