package vn.ocop.marketplace.order;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.payment.Charges;
import vn.ocop.marketplace.payment.campaign.Discount;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;

/**
 * So many of one variant, with the names, the price and the shop's charges of the moment of sale.
 *
 * @param backPieces how many of them have come back
 * @param backGoods what of their price has gone back to the buyer
 * @param returnHours how long after they came something can be said about them
 * @param offers what offers took off it, and who bears that
 */
public record OrderLine(
        UUID listingId,
        String listingSlug,
        UUID variantId,
        LocalizedText title,
        LocalizedText variantName,
        @Nullable LocalizedPicture picture,
        Vnd unitPrice,
        int quantity,
        int weightGrams,
        Charges charges,
        int backPieces,
        Vnd backGoods,
        int returnHours,
        List<Discount> offers) {

    public OrderLine {
        offers = List.copyOf(offers);
        if (quantity < 1) {
            throw new IllegalArgumentException("an order line has at least one piece");
        }
    }

    /** What the buyer pays for it. */
    public Vnd total() {
        return unitPrice.times(quantity).minus(discount());
    }

    public Vnd discount() {
        return Discount.total(offers);
    }

    /** What the shop gets for it before it is charged: from its buyer and from the offers' funders. */
    public Vnd revenue() {
        return unitPrice.times(quantity).minus(Discount.ofSeller(offers));
    }
}
