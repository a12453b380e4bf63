package vn.ocop.marketplace.web.money;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.opening.Banks;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

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
        SellerCash cash,
        List<SellerMoney.Invoice> invoices,
        SellerMoney.@Nullable Account account,
        Banks banks,
        @Nullable String said,
        @Nullable String refusal) {

    /** All of them, the one of the account chosen. */
    public List<Option> bankOptions(Visit visit) {
        return banks.options(visit.t("opening.bank.choose"), account == null ? null : account.bin());
    }

    public String file(String ending) {
        return "/nguoi-ban/tien/doi-soat." + ending + "?gian-hang=" + shop.scope() + "&tu=" + money.from() + "&den="
                + money.to();
    }
}
