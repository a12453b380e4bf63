package vn.ocop.marketplace.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What others than the buyer bear of an order's list price.
 *
 * @param shopGoods what the shop asks less for its goods; nobody pays it
 * @param shopDelivery what the shop pays of the delivery
 * @param subsidies what funders pay the shop and the carrier
 */
public record Relief(Vnd shopGoods, Vnd shopDelivery, List<Subsidy> subsidies) {

    /** One funder's part: to the shop for its goods, and for the delivery. */
    public record Subsidy(String funder, Vnd goods, Vnd delivery) {}

    public static final Relief NONE = new Relief(Vnd.ZERO, Vnd.ZERO, List.of());

    public Relief {
        subsidies = List.copyOf(subsidies);
    }

    /** From what each funder bears of the goods and of the delivery. */
    public static Relief of(Vnd shopGoods, Vnd shopDelivery, Map<String, Vnd> goods, Map<String, Vnd> delivery) {
        var funders = new TreeMap<String, Subsidy>();
        goods.forEach((funder, amount) -> funders.put(funder, new Subsidy(funder, amount, Vnd.ZERO)));
        delivery.forEach((funder, amount) -> funders.merge(
                funder,
                new Subsidy(funder, Vnd.ZERO, amount),
                (one, other) -> new Subsidy(funder, one.goods(), other.delivery())));
        Collection<Subsidy> all = funders.values();
        return new Relief(shopGoods, shopDelivery, List.copyOf(all));
    }

    /** What funders pay the shop for its goods. */
    public Vnd subsidy() {
        return Vnd.sum(subsidies.stream().map(Subsidy::goods).toList());
    }
}
