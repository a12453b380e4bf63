package vn.ocop.marketplace.web.money;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;

/**
 * A shop's money on a page.
 *
 * @param said the key of what was just done
 */
public record SellerMoneyPage(
        Head head,
        Person.Membership shop,
        SellerMoney money,
        DirectMoney direct,
        List<SellerMoney.Invoice> invoices,
        SellerMoney.@Nullable Account account,
        @Nullable String said,
        @Nullable String refusal) {

    public String file(String ending) {
        return "/nguoi-ban/tien/doi-soat." + ending + "?gian-hang=" + shop.scope() + "&tu=" + money.from() + "&den="
                + money.to();
    }
}
