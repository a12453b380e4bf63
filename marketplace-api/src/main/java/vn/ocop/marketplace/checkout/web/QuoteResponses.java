package vn.ocop.marketplace.checkout.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.checkout.CartLine;
import vn.ocop.marketplace.checkout.PaymentChoice;
import vn.ocop.marketplace.checkout.Quote;
import vn.ocop.marketplace.checkout.Quotes;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.campaign.Discount;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shipment.network.DeliveryRate;
import vn.ocop.marketplace.shipment.network.DeliveryRates;
import vn.ocop.marketplace.territory.CommuneUnit;
import vn.ocop.marketplace.territory.Nearness;
import vn.ocop.marketplace.territory.Unit;

/** Quotes in the reader's language. */
@Component
class QuoteResponses {

    private static final int DEAR_PERCENT = 40;

    private final CartResponses carts;
    private final MessageSource messages;
    private final OfferResponses offers;

    QuoteResponses(CartResponses carts, MessageSource messages, OfferResponses offers) {
        this.carts = carts;
        this.messages = messages;
        this.offers = offers;
    }

    record QuoteResponse(
            UUID id,
            Instant expiresAt,
            CommuneUnit commune,
            Unit province,
            List<ShopQuote> shops,
            Vnd goodsDiscount,
            Vnd deliveryDiscount,
            Vnd goodsTotal,
            Vnd deliveryTotal,
            Vnd total,
            boolean ageRestricted,
            List<MethodResponse> paymentMethods,
            List<LineProblem> problems,
            OfferResponses.Offers offers) {}

    record ShopQuote(
            CartResponses.ShopRef shop,
            List<Line> lines,
            Vnd goodsTotal,
            int weightGrams,
            Nearness zone,
            Vnd deliveryFee,
            Vnd deliveryDiscount,
            List<OfferResponses.OfferPart> deliveryOffers,
            Days deliveryDays,
            @Nullable LocalDate promisedOn,
            List<Way> services,
            boolean deliveryDear,
            Vnd total) {}

    /** A way the parcel can come; a price beside others, so that one can choose. */
    record Way(
            String code,
            String name,
            boolean toCounter,
            Vnd fee,
            Days days,
            @Nullable LocalDate promisedOn,
            boolean chosen) {}

    record Days(int from, int to) {}

    record Line(
            UUID variantId,
            CartResponses.ListingRef listing,
            String variantName,
            int quantity,
            Vnd unitPrice,
            Vnd discount,
            Vnd lineTotal,
            List<OfferResponses.OfferPart> offers) {}

    record MethodResponse(
            PaymentMethod method,
            boolean eligible,
            @Nullable String reason) {}

    record LineProblem(UUID variantId, String code, String detail) {}

    QuoteResponse quote(Quotes.Quoted quoted, List<PaymentChoice> choices, Language language) {
        var quote = quoted.quote();
        return new QuoteResponse(
                quote.id(),
                quote.expiresAt(),
                quoted.destination().unit(),
                quoted.destination().province().unit(),
                quote.terms().shops().stream()
                        .map(shop -> shop(shop, quoted.ways().getOrDefault(shop.shopId(), List.of()), language))
                        .toList(),
                Discount.total(quote.lines().stream()
                        .flatMap(line -> line.discounts().stream())
                        .toList()),
                Discount.total(quote.terms().shops().stream()
                        .flatMap(shop -> shop.deliveryDiscounts().stream())
                        .toList()),
                quote.goodsTotal(),
                quote.deliveryTotal(),
                quote.total(),
                quote.ageRestricted(),
                choices.stream().map(choice -> method(choice, language)).toList(),
                quoted.cart().lines().stream()
                        .map(line -> problem(line, language))
                        .filter(Objects::nonNull)
                        .toList(),
                offers.offers(quoted.offers(), language));
    }

    private ShopQuote shop(Quote.ShopTerms shop, List<DeliveryRates.Offer> offers, Language language) {
        return new ShopQuote(
                new CartResponses.ShopRef(shop.shopId(), shop.slug(), shop.name(), carts.province(shop.provinceCode())),
                shop.lines().stream().map(line -> line(line, language)).toList(),
                shop.goodsTotal(),
                shop.weightGrams(),
                shop.delivery().zone(),
                shop.deliveryFee(),
                Discount.total(shop.deliveryDiscounts()),
                OfferResponses.parts(shop.deliveryDiscounts(), language),
                new Days(shop.delivery().daysFrom(), shop.delivery().daysTo()),
                shop.delivery().promisedOn(),
                offers.stream()
                        .map(offer -> way(offer, shop.delivery(), language))
                        .toList(),
                dear(shop),
                shop.total());
    }

    private static Way way(DeliveryRates.Offer offer, DeliveryRate chosen, Language language) {
        var rate = offer.rate();
        return new Way(
                offer.service().code(),
                offer.service().name().in(language),
                offer.service().toCounter(),
                rate.fee(),
                new Days(rate.daysFrom(), rate.daysTo()),
                rate.promisedOn(),
                offer.service().code().equals(chosen.service()));
    }

    /** Whether the way costs so much of what the goods do that one should know it before paying. */
    private static boolean dear(Quote.ShopTerms shop) {
        return shop.delivery().fee().times(100).compareTo(shop.goodsTotal().times(DEAR_PERCENT)) > 0;
    }

    private static Line line(Quote.Line line, Language language) {
        var picture = line.picture();
        return new Line(
                line.variantId(),
                new CartResponses.ListingRef(
                        line.listingId(),
                        line.listingSlug(),
                        line.title().in(language),
                        picture == null ? null : picture.in(language)),
                line.variantName().in(language),
                line.quantity(),
                line.unitPrice(),
                Discount.total(line.discounts()),
                line.total(),
                OfferResponses.parts(line.discounts(), language));
    }

    private MethodResponse method(PaymentChoice choice, Language language) {
        var reason = choice.reason();
        return new MethodResponse(
                choice.method(),
                reason == null,
                reason == null ? null : messages.getMessage(reason, null, language.locale()));
    }

    private @Nullable LineProblem problem(CartLine line, Language language) {
        var problem = carts.problem(line, language);
        return problem == null ? null : new LineProblem(line.variant().variantId(), problem.code(), problem.detail());
    }
}
