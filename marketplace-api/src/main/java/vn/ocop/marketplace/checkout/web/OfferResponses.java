package vn.ocop.marketplace.checkout.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.payment.campaign.Discount;
import vn.ocop.marketplace.payment.campaign.Offer;
import vn.ocop.marketplace.payment.campaign.Priced;
import vn.ocop.marketplace.payment.campaign.Reason;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

/** Offers on a cart or quote, in the reader's words. */
@Component
class OfferResponses {

    private final MessageSource messages;

    OfferResponses(MessageSource messages) {
        this.messages = messages;
    }

    record OfferPart(UUID offerId, String code, String name, Vnd amount) {}

    record AppliedOffer(
            UUID offerId,
            String code,
            String name,
            Offer.Layer layer,
            String organiser,
            @Nullable String voucher,
            Vnd amount) {}

    record OtherOffer(
            UUID offerId,
            String code,
            String name,
            @Nullable String voucher,
            Reason reason,
            String detail,
            Vnd missing) {}

    record Offers(Vnd saved, List<AppliedOffer> applied, List<OtherOffer> notApplied) {}

    static List<OfferPart> parts(List<Discount> discounts, Language language) {
        return discounts.stream()
                .map(discount -> new OfferPart(
                        discount.offer(), discount.code(), discount.name().in(language), discount.amount()))
                .toList();
    }

    Offers offers(Priced priced, Language language) {
        return new Offers(
                priced.total(),
                priced.applied().stream().map(one -> applied(one, language)).toList(),
                priced.notApplied().stream().map(one -> other(one, language)).toList());
    }

    private static AppliedOffer applied(Priced.Applied one, Language language) {
        var offer = one.offer();
        return new AppliedOffer(
                offer.id(),
                offer.code(),
                offer.name().in(language),
                offer.layer(),
                offer.origin().organiser(),
                offer.voucher(),
                one.amount());
    }

    private OtherOffer other(Priced.NotApplied one, Language language) {
        var offer = one.offer();
        return new OtherOffer(
                offer.id(),
                offer.code(),
                offer.name().in(language),
                offer.voucher(),
                one.reason(),
                messages.getMessage(
                        one.reason().key(), new Object[] {one.missing().dong()}, language.locale()),
                one.missing());
    }
}
