package vn.ocop.marketplace.checkout.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.checkout.Cart;
import vn.ocop.marketplace.checkout.CartLine;
import vn.ocop.marketplace.checkout.CheckoutProblem;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.payment.campaign.Discount;
import vn.ocop.marketplace.payment.campaign.Priced;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;
import vn.ocop.marketplace.territory.Unit;

/** The cart in the reader's language. */
@Component
class CartResponses {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final Territory territory;
    private final MessageSource messages;
    private final OfferResponses offers;

    CartResponses(Territory territory, MessageSource messages, OfferResponses offers) {
        this.territory = territory;
        this.messages = messages;
        this.offers = offers;
    }

    record CartResponse(
            List<ShopPart> shops,
            int itemCount,
            Vnd listTotal,
            Vnd goodsTotal,
            boolean ageRestricted,
            OfferResponses.Offers offers) {}

    record ShopPart(ShopRef shop, List<Line> lines, Vnd goodsTotal) {}

    record ShopRef(
            UUID id, String slug, String name, @Nullable Unit province) {}

    record ListingRef(
            UUID id, String slug, String title, @Nullable Picture picture) {}

    record LineProblem(String code, String detail) {}

    record Line(
            UUID variantId,
            ListingRef listing,
            String variantName,
            int quantity,
            Vnd unitPrice,
            Vnd listTotal,
            Vnd lineTotal,
            List<OfferResponses.OfferPart> offers,
            int available,
            @Nullable LineProblem problem) {}

    CartResponse cart(Cart cart, Priced priced, Language language) {
        return new CartResponse(
                cart.shops().stream().map(shop -> part(shop, priced, language)).toList(),
                cart.itemCount(),
                cart.goodsTotal(),
                cart.goodsTotal().minus(priced.total()),
                cart.ageRestricted(),
                offers.offers(priced, language));
    }

    private ShopPart part(Cart.ShopPart shop, Priced priced, Language language) {
        var lines =
                shop.lines().stream().map(line -> line(line, priced, language)).toList();
        return new ShopPart(
                new ShopRef(shop.shopId(), shop.slug(), shop.name(), province(shop.provinceCode())),
                lines,
                Vnd.sum(lines.stream().map(Line::lineTotal).toList()));
    }

    @Nullable Unit province(String code) {
        return territory.province(code).map(Province::unit).orElse(null);
    }

    private Line line(CartLine line, Priced priced, Language language) {
        var variant = line.variant();
        var discounts = priced.ofLine(variant.variantId());
        var picture = variant.picture();
        return new Line(
                variant.variantId(),
                new ListingRef(
                        variant.listingId(),
                        variant.listingSlug(),
                        variant.title().in(language),
                        picture == null ? null : picture.in(language)),
                variant.variantName().in(language),
                line.quantity(),
                line.unitPrice(),
                line.total(),
                line.total().minus(Discount.total(discounts)),
                OfferResponses.parts(discounts, language),
                variant.stock(),
                problem(line, language));
    }

    @Nullable LineProblem problem(CartLine line, Language language) {
        CheckoutProblem problem = line.problem();
        if (problem == null) {
            return null;
        }
        var variant = line.variant();
        var closedUntil = variant.closedUntil();
        var arguments = new Object[] {
            variant.title().in(language), variant.stock(), closedUntil == null ? "" : DAY.format(closedUntil)
        };
        return new LineProblem(
                problem.code(), messages.getMessage(problem.code() + ".detail", arguments, language.locale()));
    }
}
