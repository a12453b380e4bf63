package vn.ocop.marketplace.payment.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.ProblemException;

/** An offer as somebody wants it; complete in itself, but not yet held to the law. */
public record OfferDraft(
        String code,
        LocalizedText name,
        LocalizedText terms,
        Offer.Kind kind,
        Offer.Layer layer,
        boolean exclusive,
        long value,
        int buy,
        int get,
        long minSpend,
        @Nullable Long cap,
        @Nullable UUID shop,
        List<UUID> listings,
        List<UUID> gifts,
        List<String> categories,
        List<UUID> shops,
        List<String> provinces,
        int starsFrom,
        List<String> carriers,
        List<String> methods,
        Offer.Audience audience,
        Instant startsAt,
        Instant endsAt,
        boolean peakOnly,
        int fromMinute,
        int toMinute,
        Offer.Limits limits,
        List<Funder> funders,
        @Nullable String voucher,
        int priority) {

    public OfferDraft {
        listings = List.copyOf(listings);
        gifts = List.copyOf(gifts);
        categories = List.copyOf(categories);
        shops = List.copyOf(shops);
        provinces = List.copyOf(provinces);
        carriers = List.copyOf(carriers);
        methods = List.copyOf(methods);
        funders = List.copyOf(funders);
    }

    /** Refuses what does not fit together, at the field that is meant. */
    OfferDraft mustFit(Instant from, Instant to, Instant now) {
        var problems = new ArrayList<FieldProblem>();
        if (funders.stream().mapToInt(Funder::shareBp).sum() != 10_000) {
            problems.add(new FieldProblem("funders", "campaign.field.funders"));
        }
        if (startsAt.isBefore(from) || endsAt.isAfter(to) || !startsAt.isBefore(endsAt)) {
            problems.add(new FieldProblem("window", "campaign.field.window"));
        }
        if (!endsAt.isAfter(now)) {
            problems.add(new FieldProblem("window", "campaign.field.in-the-past"));
        }
        if (!layerFits()) {
            problems.add(new FieldProblem("kind", "campaign.field.kind"));
        }
        if (kind == Offer.Kind.FIXED_PRICE && listings.isEmpty()) {
            problems.add(new FieldProblem("listings", "campaign.field.named"));
        }
        if (!valueFits()) {
            problems.add(new FieldProblem("value", "campaign.field.value"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(CampaignProblem.BAD_OFFER, problems);
        }
        return this;
    }

    private boolean layerFits() {
        return switch (layer) {
            case SHIPPING -> kind == Offer.Kind.FREE_SHIPPING || kind == Offer.Kind.SHIPPING_OFF;
            case ITEM -> kind != Offer.Kind.FREE_SHIPPING && kind != Offer.Kind.SHIPPING_OFF;
            case SHOP_VOUCHER -> vouches() && shop != null;
            case PLATFORM_VOUCHER -> vouches() && listings.isEmpty() && categories.isEmpty() && starsFrom == 0;
        };
    }

    private boolean vouches() {
        return kind == Offer.Kind.PERCENT || kind == Offer.Kind.AMOUNT;
    }

    private boolean valueFits() {
        return switch (kind) {
            case PERCENT -> value >= 1 && value <= 10_000;
            case AMOUNT, FIXED_PRICE, SHIPPING_OFF -> value > 0;
            case BUY_X_GET_Y -> buy > 0 && get > 0;
            case GIFT -> get > 0 && minSpend > 0 && !gifts.isEmpty();
            case FREE_SHIPPING -> true;
        };
    }

    /** What it takes off one piece; bundles count at their best, vouchers of an amount not at all. */
    long offPiece(long unit) {
        return switch (kind) {
            case PERCENT -> unit * value / 10_000;
            case AMOUNT -> layer == Offer.Layer.ITEM ? Math.min(value, unit) : 0;
            case FIXED_PRICE -> Math.max(0, unit - value);
            case BUY_X_GET_Y -> unit * get / (buy + get);
            case GIFT, FREE_SHIPPING, SHIPPING_OFF -> 0;
        };
    }

    /** On what it is. */
    static Offer.Target target(OfferDraft draft) {
        return new Offer.Target(
                draft.shop,
                Set.copyOf(draft.listings),
                Set.copyOf(draft.gifts),
                Set.copyOf(draft.categories),
                Set.copyOf(draft.shops),
                Set.copyOf(draft.provinces),
                draft.starsFrom,
                Set.copyOf(draft.carriers),
                Set.copyOf(draft.methods));
    }

    /** What an offer that is kept was drafted as. */
    static OfferDraft of(Offer offer) {
        var cap = offer.worth().cap();
        return new OfferDraft(
                offer.code(),
                offer.name(),
                offer.terms(),
                offer.kind(),
                offer.layer(),
                offer.exclusive(),
                offer.worth().value(),
                offer.worth().buy(),
                offer.worth().get(),
                offer.worth().minSpend().dong(),
                cap == null ? null : cap.dong(),
                offer.target().shop(),
                List.copyOf(offer.target().listings()),
                List.copyOf(offer.target().gifts()),
                List.copyOf(offer.target().categories()),
                List.copyOf(offer.target().shops()),
                List.copyOf(offer.target().provinces()),
                offer.target().starsFrom(),
                List.copyOf(offer.target().carriers()),
                List.copyOf(offer.target().methods()),
                offer.audience(),
                offer.window().startsAt(),
                offer.window().endsAt(),
                offer.window().peakOnly(),
                offer.window().fromMinute(),
                offer.window().toMinute(),
                offer.limits(),
                offer.funders(),
                offer.voucher(),
                offer.priority());
    }
}
