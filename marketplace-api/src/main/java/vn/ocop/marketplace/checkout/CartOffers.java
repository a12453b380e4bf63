package vn.ocop.marketplace.checkout;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.payment.campaign.Basket;
import vn.ocop.marketplace.payment.campaign.Promotions;

/** What offers take off a cart: the same function for the cart's page and for the quote. */
@Component
public class CartOffers {

    private final Promotions promotions;
    private final Categories categories;

    CartOffers(Promotions promotions, Categories categories) {
        this.promotions = promotions;
        this.categories = categories;
    }

    /** Where it goes is not known yet, so neither is what delivery costs. */
    public Mono<Promotions.Offered> of(UUID buyer, Cart cart) {
        return promotions.price(buyer, basket(cart, List.of()), Promotions.Wish.NOTHING);
    }

    /** What comes off goods and parcels, whoever carries each of them. */
    Mono<Promotions.Offered> of(UUID buyer, Cart cart, List<Basket.Delivery> parcels, Promotions.Wish wish) {
        return promotions.price(buyer, basket(cart, parcels), wish);
    }

    private Basket basket(Cart cart, List<Basket.Delivery> parcels) {
        return new Basket(
                cart.lines().stream()
                        .filter(line -> line.problem() == null)
                        .map(this::line)
                        .toList(),
                parcels);
    }

    private Basket.Line line(CartLine line) {
        var variant = line.variant();
        return new Basket.Line(
                variant.variantId(),
                variant.listingId(),
                variant.shopId(),
                variant.pickupProvinceCode(),
                categories.path(variant.categoryCode()).stream()
                        .map(Category::code)
                        .toList(),
                variant.stars(),
                line.unitPrice(),
                line.quantity());
    }
}
