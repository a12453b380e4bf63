package vn.ocop.marketplace.checkout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.payment.campaign.Claim;
import vn.ocop.marketplace.payment.campaign.Discount;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.network.DeliveryRate;

/**
 * What a cart costs delivered to a commune, as it was shown. An order is taken at exactly these terms or not at all.
 */
public record Quote(UUID id, UUID buyerId, String communeCode, Terms terms, Instant expiresAt) {

    /** The priced goods, one part per shop. */
    public record Terms(List<ShopTerms> shops, @Nullable Claim offers) {

        public Terms {
            shops = List.copyOf(shops);
        }

        /** What an order at these terms has to claim of offers. */
        public Claim claim() {
            return offers == null ? Claim.NONE : offers;
        }
    }

    /** One shop's part: one parcel, one order. */
    public record ShopTerms(
            UUID shopId,
            String slug,
            String name,
            String provinceCode,
            String communeCode,
            List<Line> lines,
            int weightGrams,
            DeliveryRate delivery,
            @Nullable List<Discount> deliveryOffers) {

        public Vnd goodsTotal() {
            return Vnd.sum(lines.stream().map(Line::total).toList());
        }

        /** What comes off the delivery. */
        public List<Discount> deliveryDiscounts() {
            return deliveryOffers == null ? List.of() : deliveryOffers;
        }

        /** What the buyer pays for the delivery. */
        public Vnd deliveryFee() {
            return delivery.fee().minus(Discount.total(deliveryDiscounts()));
        }

        public Vnd total() {
            return goodsTotal().plus(deliveryFee());
        }
    }

    /**
     * One variant with the names and the price that were shown.
     *
     * @param categoryCode null in quotes made before it was kept
     * @param offers null in quotes made before there were any
     */
    public record Line(
            UUID variantId,
            UUID listingId,
            String listingSlug,
            LocalizedText title,
            LocalizedText variantName,
            @Nullable LocalizedPicture picture,
            Vnd unitPrice,
            int quantity,
            int weightGrams,
            boolean ageRestricted,
            boolean cashOnDelivery,
            @Nullable String categoryCode,
            @Nullable List<Discount> offers) {

        /** What comes off the line. */
        public List<Discount> discounts() {
            return offers == null ? List.of() : offers;
        }

        /** What the buyer pays for it. */
        public Vnd total() {
            return unitPrice.times(quantity).minus(Discount.total(discounts()));
        }
    }

    public List<Line> lines() {
        return terms.shops().stream().flatMap(shop -> shop.lines().stream()).toList();
    }

    public Vnd goodsTotal() {
        return Vnd.sum(terms.shops().stream().map(ShopTerms::goodsTotal).toList());
    }

    public Vnd deliveryTotal() {
        return Vnd.sum(terms.shops().stream().map(ShopTerms::deliveryFee).toList());
    }

    public Vnd total() {
        return goodsTotal().plus(deliveryTotal());
    }

    public boolean ageRestricted() {
        return lines().stream().anyMatch(Line::ageRestricted);
    }

    public boolean cashOnDelivery() {
        return lines().stream().allMatch(Line::cashOnDelivery);
    }
}
