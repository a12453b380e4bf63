package vn.ocop.marketplace.payment.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.campaign.MyOffers;
import vn.ocop.marketplace.payment.campaign.Offer;
import vn.ocop.marketplace.payment.campaign.OfferQueries;
import vn.ocop.marketplace.payment.campaign.Promotions;
import vn.ocop.marketplace.payment.campaign.Reason;
import vn.ocop.marketplace.payment.campaign.Shopper;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PublicReads;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Territory;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Offers")
class MyOfferController {

    private final MyOffers mine;
    private final OfferQueries offers;
    private final Territory territory;
    private final MessageSource messages;

    MyOfferController(MyOffers mine, OfferQueries offers, Territory territory, MessageSource messages) {
        this.mine = mine;
        this.offers = offers;
        this.territory = territory;
        this.messages = messages;
    }

    record JudgedOffer(
            UUID offerId,
            String code,
            String name,
            Offer.Kind kind,
            Offer.Audience.People audience,
            @Nullable String voucher,
            boolean kept,
            Instant endsAt,
            boolean mine,
            @Nullable Reason reason,
            @Nullable String detail) {}

    record JudgedOffers(List<JudgedOffer> items) {}

    record VariantPrice(UUID variantId, Vnd before, Vnd price) {}

    record OfferOfListing(
            UUID offerId,
            String code,
            String name,
            Offer.Kind kind,
            Offer.Audience.People audience,
            Instant endsAt,
            boolean applies,
            @Nullable String detail) {}

    record ListingOffers(List<VariantPrice> prices, List<OfferOfListing> offers) {}

    @GetMapping("/me/offers")
    @Operation(summary = "Offers that run or begin within a day: which are the bearer's, and why others are not")
    Mono<JudgedOffers> mine(
            @RequestParam(required = false) @Nullable @Size(max = 10) String communeCode,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return mine.judged(caller, new Promotions.Wish(place(communeCode), null))
                .map(judged -> new JudgedOffers(
                        judged.stream().map(one -> shown(one, language)).toList()));
    }

    private Shopper.Place place(@Nullable String communeCode) {
        return communeCode == null
                ? Shopper.Place.UNKNOWN
                : territory
                        .commune(communeCode)
                        .map(commune -> new Shopper.Place(commune.province().code(), commune.code()))
                        .orElse(Shopper.Place.UNKNOWN);
    }

    private JudgedOffer shown(MyOffers.Judged one, Language language) {
        var offer = one.offer();
        var reason = one.reason();
        return new JudgedOffer(
                offer.id(),
                offer.code(),
                offer.name().in(language),
                offer.kind(),
                offer.audience().people(),
                offer.voucher(),
                one.kept(),
                offer.window().endsAt(),
                reason == null,
                reason,
                reason == null ? null : words(reason, Vnd.ZERO, language));
    }

    private String words(Reason reason, Vnd missing, Language language) {
        return messages.getMessage(reason.key(), new Object[] {missing.dong()}, language.locale());
    }

    record KeptVoucher(UUID offerId, String code, String name, String voucher) {}

    @PutMapping("/me/vouchers/{voucher}")
    @Operation(summary = "Keep the code of an offer; carts and quotes consider it from now on")
    Mono<KeptVoucher> keep(
            @PathVariable @Size(max = 24) String voucher, @AuthenticationPrincipal Caller caller, Language language) {
        return mine.keep(voucher, caller)
                .map(offer -> new KeptVoucher(
                        offer.id(), offer.code(), offer.name().in(language), String.valueOf(offer.voucher())));
    }

    @DeleteMapping("/me/vouchers/{offerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep a code no more")
    Mono<Void> drop(@PathVariable UUID offerId, @AuthenticationPrincipal Caller caller) {
        return mine.drop(offerId, caller);
    }

    @GetMapping("/listings/{listingId}/offers")
    @Operation(summary = "What one piece of each choice costs anybody right now, and the offers that could count")
    Mono<ResponseEntity<ListingOffers>> ofListing(@PathVariable UUID listingId, Language language) {
        return offers.ofListing(listingId).map(shown -> PublicReads.live(listing(shown, language)));
    }

    private ListingOffers listing(OfferQueries.Shown shown, Language language) {
        var applied = shown.priced().applied().stream()
                .map(one -> ofListing(one.offer(), true, null, language))
                .toList();
        var others = shown.priced().notApplied().stream()
                .map(one -> ofListing(one.offer(), false, words(one.reason(), one.missing(), language), language))
                .toList();
        return new ListingOffers(
                shown.prices().stream()
                        .map(price -> new VariantPrice(price.variant().variantId(), price.before(), price.now()))
                        .toList(),
                Stream.concat(applied.stream(), others.stream()).toList());
    }

    private static OfferOfListing ofListing(Offer offer, boolean applies, @Nullable String detail, Language language) {
        return new OfferOfListing(
                offer.id(),
                offer.code(),
                offer.name().in(language),
                offer.kind(),
                offer.audience().people(),
                offer.window().endsAt(),
                applies,
                detail);
    }
}
