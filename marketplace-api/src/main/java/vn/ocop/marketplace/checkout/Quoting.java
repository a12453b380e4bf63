package vn.ocop.marketplace.checkout;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.ocop.marketplace.payment.campaign.Basket;
import vn.ocop.marketplace.payment.campaign.Priced;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.network.DeliveryRate;
import vn.ocop.marketplace.shipment.network.DeliveryRates;
import vn.ocop.marketplace.shipment.network.NetworkProblem;
import vn.ocop.marketplace.shipment.network.ParcelSize;
import vn.ocop.marketplace.territory.Commune;

/** From cart to terms: only lines that can be ordered, one parcel per shop, each priced for its own way. */
final class Quoting {

    private Quoting() {}

    /**
     * Where it all goes, and how the buyer wants each shop's parcel to come; what they did not say is the first way.
     */
    record Way(DeliveryRates.Tariff tariff, Commune to, Map<UUID, String> services) {

        List<DeliveryRates.Offer> offers(List<CartLine> lines) {
            var goods = Vnd.sum(lines.stream().map(CartLine::total).toList());
            var offers = tariff.offers(
                    lines.getFirst().variant().pickupProvinceCode(), to, new ParcelSize(weight(lines), 0, goods));
            if (offers.isEmpty()) {
                throw new ProblemException(NetworkProblem.NO_RATE);
            }
            return offers;
        }

        private DeliveryRate chosen(UUID shop, List<DeliveryRates.Offer> offers) {
            var wanted = services.get(shop);
            return offers.stream()
                    .filter(offer -> offer.service().code().equals(wanted))
                    .findFirst()
                    .orElse(offers.getFirst())
                    .rate();
        }
    }

    static Quote.Terms terms(Cart cart, Way way) {
        return new Quote.Terms(
                cart.shops().stream()
                        .map(shop -> orderable(shop.lines()))
                        .filter(lines -> !lines.isEmpty())
                        .map(lines -> shopTerms(lines, way))
                        .toList(),
                null);
    }

    /** The same terms with what offers take off them. */
    static Quote.Terms withOffers(Quote.Terms terms, Promotions.Offered offered) {
        var priced = offered.priced();
        return new Quote.Terms(
                terms.shops().stream().map(shop -> withOffers(shop, priced)).toList(), offered.claim());
    }

    private static Quote.ShopTerms withOffers(Quote.ShopTerms shop, Priced priced) {
        return new Quote.ShopTerms(
                shop.shopId(),
                shop.slug(),
                shop.name(),
                shop.provinceCode(),
                shop.communeCode(),
                shop.lines().stream().map(line -> withOffers(line, priced)).toList(),
                shop.weightGrams(),
                shop.delivery(),
                priced.ofDelivery(shop.shopId()));
    }

    private static Quote.Line withOffers(Quote.Line line, Priced priced) {
        return new Quote.Line(
                line.variantId(),
                line.listingId(),
                line.listingSlug(),
                line.title(),
                line.variantName(),
                line.picture(),
                line.unitPrice(),
                line.quantity(),
                line.weightGrams(),
                line.ageRestricted(),
                line.cashOnDelivery(),
                line.categoryCode(),
                priced.ofLine(line.variantId()));
    }

    /** The parcels of these terms, each with the carrier of the way it is to go. */
    static List<Basket.Delivery> parcels(Quote.Terms terms, Map<UUID, List<DeliveryRates.Offer>> ways) {
        return terms.shops().stream()
                .map(shop -> new Basket.Delivery(
                        shop.shopId(),
                        shop.provinceCode(),
                        carrier(shop.delivery(), ways.getOrDefault(shop.shopId(), List.of())),
                        shop.delivery().fee()))
                .toList();
    }

    private static String carrier(DeliveryRate chosen, List<DeliveryRates.Offer> ways) {
        return ways.stream()
                .filter(way -> way.rate().equals(chosen))
                .map(way -> way.service().carrier())
                .findFirst()
                .orElse("");
    }

    /** The ways there are for each shop's parcel. */
    static Map<UUID, List<DeliveryRates.Offer>> ways(Cart cart, Way way) {
        return cart.shops().stream()
                .filter(shop -> !orderable(shop.lines()).isEmpty())
                .collect(Collectors.toMap(Cart.ShopPart::shopId, shop -> way.offers(orderable(shop.lines()))));
    }

    private static int weight(List<CartLine> lines) {
        return lines.stream().mapToInt(CartLine::weightGrams).reduce(0, Math::addExact);
    }

    private static List<CartLine> orderable(List<CartLine> lines) {
        return lines.stream().filter(line -> line.problem() == null).toList();
    }

    private static Quote.ShopTerms shopTerms(List<CartLine> lines, Way way) {
        var shop = lines.getFirst().variant();
        return new Quote.ShopTerms(
                shop.shopId(),
                shop.shopSlug(),
                shop.shopName(),
                shop.pickupProvinceCode(),
                shop.pickupCommuneCode(),
                lines.stream().map(Quoting::line).toList(),
                weight(lines),
                way.chosen(shop.shopId(), way.offers(lines)),
                null);
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
                variant.categoryCode(),
                null);
    }
}
