package vn.ocop.marketplace.checkout;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.ocop.marketplace.listing.SellableVariant;
import vn.ocop.marketplace.payment.campaign.Basket;
import vn.ocop.marketplace.payment.campaign.Priced;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.network.DeliveryRates;
import vn.ocop.marketplace.shipment.network.NetworkProblem;
import vn.ocop.marketplace.shipment.network.ParcelSize;
import vn.ocop.marketplace.territory.Commune;

/** From cart to terms: only lines that can be ordered, one parcel per shop, each priced for its own way. */
final class Quoting {

    private Quoting() {}

    /**
     * What goes out of one shop: its lines that can be ordered, every way the parcel can go, and the one it is to go.
     */
    record Parcel(List<CartLine> lines, List<DeliveryRates.Offer> ways, DeliveryRates.Offer chosen) {

        private SellableVariant shop() {
            return lines.getFirst().variant();
        }

        private Basket.Delivery delivery() {
            return new Basket.Delivery(
                    shop().shopId(),
                    shop().pickupProvinceCode(),
                    chosen.service().carrier(),
                    chosen.rate().fee());
        }
    }

    /**
     * The parcels of a cart.
     *
     * @param services how the buyer wants each shop's parcel to come; what they did not say is the first way
     */
    static List<Parcel> parcels(Cart cart, DeliveryRates.Tariff tariff, Commune to, Map<UUID, String> services) {
        return cart.shops().stream()
                .map(shop -> shop.lines().stream()
                        .filter(line -> line.problem() == null)
                        .toList())
                .filter(lines -> !lines.isEmpty())
                .map(lines -> parcel(lines, tariff, to, services))
                .toList();
    }

    private static Parcel parcel(
            List<CartLine> lines, DeliveryRates.Tariff tariff, Commune to, Map<UUID, String> services) {
        var shop = lines.getFirst().variant();
        var goods = Vnd.sum(lines.stream().map(CartLine::total).toList());
        var ways = tariff.offers(shop.pickupProvinceCode(), to, new ParcelSize(weight(lines), 0, goods));
        if (ways.isEmpty()) {
            throw new ProblemException(NetworkProblem.NO_RATE);
        }
        var wanted = services.get(shop.shopId());
        var chosen = ways.stream()
                .filter(way -> way.service().code().equals(wanted))
                .findFirst()
                .orElse(ways.getFirst());
        return new Parcel(lines, ways, chosen);
    }

    static Quote.Terms terms(List<Parcel> parcels) {
        return new Quote.Terms(parcels.stream().map(Quoting::shopTerms).toList(), null);
    }

    static List<Basket.Delivery> deliveries(List<Parcel> parcels) {
        return parcels.stream().map(Parcel::delivery).toList();
    }

    static Map<UUID, List<DeliveryRates.Offer>> ways(List<Parcel> parcels) {
        return parcels.stream().collect(Collectors.toMap(parcel -> parcel.shop().shopId(), Parcel::ways));
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

    private static int weight(List<CartLine> lines) {
        return lines.stream().mapToInt(CartLine::weightGrams).reduce(0, Math::addExact);
    }

    private static Quote.ShopTerms shopTerms(Parcel parcel) {
        var shop = parcel.shop();
        return new Quote.ShopTerms(
                shop.shopId(),
                shop.shopSlug(),
                shop.shopName(),
                shop.pickupProvinceCode(),
                shop.pickupCommuneCode(),
                parcel.lines().stream().map(Quoting::line).toList(),
                weight(parcel.lines()),
                parcel.chosen().rate(),
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
