package vn.ocop.marketplace.web.buying;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * One purchase with the story of each of its orders.
 *
 * @param mine whether it was opened by its buyer, who may pay and cancel, and not by code and phone
 * @param payable whether money is due and there is time for it
 * @param transfer what to transfer, where that is how it is paid
 * @param placed whether it has just been placed
 * @param refusal why something could not be done
 */
public record PurchasePage(
        Head head,
        OrderGroup group,
        List<OrderStory> stories,
        boolean mine,
        boolean payable,
        boolean placed,
        @Nullable Transfer transfer,
        @Nullable String refusal) {

    static PurchasePage of(Visit visit, OrderGroup group, boolean mine, Said said) {
        var stories = group.orders().stream()
                .map(order -> OrderStory.of(visit, order, group.payment()))
                .toList();
        return new PurchasePage(
                Head.personal(visit.t("order.title", group.code())),
                group,
                stories,
                mine,
                mine && group.payableAt(visit.now()),
                said.placed(),
                said.transfer(),
                said.refusal());
    }

    /** What the page says beside the purchase itself. */
    record Said(
            boolean placed,
            @Nullable Transfer transfer,
            @Nullable String refusal) {

        static final Said NOTHING = new Said(false, null, null);
    }

    /** One order needs no heading of its own. */
    public boolean single() {
        return stories.size() == 1;
    }
}
