package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.listing.PriceHistory;
import vn.ocop.marketplace.listing.SellableVariant;
import vn.ocop.marketplace.listing.VariantCatalogue;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/**
 * Holds offers to the law of promotions, by the prices goods really had: each offer by itself, what a shop gives in all
 * offers that may come together, and on how many days of a year.
 */
@Component
class LegalityGuard {

    private final LegalRuleRepository rules;
    private final VariantCatalogue catalogue;
    private final PriceHistory history;
    private final Categories categories;
    private final Clock clock;

    LegalityGuard(
            LegalRuleRepository rules,
            VariantCatalogue catalogue,
            PriceHistory history,
            Categories categories,
            Clock clock) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.history = history;
        this.categories = categories;
        this.clock = clock;
    }

    /** One choice of a listing, what it costs and the least it may be offered at. */
    record Bound(SellableVariant variant, PromotionLaw.Goods goods, Vnd least) {}

    private record Known(PromotionLaw law, List<Bound> goods, List<Offer> others) {}

    /** Days of one year, both of them in it. */
    record Days(LocalDate from, LocalDate until) {

        static final Days NONE = new Days(LocalDate.EPOCH.plusDays(1), LocalDate.EPOCH);

        /** Those of an offer that lie in the year in which it begins. */
        static Days of(Instant from, Instant to) {
            var first = LocalDate.ofInstant(from, BusinessTime.ZONE);
            var last = LocalDate.ofInstant(to.minusSeconds(1), BusinessTime.ZONE);
            var yearsEnd = first.withDayOfYear(first.lengthOfYear());
            return new Days(first, last.isAfter(yearsEnd) ? yearsEnd : last);
        }
    }

    /** What the listings may be offered at, at least. */
    Mono<List<Bound>> bounds(List<UUID> listings, boolean concentrated) {
        return known(listings, List.of(), Days.NONE, concentrated).map(Known::goods);
    }

    /** Refuses an offer that the law does not allow, with the clause at each field. */
    Mono<Void> check(OfferDraft draft, boolean concentrated, Language language) {
        return rules.besides(draft)
                .collectList()
                .flatMap(others ->
                        known(named(draft, others), others, Days.of(draft.startsAt(), draft.endsAt()), concentrated))
                .map(known -> problems(draft, known, concentrated, language))
                .doOnNext(problems -> {
                    if (!problems.isEmpty()) {
                        throw new ProblemException(CampaignProblem.NOT_LEGAL, problems);
                    }
                })
                .then();
    }

    /** Goods that the offer names; where it names none, those that offers beside it do. */
    private static List<UUID> named(OfferDraft draft, List<Offer> others) {
        var named = new TreeSet<UUID>(draft.listings());
        named.addAll(draft.gifts());
        if (draft.listings().isEmpty()) {
            others.forEach(other -> named.addAll(other.target().listings()));
        }
        return List.copyOf(named);
    }

    private List<FieldProblem> problems(OfferDraft draft, Known known, boolean concentrated, Language language) {
        var problems = new ArrayList<FieldProblem>();
        for (var bound : known.goods()) {
            problem(draft, known, bound, concentrated, language).ifPresent(problems::add);
        }
        if (draft.listings().isEmpty()) {
            alone(draft, known.law(), concentrated)
                    .ifPresent(objection -> problems.add(new FieldProblem(
                            draft.kind() == Offer.Kind.PERCENT ? "value" : "minSpend",
                            "campaign.legal.clause",
                            objection.rule().clause().in(language),
                            objection.rule().legalRef())));
        }
        draft.categories()
                .forEach(code -> known.law()
                        .barred(path(code))
                        .ifPresent(rule -> problems.add(new FieldProblem(
                                "categories",
                                "campaign.legal.clause",
                                rule.clause().in(language),
                                rule.legalRef()))));
        return problems;
    }

    private Optional<FieldProblem> problem(
            OfferDraft draft, Known known, Bound bound, boolean concentrated, Language language) {
        var goods = bound.goods();
        if (draft.gifts().contains(bound.variant().listingId())) {
            return known.law().objection(goods, goods.before(), concentrated).map(no -> words(bound, no, language));
        }
        var line = line(bound.variant());
        if (!OfferDraft.target(draft).hits(line)) {
            return Optional.empty();
        }
        var alone = goods.before().minus(Vnd.of(draft.offPiece(bound.variant().price())));
        var objection = known.law().objection(goods, alone, concentrated);
        if (objection.isPresent()) {
            return objection.map(no -> words(bound, no, language));
        }
        var together = goods.before().minus(Vnd.of(SellerBorne.offPiece(draft, known.others(), line)));
        return known.law()
                .objection(goods, together, concentrated)
                .map(no -> new FieldProblem(
                        bound.variant().variantId().toString(),
                        "campaign.legal.together",
                        together.dong(),
                        known.law().leastPrice(goods, concentrated).dong(),
                        no.rule().clause().in(language),
                        no.rule().legalRef()));
    }

    /** By its own measure: a percentage, or of an amount what part it is of what has to be bought for it. */
    private static Optional<PromotionLaw.Objection> alone(OfferDraft draft, PromotionLaw law, boolean concentrated) {
        if (draft.kind() == Offer.Kind.PERCENT) {
            return law.objection(draft.value(), concentrated);
        }
        if (draft.kind() == Offer.Kind.BUY_X_GET_Y) {
            return law.objection(10_000L * draft.get() / (draft.buy() + draft.get()), concentrated);
        }
        if (draft.kind() != Offer.Kind.AMOUNT || SellerBorne.sellerShare(draft) == 0) {
            return Optional.empty();
        }
        long borne = draft.value() * SellerBorne.sellerShare(draft);
        return law.objection(draft.minSpend() == 0 ? 10_000 : borne / draft.minSpend(), concentrated);
    }

    private Basket.Line line(SellableVariant variant) {
        return new Basket.Line(
                variant.variantId(),
                variant.listingId(),
                variant.shopId(),
                variant.pickupProvinceCode(),
                path(variant.categoryCode()),
                variant.stars(),
                Vnd.of(variant.price()),
                1);
    }

    private static FieldProblem words(Bound bound, PromotionLaw.Objection objection, Language language) {
        var field = bound.variant().variantId().toString();
        var rule = objection.rule();
        var clause = rule.clause().in(language);
        var least = objection.leastPrice();
        if (least != null) {
            return new FieldProblem(
                    field,
                    "campaign.legal.max-discount",
                    least.dong(),
                    bound.goods().lowest().dong(),
                    clause,
                    rule.legalRef());
        }
        return rule.rule() == LegalRule.Kind.MAX_DAYS_A_YEAR
                ? new FieldProblem(
                        field, "campaign.legal.days", bound.goods().discountedDays(), clause, rule.legalRef())
                : new FieldProblem(field, "campaign.legal.clause", clause, rule.legalRef());
    }

    private Mono<Known> known(List<UUID> listings, List<Offer> others, Days days, boolean concentrated) {
        return rules.all()
                .collectList()
                .map(all -> new PromotionLaw(all, BusinessTime.today(clock)))
                .flatMap(law -> catalogue
                        .ofListings(listings)
                        .collectList()
                        .flatMap(variants -> goods(law, variants, days))
                        .map(goods -> new Known(law, bound(law, goods, concentrated), others)));
    }

    private record Measured(SellableVariant variant, PromotionLaw.Goods goods) {}

    private static List<Bound> bound(PromotionLaw law, List<Measured> goods, boolean concentrated) {
        return goods.stream()
                .map(one -> new Bound(one.variant(), one.goods(), law.leastPrice(one.goods(), concentrated)))
                .toList();
    }

    private Mono<List<Measured>> goods(PromotionLaw law, List<SellableVariant> variants, Days days) {
        if (variants.isEmpty()) {
            return Mono.just(List.of());
        }
        var ids = variants.stream().map(SellableVariant::variantId).toList();
        var listings = variants.stream().map(SellableVariant::listingId).collect(Collectors.toSet());
        return Mono.zip(
                history.lowestSince(ids, clock.instant().minus(Duration.ofDays(law.lowestPriceDays()))),
                rules.discountedDays(listings, days),
                (lowest, discounted) -> variants.stream()
                        .map(variant -> measured(variant, lowest, discounted))
                        .toList());
    }

    private Measured measured(SellableVariant variant, Map<UUID, Long> lowest, Map<UUID, Integer> days) {
        return new Measured(
                variant,
                new PromotionLaw.Goods(
                        path(variant.categoryCode()),
                        Vnd.of(variant.price()),
                        Vnd.of(lowest.getOrDefault(variant.variantId(), variant.price())),
                        days.getOrDefault(variant.listingId(), 0)));
    }

    private List<String> path(String category) {
        return categories.path(category).stream().map(Category::code).toList();
    }
}
