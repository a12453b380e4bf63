package vn.ocop.marketplace.web.money;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/** A shop's money on a page. */
public record SellerMoneyPage(
        Head head,
        Person.Membership shop,
        SellerMoney money,
        SellerMoney.@Nullable Account account,
        boolean saved,
        @Nullable String refusal) {

    public String file(String ending) {
        return "/nguoi-ban/tien/doi-soat." + ending + "?gian-hang=" + shop.scope() + "&tu=" + money.from() + "&den="
                + money.to();
    }
}
