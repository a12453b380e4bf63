package vn.ocop.marketplace.web.returning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/**
 * A shop's or a province's list of returns.
 *
 * @param desk {@code seller} or {@code province}
 * @param status the state whose list it is; null for all
 */
public record CasesPage(
        Head head,
        String desk,
        Person.Membership place,
        @Nullable String status,
        ReturnCase.Page cases,
        boolean done,
        @Nullable String refusal) {

    public static final List<String> SHOP_LISTS =
            List.of("ASKED", "GOODS_SENT", "GOODS_AWAITED", "REJECTED", "ESCALATED");
    public static final List<String> PROVINCE_LISTS = List.of("ESCALATED", "ASKED", "REJECTED");

    public boolean seller() {
        return desk.equals("seller");
    }

    public List<String> lists() {
        return seller() ? SHOP_LISTS : PROVINCE_LISTS;
    }

    public String base() {
        return seller()
                ? "/nguoi-ban/tra-hang?gian-hang=" + place.scope()
                : "/ban-tinh/khieu-nai?tinh=" + place.scope();
    }

    public String action() {
        return seller() ? "/nguoi-ban/tra-hang" : "/ban-tinh/khieu-nai";
    }

    public String path(@Nullable String of) {
        return base() + (of == null ? "" : "&trang-thai=" + of);
    }

    public @Nullable String nextPath() {
        return cases.next() == null ? null : path(status) + "&after=" + cases.next();
    }
}
