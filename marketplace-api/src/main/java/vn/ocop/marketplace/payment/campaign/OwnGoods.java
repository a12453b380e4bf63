package vn.ocop.marketplace.payment.campaign;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.listing.SellableVariant;
import vn.ocop.marketplace.listing.VariantCatalogue;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** Whether a shop's offer is of that shop's own goods, and promises no more of limited ones than there are. */
@Component
class OwnGoods {

    private final VariantCatalogue catalogue;

    OwnGoods(VariantCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Refuses what is not the shop's to give.
     *
     * @param shopBears whether a shop bears any of it, which then has to be named
     */
    Mono<Void> check(OfferDraft draft, boolean shopBears) {
        if (draft.shop() == null) {
            return shopBears ? Mono.error(() -> bad("shopId", "campaign.field.shop-bears")) : Mono.empty();
        }
        var named =
                Stream.concat(draft.listings().stream(), draft.gifts().stream()).toList();
        return catalogue
                .ofListings(named)
                .collectList()
                .doOnNext(goods -> mustBeOwn(draft, goods))
                .then();
    }

    private static void mustBeOwn(OfferDraft draft, List<SellableVariant> goods) {
        if (goods.stream().anyMatch(one -> !one.shopId().equals(draft.shop()))) {
            throw bad("listings", "campaign.field.listing");
        }
        var total = draft.limits().total();
        int stock = goods.stream()
                .filter(one -> draft.listings().contains(one.listingId()))
                .mapToInt(SellableVariant::stock)
                .sum();
        if (total != null && !draft.listings().isEmpty() && stock < total) {
            throw bad("total", "campaign.field.stock", stock);
        }
    }

    private static ProblemException bad(String field, String message, Object... arguments) {
        return new ProblemException(CampaignProblem.BAD_OFFER, List.of(new FieldProblem(field, message, arguments)));
    }
}
