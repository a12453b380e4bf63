package vn.ocop.marketplace.payment.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a shop itself gives off one piece when everything comes together that may: the law caps the sum of it, not each
 * offer by itself. What funders bear does not count against the shop, but leaves less for the next offer to be off.
 */
final class SellerBorne {

    private static final List<Offer.Layer> ORDER =
            List.of(Offer.Layer.ITEM, Offer.Layer.SHOP_VOUCHER, Offer.Layer.PLATFORM_VOUCHER);

    private SellerBorne() {}

    /** Off one piece: all of it, and what of it the shop bears. */
    private record Off(long amount, long bySeller) {

        static final Off NOTHING = new Off(0, 0);
    }

    /** With an offer, whatever else of the other classes there is; an exclusive offer comes alone. */
    static long offPiece(OfferDraft draft, List<Offer> others, Basket.Line line) {
        long unit = line.unitPrice().dong();
        long net = unit;
        long borne = 0;
        for (var layer : ORDER) {
            var most = best(draft, others, line, layer, net);
            net -= most.amount();
            borne += most.bySeller();
        }
        return borne;
    }

    private static Off best(OfferDraft draft, List<Offer> others, Basket.Line line, Offer.Layer layer, long net) {
        if (draft.layer() == layer) {
            return off(draft, line.unitPrice().dong(), net);
        }
        return draft.exclusive()
                ? Off.NOTHING
                : candidates(others, line, layer)
                        .map(offer -> off(OfferDraft.of(offer), line.unitPrice().dong(), net))
                        .max(Comparator.comparingLong(Off::bySeller))
                        .orElse(Off.NOTHING);
    }

    private static Stream<Offer> candidates(List<Offer> others, Basket.Line line, Offer.Layer layer) {
        return others.stream()
                .filter(offer -> offer.layer() == layer && !offer.exclusive())
                .filter(offer -> offer.target().hits(line));
    }

    private static Off off(OfferDraft offer, long unit, long net) {
        long amount = switch (offer.layer()) {
            case ITEM -> offer.offPiece(unit);
            case SHOP_VOUCHER, PLATFORM_VOUCHER -> voucher(offer, unit, net);
            case SHIPPING -> 0;
        };
        var cap = offer.cap();
        long most = Math.min(net, cap == null ? amount : Math.min(amount, cap));
        return new Off(most, most * sellerShare(offer) / 10_000);
    }

    /** An amount is off so many pieces as have to be bought for it. */
    private static long voucher(OfferDraft offer, long unit, long net) {
        return offer.kind() == Offer.Kind.PERCENT
                ? net * offer.value() / 10_000
                : offer.value() / Math.max(1, Math.ceilDiv(offer.minSpend(), Math.max(1, unit)));
    }

    static int sellerShare(OfferDraft offer) {
        return offer.funders().stream()
                .filter(funder -> funder.kind() == Funder.Kind.SELLER)
                .mapToInt(Funder::shareBp)
                .sum();
    }
}
