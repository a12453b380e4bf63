package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.search.Suggestions.Suggestion;

/** The names of the groups of goods, in both languages. */
@Component
class CategoryNames {

    private final Categories categories;
    private volatile @Nullable Names names;

    CategoryNames(Categories categories) {
        this.categories = categories;
    }

    private record Names(List<Category> of, FoldedNames<Category> vietnamese, FoldedNames<Category> english) {}

    List<Suggestion> startingWith(List<Word> words, int limit, Language language) {
        var known = names();
        var found = (language == Language.EN ? known.english() : known.vietnamese()).startingWith(words, limit);
        return found.stream()
                .map(group -> {
                    var name = group.name().in(language);
                    return new Suggestion(name, group.slug(), Highlight.of(name, words));
                })
                .toList();
    }

    /** Made anew when the taxonomy was read anew. */
    private Names names() {
        var sectors = categories.sectors();
        var made = names;
        if (made == null || !made.of().equals(sectors)) {
            var groups = new ArrayList<Category>();
            sectors.forEach(sector -> groups.addAll(sector.children()));
            made = new Names(
                    sectors,
                    new FoldedNames<>(groups, group -> group.name().in(Language.VI)),
                    new FoldedNames<>(groups, group -> group.name().in(Language.EN)));
            names = made;
        }
        return made;
    }
}
