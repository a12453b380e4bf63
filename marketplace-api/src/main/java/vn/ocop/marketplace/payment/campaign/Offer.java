package vn.ocop.marketplace.payment.campaign;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;

/** One public offer with everything that decides what it takes off, for whom and when. */
public record Offer(
        UUID id,
        String code,
        LocalizedText name,
        LocalizedText terms,
        Kind kind,
        Layer layer,
        boolean exclusive,
        Worth worth,
        Target target,
        Audience audience,
        Window window,
        Limits limits,
        List<Funder> funders,
        @Nullable String voucher,
        int priority,
        Origin origin,
        long version) {

    /** What it does. */
    public enum Kind {
        PERCENT,
        AMOUNT,
        FIXED_PRICE,
        BUY_X_GET_Y,
        GIFT,
        FREE_SHIPPING,
        SHIPPING_OFF
    }

    /**
     * Its stacking class: goods first, of each line the best; then of each shop the best voucher; then the best voucher
     * of the platform; then of each delivery the best.
     */
    public enum Layer {
        ITEM,
        SHOP_VOUCHER,
        PLATFORM_VOUCHER,
        SHIPPING
    }

    /**
     * How much.
     *
     * @param value basis points for a percentage, else đồng
     * @param cap most per line, voucher or delivery
     */
    public record Worth(
            long value,
            int buy,
            int get,
            Vnd minSpend,
            @Nullable Vnd cap) {

        long capped(long amount) {
            return cap == null ? amount : Math.min(amount, cap.dong());
        }
    }

    /** On what; an empty set does not narrow. Gifts are what a GIFT gives. */
    public record Target(
            @Nullable UUID shop,
            Set<UUID> listings,
            Set<UUID> gifts,
            Set<String> categories,
            Set<UUID> shops,
            Set<String> provinces,
            int starsFrom,
            Set<String> carriers,
            Set<String> methods) {

        boolean hits(Basket.Line line) {
            return hitsShop(line.shop(), line.province())
                    && (listings.isEmpty() || listings.contains(line.listing()))
                    && (categories.isEmpty() || line.categories().stream().anyMatch(categories::contains))
                    && line.stars() >= starsFrom;
        }

        boolean hitsShop(UUID id, String province) {
            return (shop == null || shop.equals(id))
                    && (shops.isEmpty() || shops.contains(id))
                    && (provinces.isEmpty() || provinces.contains(province));
        }
    }

    /**
     * For whom. New digital consumers have not completed an order before the programme's start, existing ones have.
     *
     * @param toProvinces where it has to be delivered, if anywhere
     * @param firstByMethod only for somebody's first completed order with their method of payment
     * @param assisted only with the code of a community team
     */
    public record Audience(
            People people, Set<String> toProvinces, Set<String> toCommunes, boolean firstByMethod, boolean assisted) {

        /** New to digital consumption, used to it, or everyone. */
        public enum People {
            ALL,
            NEW,
            EXISTING
        }

        boolean anyone() {
            return people == People.ALL && !firstByMethod && !assisted;
        }
    }

    /** When: of a span of time, perhaps only the programme's peak, perhaps only some hours of each day. */
    public record Window(
            Instant startsAt,
            Instant endsAt,
            boolean peakOnly,
            @Nullable Instant peakFrom,
            @Nullable Instant peakTo,
            int fromMinute,
            int toMinute) {

        public boolean contains(Instant moment) {
            return !moment.isBefore(startsAt)
                    && moment.isBefore(endsAt)
                    && (!peakOnly || inPeak(moment))
                    && (fromMinute < 0 || inHours(moment));
        }

        private boolean inPeak(Instant moment) {
            return peakFrom != null && peakTo != null && !moment.isBefore(peakFrom) && moment.isBefore(peakTo);
        }

        private boolean inHours(Instant moment) {
            int minute = moment.atZone(BusinessTime.ZONE).get(ChronoField.MINUTE_OF_DAY);
            return minute >= fromMinute && minute < toMinute;
        }
    }

    /**
     * How often; null does not limit.
     *
     * @param perPerson orders of one person
     * @param perLine pieces of one line
     * @param total pieces of an ITEM offer, uses of any other
     */
    public record Limits(
            @Nullable Integer perPerson,
            @Nullable Integer perLine,
            @Nullable Integer total,
            @Nullable Vnd budget) {}

    /** Where it comes from, as the public reads it. */
    public record Origin(
            String programme,
            LocalizedText programmeName,
            Instant programmeStart,
            String campaign,
            LocalizedText campaignName,
            String ownerKind,
            String ownerScope,
            String organiser,
            Instant publishedAt) {}

    /** Whether what it promises is kept for its buyers while it runs. */
    boolean setsAside() {
        return layer == Layer.ITEM
                && limits.total() != null
                && !target.listings().isEmpty();
    }

    public Offer {
        funders = List.copyOf(funders);
        if (funders.stream().mapToInt(Funder::shareBp).sum() != 10_000) {
            throw new IllegalArgumentException("the shares of " + code + " do not add up to the whole");
        }
    }
}
