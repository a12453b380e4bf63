package vn.ocop.marketplace.web.province;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.selling.Shelf;
import vn.ocop.marketplace.web.selling.ShelfItem;
import vn.ocop.marketplace.web.site.Head;

/**
 * Listings that wait for an officer, or stand.
 *
 * @param said what was just done, or null
 * @param refusals why something could not be done
 */
public record QueuePage(
        Head head,
        List<Person.Membership> provinces,
        Person.Membership province,
        ListingList list,
        String text,
        Shelf shelf,
        List<SavedView> views,
        @Nullable String said,
        List<String> refusals) {

    public String path(ListingList of) {
        return "/ban-tinh?tinh=" + province.scope() + "&loai=" + of.path();
    }

    public @Nullable String nextPath() {
        return shelf.next() == null ? null : path(list) + "&after=" + shelf.next();
    }

    public String filePath(ShelfItem item) {
        return "/ban-tinh/san-pham/" + item.shopId() + "/" + item.id() + "?tinh=" + province.scope();
    }

    public boolean decides() {
        return list == ListingList.NEW || list == ListingList.CHANGES;
    }
}
