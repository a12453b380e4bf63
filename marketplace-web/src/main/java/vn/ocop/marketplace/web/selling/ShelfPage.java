package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * "My products": counts that lead to lists, a table in which price and stock are changed, and actions on many.
 *
 * @param list the name of the list that is open, empty for all
 * @param text what was searched for
 * @param said what was just done, or null
 * @param refusals why something could not be done
 */
public record ShelfPage(
        Head head,
        List<Person.Membership> shops,
        Person.Membership shop,
        String list,
        String text,
        Shelf shelf,
        @Nullable String said,
        List<String> refusals) {

    /** The lists, in the order of what needs the seller. */
    public static final List<String> LISTS = List.of("REFUSED", "DRAFT", "IN_REVIEW", "LOW_STOCK", "ON_SALE", "PAUSED");

    static ShelfPage of(
            Visit visit, Person person, ShelfAsk ask, Shelf shelf, @Nullable String said, List<String> refusals) {
        var head = Head.personal(visit.t("shelf.title")).withScripts("htmx.js");
        return new ShelfPage(
                head,
                person.worksFor("SHOP"),
                person.at("SHOP", ask.shop()),
                ask.list(),
                ask.text() == null ? "" : ask.text(),
                shelf,
                said,
                refusals);
    }

    public String path(String of) {
        return "/nguoi-ban/san-pham?gian-hang=" + shop.scope() + (of.isEmpty() ? "" : "&loai=" + of);
    }

    public @Nullable String nextPath() {
        return shelf.next() == null ? null : path(list) + "&after=" + shelf.next();
    }

    public String key(String of) {
        return of.isEmpty() ? "all" : of.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String editPath(ShelfItem item) {
        return "/nguoi-ban/san-pham/" + item.id() + "?gian-hang=" + shop.scope();
    }

    /** Whether every draft can go at one word: what is drafted for a household waits for the household. */
    public boolean submitsAll() {
        return list.equals("DRAFT") && shop.onBehalfOf() == null && shelf.count("DRAFT") > 0;
    }

    /** Of this form: sent twice, it submits once. */
    public String key() {
        return UUID.randomUUID().toString();
    }

    public String newPath() {
        return "/nguoi-ban/san-pham/moi?gian-hang=" + shop.scope();
    }
}
