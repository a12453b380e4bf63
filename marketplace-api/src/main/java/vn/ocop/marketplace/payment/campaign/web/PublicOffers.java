package vn.ocop.marketplace.payment.campaign.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.payment.campaign.Funder;
import vn.ocop.marketplace.payment.campaign.Offer;
import vn.ocop.marketplace.payment.campaign.OfferQueries;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

/**
 * The shapes in which offers are published. A field is only ever added; one that changes its meaning gets a new schema.
 */
final class PublicOffers {

    static final String SCHEMA = "ocop-offers/1";

    private PublicOffers() {}

    record Feed(
            String schema,
            Instant generatedAt,
            List<PublicOffer> items,
            @Nullable String next) {}

    record PublicProgramme(
            String code,
            String name,
            String theme,
            String ownerKind,
            String ownerScope,
            Instant startsAt,
            Instant endsAt,
            @Nullable Instant peakFrom,
            @Nullable Instant peakTo,
            @Nullable String decisionNo,
            @Nullable String decidedBy,
            Instant publishedAt) {}

    record Named(String code, String name) {}

    record Worth(
            long value,
            int buyPieces,
            int getPieces,
            Vnd minSpend,
            @Nullable Vnd cap) {}

    record Target(
            @Nullable UUID shop,
            List<UUID> listings,
            List<UUID> gifts,
            List<String> categories,
            List<String> excludedCategories,
            List<UUID> shops,
            List<String> provinces,
            int starsFrom,
            List<String> carriers,
            List<String> paymentMethods) {}

    record Audience(
            Offer.Audience.People people,
            List<String> toProvinces,
            List<String> toCommunes,
            boolean firstWithPaymentMethod,
            boolean assistedByTeam) {}

    record Window(
            Instant startsAt,
            Instant endsAt,
            boolean peakOnly,
            @Nullable Instant peakFrom,
            @Nullable Instant peakTo,
            @Nullable String dailyFrom,
            @Nullable String dailyTo) {}

    record Limits(
            @Nullable Integer perPerson,
            @Nullable Integer perLine,
            @Nullable Integer total,
            @Nullable Vnd budget,
            @Nullable Long piecesLeft,
            @Nullable Long budgetLeft) {}

    record Price(
            UUID variantId,
            UUID listingId,
            String slug,
            String title,
            String shop,
            @Nullable Picture picture,
            Vnd before,
            Vnd price,
            Vnd lowestOf30Days) {}

    record PublicOffer(
            UUID id,
            String code,
            String name,
            String terms,
            Offer.Kind kind,
            Offer.Layer stackingClass,
            boolean exclusive,
            Worth worth,
            Target target,
            Audience audience,
            Window window,
            Limits limits,
            List<Funder> funders,
            @Nullable String voucher,
            int priority,
            Named programme,
            Named campaign,
            String ownerKind,
            String ownerScope,
            String organiser,
            OfferQueries.Standing standing,
            List<Price> prices,
            Instant publishedAt,
            long version) {}

    static PublicProgramme programme(OfferQueries.Programme programme, Language language) {
        return new PublicProgramme(
                programme.code(),
                programme.name().in(language),
                programme.theme().in(language),
                programme.ownerKind(),
                programme.ownerScope(),
                programme.startsAt(),
                programme.endsAt(),
                programme.peakFrom(),
                programme.peakTo(),
                programme.decisionNo(),
                programme.decidedBy(),
                programme.publishedAt());
    }

    static PublicOffer offer(OfferQueries.Published published, Language language) {
        var offer = published.offer();
        var origin = offer.origin();
        return new PublicOffer(
                offer.id(),
                offer.code(),
                offer.name().in(language),
                offer.terms().in(language),
                offer.kind(),
                offer.layer(),
                offer.exclusive(),
                new Worth(
                        offer.worth().value(),
                        offer.worth().buy(),
                        offer.worth().get(),
                        offer.worth().minSpend(),
                        offer.worth().cap()),
                target(offer.target(), published.barred()),
                audience(offer.audience()),
                window(offer.window()),
                new Limits(
                        offer.limits().perPerson(),
                        offer.limits().perLine(),
                        offer.limits().total(),
                        offer.limits().budget(),
                        published.piecesLeft(),
                        published.budgetLeft()),
                offer.funders(),
                offer.voucher(),
                offer.priority(),
                new Named(origin.programme(), origin.programmeName().in(language)),
                new Named(origin.campaign(), origin.campaignName().in(language)),
                origin.ownerKind(),
                origin.ownerScope(),
                origin.organiser(),
                published.standing(),
                published.prices().stream().map(price -> price(price, language)).toList(),
                origin.publishedAt(),
                offer.version());
    }

    static Price price(OfferQueries.Price price, Language language) {
        var variant = price.variant();
        var picture = variant.picture();
        return new Price(
                variant.variantId(),
                variant.listingId(),
                variant.listingSlug(),
                variant.title().in(language),
                variant.shopName(),
                picture == null ? null : picture.in(language),
                price.before(),
                price.now(),
                price.lowest());
    }

    private static Target target(Offer.Target target, Set<String> barred) {
        return new Target(
                target.shop(),
                sorted(target.listings()),
                sorted(target.gifts()),
                sorted(target.categories()),
                sorted(barred),
                sorted(target.shops()),
                sorted(target.provinces()),
                target.starsFrom(),
                sorted(target.carriers()),
                sorted(target.methods()));
    }

    private static Audience audience(Offer.Audience audience) {
        return new Audience(
                audience.people(),
                sorted(audience.toProvinces()),
                sorted(audience.toCommunes()),
                audience.firstByMethod(),
                audience.assisted());
    }

    private static Window window(Offer.Window window) {
        return new Window(
                window.startsAt(),
                window.endsAt(),
                window.peakOnly(),
                window.peakFrom(),
                window.peakTo(),
                time(window.fromMinute()),
                time(window.toMinute()));
    }

    private static @Nullable String time(int minute) {
        return minute < 0 ? null : "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    /** In one order, so that the same offers are the same bytes. */
    private static <T extends Comparable<T>> List<T> sorted(Set<T> values) {
        return values.stream().sorted().toList();
    }
}
