package vn.ocop.marketplace.listing.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.listing.ListingPage;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.CommuneUnit;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;
import vn.ocop.marketplace.territory.Unit;

/** Puts a listing's page into the reader's language, with the names of its places and categories. */
@Component
class ListingResponses {

    private final Territory territory;
    private final Categories categories;
    private final MessageSource messages;
    private final Clock clock;

    ListingResponses(Territory territory, Categories categories, MessageSource messages, Clock clock) {
        this.territory = territory;
        this.categories = categories;
        this.messages = messages;
        this.clock = clock;
    }

    /** Revision first, so that an editor may send the whole tag back; then all that moves without a new revision. */
    String tag(ListingPage page, Language language) {
        var day = BusinessTime.today(clock).toEpochDay();
        return "\"%d-%d-%s-%x\"".formatted(page.revision(), day, language.tag(), page.stockMark());
    }

    ListingResponse response(ListingPage page, Language language) {
        var today = BusinessTime.today(clock);
        return new ListingResponse(
                page.id(),
                page.slug(),
                page.revision(),
                page.status(),
                page.title().in(language),
                page.description().in(language),
                page.demo(),
                seller(page.shop(), language),
                category(page.categoryCode(), language),
                certificate(page.certificate()),
                province(page.provinceCode()),
                commune(page.communeCode()),
                page.pictures().stream().map(picture -> picture.in(language)).toList(),
                attributes(page, language),
                page.variants().stream()
                        .map(variant -> variant(variant, language))
                        .toList(),
                categories.ageRestricted(page.categoryCode(), today),
                categories.cashOnDelivery(page.categoryCode(), today),
                page.soldCount());
    }

    private ListingResponse.Seller seller(ListingPage.Seller shop, Language language) {
        return new ListingResponse.Seller(
                shop.id(),
                shop.slug(),
                shop.name(),
                shop.legalKind(),
                province(shop.provinceCode()),
                commune(shop.communeCode()),
                shop.story().in(language),
                shop.demo(),
                shop.holiday());
    }

    private ListingResponse.CategoryWithPath category(String code, Language language) {
        var path =
                categories.path(code).stream().map(step -> name(step, language)).toList();
        var own = path.isEmpty() ? new ListingResponse.CategoryName(code, code, code) : path.getLast();
        return new ListingResponse.CategoryWithPath(own.code(), own.name(), own.slug(), path);
    }

    private static ListingResponse.CategoryName name(Category category, Language language) {
        return new ListingResponse.CategoryName(category.code(), category.name().in(language), category.slug());
    }

    private static ListingResponse.@Nullable Certificate certificate(ListingPage.@Nullable Certificate proof) {
        return proof == null
                ? null
                : new ListingResponse.Certificate(
                        proof.id(),
                        proof.stars(),
                        proof.number(),
                        proof.decisionNo(),
                        proof.issuer(),
                        proof.issuedOn(),
                        proof.validTo());
    }

    private List<ListingResponse.Attribute> attributes(ListingPage page, Language language) {
        return page.attributes().entrySet().stream()
                .map(attribute -> new ListingResponse.Attribute(
                        attribute.getKey(),
                        String.valueOf(messages.getMessage(
                                "listing.attribute." + attribute.getKey(),
                                null,
                                attribute.getKey(),
                                language.locale())),
                        attribute.getValue().in(language)))
                .toList();
    }

    private static ListingResponse.Variant variant(ListingPage.Variant variant, Language language) {
        return new ListingResponse.Variant(
                variant.id(), variant.name().in(language), variant.price(), variant.available(), variant.weightGrams());
    }

    private @Nullable Unit province(String code) {
        return territory.province(code).map(Province::unit).orElse(null);
    }

    private @Nullable CommuneUnit commune(String code) {
        return territory.commune(code).map(Commune::unit).orElse(null);
    }
}
