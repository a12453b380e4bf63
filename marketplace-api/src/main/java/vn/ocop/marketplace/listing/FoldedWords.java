package vn.ocop.marketplace.listing;

import java.util.StringJoiner;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.territory.Territory;

/** The words by which the database's own plain search finds a listing. */
@Component
class FoldedWords {

    private final Categories categories;
    private final Territory territory;

    FoldedWords(Categories categories, Territory territory) {
        this.categories = categories;
        this.territory = territory;
    }

    String of(LocalizedText title, String categoryCode, Shop shop) {
        var words = new StringJoiner(" ");
        words.add(title.vi()).add(title.en()).add(shop.name());
        categories
                .path(categoryCode)
                .forEach(step -> words.add(step.name().vi()).add(step.name().en()));
        territory
                .commune(shop.communeCode())
                .ifPresent(commune ->
                        words.add(commune.name()).add(commune.province().name()));
        return VietnameseText.fold(words.toString());
    }
}
