package vn.ocop.marketplace.shop.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.shop.OpenShop;
import vn.ocop.marketplace.shop.OpeningChecklist;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopFile;

/**
 * A shop's file with what is still to do and what happened to it.
 *
 * @param electronicIdentity whether the law wants an identity verified electronically that the application lacks
 */
record OpeningResponse(
        ShopFile shop,
        List<OpeningChecklist.Item> checklist,
        OpeningChecklist.@Nullable Step next,
        boolean electronicIdentity,
        List<EventResponse> history) {

    /**
     * Something that happened.
     *
     * @param by who did it; null for the marketplace itself and for people who are forgotten
     */
    record EventResponse(
            Instant at,
            String kind,
            Shop.Status fromStatus,
            Shop.Status toStatus,
            String reason,
            @Nullable String by) {}

    static OpeningResponse of(OpenShop.Opening opening) {
        return new OpeningResponse(
                opening.shop(),
                opening.checklist().items(),
                opening.checklist().next().orElse(null),
                opening.checklist().electronicIdentity(),
                opening.shop().history().stream()
                        .map(event -> event(event, opening))
                        .toList());
    }

    private static EventResponse event(ShopFile.Event event, OpenShop.Opening opening) {
        var actor = event.actorId();
        return new EventResponse(
                event.at(),
                event.kind(),
                event.fromStatus(),
                event.toStatus(),
                event.reason(),
                actor == null ? null : opening.people().get(actor));
    }
}
