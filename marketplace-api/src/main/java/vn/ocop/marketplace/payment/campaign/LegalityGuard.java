package vn.ocop.marketplace.payment.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Holds offers to the law of promotions, by the prices goods really had. */
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

    private record Known(PromotionLaw law, List<Bound> goods) {}

    /** What the listings may be offered at, at least. */
    Mono<List<Bound>> bounds(List<UUID> listings, boolean concentrated) {
        return known(listings, concentrated).map(Known::goods);
    }

    /** Refuses an offer that the law does not allow, with the clause at each field. */
    Mono<Void> check(OfferDraft draft, boolean concentrated, Language language) {
        var named = new ArrayList<UUID>(draft.listings());
        named.addAll(draft.gifts());
        return known(named, concentrated)
                .map(known -> problems(draft, known, concentrated, language))
                .doOnNext(problems -> {
                    if (!problems.isEmpty()) {
                        throw new ProblemException(CampaignProblem.NOT_LEGAL, problems);
                    }
                })
                .then();
    }

    private List<FieldProblem> problems(OfferDraft draft, Known known, boolean concentrated, Language language) {
        var problems = new ArrayList<FieldProblem>();
        for (var bound : known.goods()) {
            var price = draft.gifts().contains(bound.variant().listingId())
                    ? bound.goods().before()
                    : bound.goods()
                            .before()
                            .minus(Vnd.of(draft.offPiece(bound.variant().price())));
            known.law()
                    .objection(bound.goods(), price, concentrated)
                    .ifPresent(objection -> problems.add(words(bound, objection, language)));
        }
        if (known.goods().isEmpty() && draft.kind() == Offer.Kind.PERCENT) {
            known.law()
                    .objection(draft.value(), concentrated)
                    .ifPresent(objection -> problems.add(new FieldProblem(
                            "value",
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

    private Mono<Known> known(List<UUID> listings, boolean concentrated) {
        var today = BusinessTime.today(clock);
        return rules.all()
                .collectList()
                .map(all -> new PromotionLaw(all, today))
                .flatMap(law -> catalogue
                        .ofListings(listings)
                        .collectList()
                        .flatMap(variants -> goods(law, variants, today))
                        .map(goods -> new Known(law, bound(law, goods, concentrated))));
    }

    private record Measured(SellableVariant variant, PromotionLaw.Goods goods) {}

    private static List<Bound> bound(PromotionLaw law, List<Measured> goods, boolean concentrated) {
        return goods.stream()
                .map(one -> new Bound(one.variant(), one.goods(), law.leastPrice(one.goods(), concentrated)))
                .toList();
    }

    private Mono<List<Measured>> goods(PromotionLaw law, List<SellableVariant> variants, LocalDate today) {
        if (variants.isEmpty()) {
            return Mono.just(List.of());
        }
        var ids = variants.stream().map(SellableVariant::variantId).toList();
        var listings = variants.stream().map(SellableVariant::listingId).collect(Collectors.toSet());
        return Mono.zip(
                history.lowestSince(ids, clock.instant().minus(Duration.ofDays(law.lowestPriceDays()))),
                rules.discountedDays(listings, today.withDayOfYear(1), today),
                (lowest, days) -> variants.stream()
                        .map(variant -> measured(variant, lowest, days))
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
