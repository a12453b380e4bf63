package vn.ocop.marketplace.web.selling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.buying.Order;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The seller's desk: what is to be done, and the orders in one state.
 *
 * @param said what was just done, or why it could not be
 */
public record SellerPage(
        Head head,
        List<Person.Membership> shops,
        Person.Membership shop,
        Order.Status status,
        ShopOrders orders,
        Said said) {

    /** The states that have a list, in the order of work. */
    public static final List<Order.Status> LISTS = List.of(
            Order.Status.TO_CONFIRM,
            Order.Status.CONFIRMED,
            Order.Status.SHIPPED,
            Order.Status.DELIVERED,
            Order.Status.REFUSED,
            Order.Status.CANCELLED,
            Order.Status.SENT_BACK,
            Order.Status.LOST);

    /** One line at the top: {@code done} is the key of something done to an order, {@code refusal} a reason. */
    public record Said(
            @Nullable String done,
            @Nullable String order,
            @Nullable String refusal) {

        static final Said NOTHING = new Said(null, null, null);
    }

    static SellerPage of(Visit visit, Person person, Wanted wanted, ShopOrders orders, Said said) {
        var head = Head.personal(visit.t("seller.title")).withScripts("htmx.js");
        return new SellerPage(head, person.worksFor("SHOP"), wanted.of(person), wanted.status(), orders, said);
    }

    /** The list of a state, in the shop that is open. */
    public String path(Order.Status of) {
        return "/nguoi-ban?gian-hang=" + shop.scope() + "&trang-thai=" + of.name();
    }

    public @Nullable String nextPath() {
        return orders.next() == null ? null : path(status) + "&after=" + orders.next();
    }
}
