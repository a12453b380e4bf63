package vn.ocop.marketplace.checkout;

import java.util.List;
import vn.ocop.marketplace.shipment.DeliveryRates;

/** From cart to terms: only lines that can be ordered, one parcel per shop, each priced for its own way. */
final class Quoting {

    private Quoting() {}

    static Quote.Terms terms(Cart cart, DeliveryRates.Tariff tariff, String toProvince) {
        return new Quote.Terms(cart.shops().stream()
                .map(shop -> orderable(shop.lines()))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> shopTerms(lines, tariff, toProvince))
                .toList());
    }

    private static List<CartLine> orderable(List<CartLine> lines) {
        return lines.stream().filter(line -> line.problem() == null).toList();
    }

    private static Quote.ShopTerms shopTerms(List<CartLine> lines, DeliveryRates.Tariff tariff, String toProvince) {
        var shop = lines.getFirst().variant();
        int weight = lines.stream().mapToInt(CartLine::weightGrams).reduce(0, Math::addExact);
        return new Quote.ShopTerms(
                shop.shopId(),
                shop.shopSlug(),
                shop.shopName(),
                shop.pickupProvinceCode(),
                shop.pickupCommuneCode(),
                lines.stream().map(Quoting::line).toList(),
                weight,
                tariff.rate(shop.pickupProvinceCode(), toProvince, weight));
    }

    private static Quote.Line line(CartLine line) {
        var variant = line.variant();
        return new Quote.Line(
                variant.variantId(),
                variant.listingId(),
                variant.listingSlug(),
                variant.title(),
                variant.variantName(),
                variant.picture(),
                line.unitPrice(),
                line.quantity(),
                variant.weightGrams(),
                variant.ageRestricted(),
                variant.cashOnDelivery(),
                variant.categoryCode());
    }
}
