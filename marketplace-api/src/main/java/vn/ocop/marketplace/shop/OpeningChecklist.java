package vn.ocop.marketplace.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a shop has done and lacks on its way to its first sale.
 *
 * @param items in the order in which they are best done
 */
public record OpeningChecklist(List<Item> items) {

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

    /** What a shop has got so far besides its file, and the version of the terms that holds today. */
    record Standing(long listings, long certificates, String termsInForce) {}

    static OpeningChecklist of(ShopFile shop, Standing standing) {
        boolean submitted = shop.status() != Shop.Status.APPLIED;
        var items = new ArrayList<Item>();
        items.add(new Item(Step.TERMS, standing.termsInForce().equals(shop.termsVersion()), true));
        items.add(new Item(Step.PROFILE, shop.phone() != null && taxKnown(shop), true));
        items.add(new Item(Step.ADDRESS, !shop.street().isBlank(), true));
        items.add(new Item(Step.IDENTITY, shop.identity() != null, true));
        items.add(new Item(Step.BANK, shop.bank() != null, true));
        items.add(new Item(Step.SUBMIT, submitted, false));
        items.add(new Item(Step.APPROVAL, shop.status() == Shop.Status.OPEN, false));
        items.add(new Item(Step.FIRST_LISTING, standing.listings() > 0, false));
        items.add(new Item(Step.CERTIFICATE, standing.certificates() > 0, false));
        return new OpeningChecklist(items);
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
