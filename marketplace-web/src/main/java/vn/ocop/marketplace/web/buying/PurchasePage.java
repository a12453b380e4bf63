package vn.ocop.marketplace.web.buying;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.returning.ReturnCase;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * One purchase with the story of each of its orders.
 *
 * @param mine whether it was opened by its buyer, who may pay and cancel, and not by code and phone
 * @param payable whether money is due and there is time for it
 * @param transfer what to transfer, where that is how it is paid
 * @param placed whether it has just been placed
 * @param returns what was asked back of it
 * @param shopRefunds what the shop, which was paid itself, sends back
 * @param banks where an account can be that money is sent back to
 * @param said the key of what was just done about one of them
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
        List<ReturnCase> returns,
        List<ShopRefund> shopRefunds,
        List<Option> banks,
        @Nullable String said,
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
                said.returns(),
                said.shopRefunds(),
                said.banks(),
                said.said(),
                said.refusal());
    }

    /** What the page says beside the purchase itself. */
    record Said(
            boolean placed,
            @Nullable Transfer transfer,
            List<ReturnCase> returns,
            List<ShopRefund> shopRefunds,
            List<Option> banks,
            @Nullable String said,
            @Nullable String refusal) {

        static final Said NOTHING = new Said(false, null, List.of(), List.of(), List.of(), null, null);
    }

    /** What was asked back of one of the orders. */
    public List<ReturnCase> returnsOf(Order order) {
        return returns.stream()
                .filter(about -> about.orderCode().equals(order.code()))
                .toList();
    }

    /** Whether money would go back by transfer, and some may. */
    public boolean wantsAccount() {
        return mine
                && !group.payment().card()
                && (!returns.isEmpty()
                        || !shopRefunds.isEmpty()
                        || group.orders().stream()
                                .anyMatch(order -> !order.moneyBack().isEmpty() || fellAway(order)));
    }

    /** Paid, and nothing comes of it. */
    private boolean fellAway(Order order) {
        return group.payment().status().equals("PAID") && order.status().over();
    }

    /** One order needs no heading of its own. */
    public boolean single() {
        return stories.size() == 1;
    }
}
