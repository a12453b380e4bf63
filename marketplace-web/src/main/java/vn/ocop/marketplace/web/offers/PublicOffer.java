package vn.ocop.marketplace.web.offers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.site.Visit;
import vn.ocop.marketplace.web.text.Moments;

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
            @Nullable Instant peakFrom,
            @Nullable Instant peakTo,
            @Nullable String dailyFrom,
            @Nullable String dailyTo) {

        /** From when on it counts; an offer of the peak begins with that. */
        public Instant from() {
            return peakOnly && peakFrom != null && peakFrom.isAfter(startsAt) ? peakFrom : startsAt;
        }

        public Instant to() {
            return peakOnly && peakTo != null && peakTo.isBefore(endsAt) ? peakTo : endsAt;
        }
    }

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

    /** When it opens or closes next by its hours of the day; null where it has none, or no more. */
    public @Nullable Instant turns(Instant now) {
        if (window.dailyFrom() == null || window.dailyTo() == null || standing.equals("PAUSED")) {
            return null;
        }
        var from = now.isBefore(window.from()) ? window.from() : now;
        var day = LocalDate.ofInstant(from, Moments.ZONE);
        return Stream.of(day, day.plusDays(1))
                .flatMap(one -> Stream.of(at(one, window.dailyFrom()), at(one, window.dailyTo())))
                .filter(moment -> moment.isAfter(now) && moment.isBefore(window.to()))
                .findFirst()
                .orElse(null);
    }

    /** A time of day, of which 24:00 is the end. */
    private static Instant at(LocalDate day, String time) {
        return time.equals("24:00")
                ? day.plusDays(1).atStartOfDay(Moments.ZONE).toInstant()
                : day.atTime(LocalTime.parse(time)).atZone(Moments.ZONE).toInstant();
    }

    /** A picture of what it is about; null where that is not one thing. */
    public @Nullable Picture picture() {
        var goods = goods();
        return goods.size() == 1 ? goods.getFirst().picture() : null;
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
