package vn.ocop.marketplace.payment.campaign;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.ocop.marketplace.platform.Vnd;

/** What somebody means to buy, as far as offers depend on it. */
public record Basket(List<Line> lines, List<Delivery> deliveries) {

    /**
     * So many of one variant.
     *
     * @param id the variant
     * @param province of the shop
     * @param categories from the sector down to the set
     * @param stars zero without a certificate in force
     */
    public record Line(
            UUID id,
            UUID listing,
            UUID shop,
            String province,
            List<String> categories,
            int stars,
            Vnd unitPrice,
            int quantity) {

        private boolean barred(Set<String> barredCategories) {
            return categories.stream().anyMatch(barredCategories::contains);
        }

        public Vnd list() {
            return unitPrice.times(quantity);
        }
    }

    /** How a shop's goods are sent and what that costs. */
    public record Delivery(UUID shop, String province, String carrier, Vnd fee) {}

    public Basket {
        lines = List.copyOf(lines);
        deliveries = List.copyOf(deliveries);
    }

    /** Without what may not be promoted: it neither gets anything off nor counts towards what has to be spent. */
    Basket lawful(Set<String> barredCategories) {
        return new Basket(
                lines.stream().filter(line -> !line.barred(barredCategories)).toList(), deliveries);
    }
}
