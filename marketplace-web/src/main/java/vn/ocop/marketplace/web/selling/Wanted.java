package vn.ocop.marketplace.web.selling;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.buying.Order;

/** Which shop, which list and which page of it a seller asked for; nonsense becomes the orders to confirm. */
record Wanted(
        @Nullable String shop,
        Order.Status status,
        @Nullable String after) {

    static Wanted of(@Nullable String shop, @Nullable String status, @Nullable String after) {
        var known = Arrays.stream(Order.Status.values())
                .filter(candidate -> candidate.name().equals(status))
                .filter(SellerPage.LISTS::contains)
                .findFirst()
                .orElse(Order.Status.TO_CONFIRM);
        return new Wanted(shop, known, after);
    }

    Person.Membership of(Person person) {
        return person.at("SHOP", shop);
    }
}
