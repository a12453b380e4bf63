package vn.ocop.marketplace.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a shop has done and lacks on its way to its first sale.
 *
 * @param items in the order in which they are best done
 * @param electronicIdentity whether the law wants an identity verified electronically that the application lacks
 */
public record OpeningChecklist(List<Item> items, boolean electronicIdentity) {

    /** One thing to do. */
    public enum Step {
        TERMS,
        PROFILE,
        ADDRESS,
        IDENTITY,
        BANK,
        SUBMIT,
        APPROVAL,
        FIRST_LISTING,
        CERTIFICATE
    }

    /**
     * Whether a step is done.
     *
     * @param needed whether the shop may be submitted without it
     */
    public record Item(Step step, boolean done, boolean needed) {}

    public OpeningChecklist {
        items = List.copyOf(items);
    }

    /**
     * What a shop has got so far besides its file, and what holds today.
     *
     * @param termsInForce the version of the terms
     * @param electronically whether a shop opens only for somebody whose identity was verified electronically
     */
    record Standing(long listings, long certificates, String termsInForce, boolean electronically) {}

    static OpeningChecklist of(ShopFile shop, Standing standing) {
        boolean submitted = shop.status() != Shop.Status.APPLIED;
        var identity = shop.identity();
        // What officers have seen already stays as it is; they send back what may no longer be opened.
        boolean electronic =
                !submitted && standing.electronically() && !(identity != null && identity.verifiedElectronically());
        var items = new ArrayList<Item>();
        items.add(new Item(Step.TERMS, standing.termsInForce().equals(shop.termsVersion()), true));
        items.add(new Item(Step.PROFILE, shop.phone() != null && taxKnown(shop), true));
        items.add(new Item(Step.ADDRESS, !shop.street().isBlank(), true));
        items.add(new Item(Step.IDENTITY, identity != null && !electronic, true));
        items.add(new Item(Step.BANK, shop.bank() != null, true));
        items.add(new Item(Step.SUBMIT, submitted, false));
        items.add(new Item(Step.APPROVAL, shop.status() == Shop.Status.OPEN, false));
        items.add(new Item(Step.FIRST_LISTING, standing.listings() > 0, false));
        items.add(new Item(Step.CERTIFICATE, standing.certificates() > 0, false));
        return new OpeningChecklist(items, electronic);
    }

    /** Individuals and households are known by their person's number; others by their tax code. */
    private static boolean taxKnown(ShopFile shop) {
        return shop.taxCode() != null
                || shop.legalKind() == Shop.LegalKind.INDIVIDUAL
                || shop.legalKind() == Shop.LegalKind.HOUSEHOLD;
    }

    /** The one thing to do next. */
    public Optional<Step> next() {
        return items.stream().filter(item -> !item.done()).map(Item::step).findFirst();
    }

    List<Step> missing() {
        return items.stream()
                .filter(item -> item.needed() && !item.done())
                .map(Item::step)
                .toList();
    }
}
