package vn.ocop.marketplace.web.offers;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.site.Visit;

/** An offer as it is published. */
public record PublicOffer(
        String id,
        String code,
        String name,
        String terms,
        String kind,
        Worth worth,
        Audience audience,
        Window window,
        Limits limits,
        @Nullable String voucher,
        String organiser,
        String standing,
        List<Price> prices,
        Instant publishedAt) {

    public record Worth(
            long value,
            int buyPieces,
            int getPieces,
            long minSpend,
            @Nullable Long cap) {}

    public record Audience(
            String people, List<String> toProvinces, boolean firstWithPaymentMethod, boolean assistedByTeam) {}

    public record Window(
            Instant startsAt,
            Instant endsAt,
            boolean peakOnly,
            @Nullable String dailyFrom,
            @Nullable String dailyTo) {}

    public record Limits(
            @Nullable Integer perPerson,
            @Nullable Integer total,
            @Nullable Long piecesLeft) {}

    /** What it makes of one choice of a listing. */
    public record Price(
            String listingId,
            String slug,
            String title,
            String shop,
            @Nullable Picture picture,
            long before,
            long price) {}

    public boolean running() {
        return standing.equals("RUNNING");
    }

    /** Pieces at one price for a short while. */
    public boolean slot() {
        return limits.total() != null && !prices.isEmpty();
    }

    /** Its worth in a few words. */
    public String worthInWords(Visit visit) {
        return switch (kind) {
            case "PERCENT" -> visit.t("offers.kind.PERCENT.worth", visit.number(worth.value() / 100));
            case "AMOUNT", "SHIPPING_OFF" -> visit.t("offers.kind.AMOUNT.worth", visit.vnd(worth.value()));
            case "FIXED_PRICE" -> visit.t("offers.kind.FIXED_PRICE.worth", visit.vnd(worth.value()));
            case "BUY_X_GET_Y" -> visit.t("offers.kind.BUY_X_GET_Y.worth", worth.buyPieces(), worth.getPieces());
            default -> visit.t("offers.kind." + kind);
        };
    }

    /** The first listing of each, since choices of one listing are much alike. */
    public List<Price> goods() {
        var seen = new HashSet<String>();
        return prices.stream().filter(price -> seen.add(price.listingId())).toList();
    }
}
