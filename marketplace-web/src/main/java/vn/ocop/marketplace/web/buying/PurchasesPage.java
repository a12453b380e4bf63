package vn.ocop.marketplace.web.buying;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/** A person's purchases, newest first, under who they are and where they may go. */
public record PurchasesPage(
        Head head,
        @Nullable Person person,
        List<OrderGroup> groups,
        @Nullable String next) {

    static PurchasesPage of(Visit visit, Person person, Items<OrderGroup> purchases) {
        return new PurchasesPage(head(visit), person, purchases.items(), purchases.next());
    }

    static PurchasesPage ofNobody(Visit visit) {
        return new PurchasesPage(head(visit), null, List.of(), null);
    }

    private static Head head(Visit visit) {
        return Head.personal(visit.t("orders.title")).withScripts("htmx.js");
    }

    public boolean signedIn() {
        return person != null && !person.guest();
    }

    /** The status of each order of a purchase, once each. */
    public List<Order.Status> statuses(OrderGroup group) {
        return group.orders().stream().map(Order::status).distinct().toList();
    }
}
