package vn.ocop.marketplace.payment.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.Vnd;

/** What a shop gives off one piece of 100,000 đồng when its offers come together. */
class SellerBorneTest {

    private static final UUID SHOP = new UUID(0, 1);
    private static final UUID LISTING = new UUID(0, 2);
    private static final Basket.Line LINE =
            new Basket.Line(new UUID(0, 3), LISTING, SHOP, "44", List.of("I"), 4, Vnd.of(100_000), 1);
    private static final List<Funder> SELLER = List.of(new Funder(Funder.Kind.SELLER, "", 10_000));
    private static final List<Funder> HALF =
            List.of(new Funder(Funder.Kind.SELLER, "", 5_000), new Funder(Funder.Kind.PUBLIC_BUDGET, "44", 5_000));

    private static Offer offer(
            int number,
            Offer.Kind kind,
            Offer.Layer layer,
            long value,
            long minSpend,
            @Nullable UUID listing,
            List<Funder> funders) {
        return PricingTest.offer(
                new UUID(0, number),
                kind,
                layer,
                false,
                new Offer.Worth(value, 0, 0, Vnd.of(minSpend), null),
                new Offer.Target(
                        SHOP,
                        listing == null ? Set.of() : Set.of(listing),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        0,
                        Set.of(),
                        Set.of()),
                funders);
    }

    private static long together(Offer draft, Offer... others) {
        return SellerBorne.offPiece(OfferDraft.of(draft), List.of(others), LINE);
    }

    private static final Offer FORTY_OFF = offer(10, Offer.Kind.PERCENT, Offer.Layer.ITEM, 4_000, 0, LISTING, SELLER);

    @Test
    void classesComeOnTopOfEachOther() {
        var voucher = offer(11, Offer.Kind.PERCENT, Offer.Layer.SHOP_VOUCHER, 2_000, 0, null, SELLER);

        assertThat(together(FORTY_OFF)).isEqualTo(40_000);
        assertThat(together(voucher)).isEqualTo(20_000);
        assertThat(together(voucher, FORTY_OFF)).isEqualTo(52_000);
        assertThat(together(FORTY_OFF, voucher)).isEqualTo(52_000);
    }

    @Test
    void ofOneClassOnlyTheBestCounts() {
        var thirty = offer(12, Offer.Kind.PERCENT, Offer.Layer.ITEM, 3_000, 0, LISTING, SELLER);
        var voucher = offer(11, Offer.Kind.PERCENT, Offer.Layer.SHOP_VOUCHER, 1_000, 0, null, SELLER);

        assertThat(together(voucher, thirty, FORTY_OFF)).isEqualTo(46_000);
    }

    @Test
    void anAmountIsSharedByWhatHasToBeBoughtForIt() {
        var voucher = offer(11, Offer.Kind.AMOUNT, Offer.Layer.SHOP_VOUCHER, 60_000, 300_000, null, SELLER);

        assertThat(together(voucher, FORTY_OFF)).isEqualTo(60_000);
    }

    @Test
    void whatOthersBearIsNotTheShops() {
        var shared = offer(13, Offer.Kind.PERCENT, Offer.Layer.ITEM, 4_000, 0, LISTING, HALF);
        var voucher = offer(11, Offer.Kind.PERCENT, Offer.Layer.SHOP_VOUCHER, 2_000, 0, null, SELLER);

        assertThat(together(voucher, shared)).isEqualTo(20_000 + 12_000);
    }

    @Test
    void whatIsOffOtherGoodsDoesNotCount() {
        var elsewhere = offer(14, Offer.Kind.PERCENT, Offer.Layer.ITEM, 4_000, 0, new UUID(0, 99), SELLER);
        var voucher = offer(11, Offer.Kind.PERCENT, Offer.Layer.SHOP_VOUCHER, 2_000, 0, null, SELLER);

        assertThat(together(voucher, elsewhere)).isEqualTo(20_000);
    }
}
