package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.search.Suggestions.PlaceSuggestion;
import vn.ocop.marketplace.territory.Territory;

/** The names of provinces and communes in force. */
@Component
class PlaceNames {

    private final Territory territory;
    private volatile @Nullable Names names;

    PlaceNames(Territory territory) {
        this.territory = territory;
    }

    private record Place(String name, String shown, String slug, String code) {}

    private record Names(int provinces, FoldedNames<Place> ofProvinces, FoldedNames<Place> ofCommunes) {}

    List<PlaceSuggestion> startingWith(List<Word> words, int limit) {
        var current = names();
        var found = new ArrayList<>(current.ofProvinces().startingWith(words, limit));
        found.addAll(current.ofCommunes().startingWith(words, limit - found.size()));
        return found.stream()
                .map(place -> new PlaceSuggestion(
                        place.shown(), place.slug(), place.code(), Highlight.of(place.shown(), words)))
                .toList();
    }

    /** Made when first asked for, because the territory is read after this component is made. */
    private Names names() {
        var made = names;
        if (made == null || made.provinces() != territory.provinces().size()) {
            made = make();
            names = made;
        }
        return made;
    }

    private Names make() {
        var provinces = territory.provinces();
        var communes = new ArrayList<Place>();
        for (var province : provinces) {
            for (var commune : territory.communesOf(province.code())) {
                communes.add(new Place(
                        commune.name(), commune.name() + ", " + province.name(), province.slug(), commune.code()));
            }
        }
        return new Names(
                provinces.size(),
                new FoldedNames<>(
                        provinces.stream()
                                .map(province ->
                                        new Place(province.name(), province.name(), province.slug(), province.code()))
                                .toList(),
                        Place::name),
                new FoldedNames<>(communes, Place::shown));
    }
}
