package vn.ocop.marketplace.payment;

import java.util.Map;
import java.util.UUID;
import vn.ocop.marketplace.platform.Vnd;

/**
 * What goes back of one order that was paid: to the buyer of its goods and its delivery, to its shop of what it was
 * charged for them.
 *
 * @param id the same refund, however often it is asked for
 * @param subsidies what funders paid the shop for them, by funder
 */
public record Takeback(
        UUID id, UUID part, Vnd goods, Vnd delivery, Charges charges, Map<String, Vnd> subsidies, Bearer bearer) {

    /** Who pays for it. */
    public enum Bearer {
        /** The shop gives back the price, and the delivery out of its own pocket; the post has done its work. */
        SHOP,
        /** The platform; the shop keeps its sale. */
        PLATFORM
    }

    public Vnd amount() {
        return goods.plus(delivery);
    }

    public Takeback {
        subsidies = Map.copyOf(subsidies);
    }

    /** What funders get back: nothing where the shop keeps its sale. */
    Map<String, Vnd> subsidiesBack() {
        return bearer == Bearer.SHOP ? subsidies : Map.of();
    }

    Vnd subsidyBack() {
        return Vnd.sum(subsidiesBack().values());
    }

    /** The charges that go back: none where the shop keeps its sale. */
    Charges chargesBack() {
        return bearer == Bearer.SHOP ? charges : Charges.NONE;
    }

    /** What the shop has less for it. */
    Vnd fromShop() {
        return bearer == Bearer.SHOP ? amount().plus(subsidyBack()).minus(charges.total()) : Vnd.ZERO;
    }

    Vnd absorbed() {
        return bearer == Bearer.PLATFORM ? amount() : Vnd.ZERO;
    }
}
