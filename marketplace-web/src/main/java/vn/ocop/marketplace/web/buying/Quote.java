package vn.ocop.marketplace.web.buying;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.api.ShopName;

/** What the cart costs, delivered to one commune; an order placed on it costs exactly this. */
public record Quote(
        String id,
        Instant expiresAt,
        Place commune,
        List<ShopPart> shops,
        long goodsDiscount,
        long deliveryDiscount,
        long goodsTotal,
        long deliveryTotal,
        long total,
        boolean ageRestricted,
        List<Method> paymentMethods,
        List<LineTrouble> problems,
        Offers offers) {

    static final String CASH = "CASH_ON_DELIVERY";

    /** One shop's lines and how they travel. */
    public record ShopPart(
            ShopName shop,
            List<Line> lines,
            long goodsTotal,
            long deliveryFee,
            long deliveryDiscount,
            Days deliveryDays,
            @Nullable LocalDate promisedOn,
            @Nullable List<Service> services,
            boolean deliveryDear) {

        /** The ways it can come, where there is more than one. */
        public List<Service> choices() {
            return services == null || services.size() < 2 ? List.of() : services;
        }

        /** The code of the way it comes by. */
        public String service() {
            return choices().stream()
                    .filter(Service::chosen)
                    .map(Service::code)
                    .findFirst()
                    .orElse("");
        }
    }

    /** A way a parcel can come. */
    public record Service(
            String code,
            String name,
            boolean toCounter,
            long fee,
            Days days,
            @Nullable LocalDate promisedOn,
            boolean chosen) {}

    /** One choice of a product at the quoted price. */
    public record Line(
            String variantId, Cart.Product listing, String variantName, int quantity, long discount, long lineTotal) {}

    /** Working days on the way. */
    public record Days(int from, int to) {}

    /** A way to pay, and why it cannot be used for this cart. */
    public record Method(
            String method, boolean eligible, @Nullable String reason) {}

    /** A line of the cart that is not part of the quote. */
    public record LineTrouble(String variantId, String code, String detail) {}

    /** At list prices. */
    public long listTotal() {
        return goodsTotal + goodsDiscount;
    }

    public long fullDelivery() {
        return deliveryTotal + deliveryDiscount;
    }

    /** The way to pay that was chosen, if it may be used; otherwise the first that may. */
    String methodOr(String chosen) {
        return paymentMethods.stream()
                .filter(Method::eligible)
                .map(Method::method)
                .filter(method -> method.equals(chosen))
                .findFirst()
                .orElseGet(this::firstMethod);
    }

    private String firstMethod() {
        return paymentMethods.stream()
                .filter(Method::eligible)
                .map(Method::method)
                .findFirst()
                .orElse("");
    }
}
