package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.search.UnderstoodText.Whereabouts;
import vn.ocop.marketplace.territory.NamedPlace;
import vn.ocop.marketplace.territory.NamedPlace.Kind;

/** Recognises names of places, of today and of before July 2025, in a row of words. */
final class PlacePhrases {

    static final PlacePhrases NONE = new PlacePhrases(List.of());
    static final int LONGEST = 4;

    private final Map<String, List<Named>> byPlain = new HashMap<>();

    /** A place by its name, spelled. */
    private record Named(List<Word> words, NamedPlace place) {}

    PlacePhrases(Collection<NamedPlace> places) {
        for (var place : places) {
            var words = Word.of(place.name());
            boolean large = place.province() != null;
            if (words.size() <= LONGEST && (words.size() > 1 || large)) {
                byPlain.computeIfAbsent(plain(words), name -> new ArrayList<>(1))
                        .add(new Named(words, place));
            }
        }
    }

    /** The place these words name; absent when they name none. */
    @Nullable Whereabouts of(List<Word> words) {
        var named = byPlain.getOrDefault(plain(words), List.of()).stream()
                .filter(name -> spelledSo(words, name.words()))
                .map(Named::place)
                .toList();
        return named.isEmpty() ? null : whereabouts(named);
    }

    boolean isName(String plain) {
        return byPlain.containsKey(plain);
    }

    /** Words with marks must have the right ones. */
    private static boolean spelledSo(List<Word> typed, List<Word> name) {
        for (int i = 0; i < typed.size(); i++) {
            if (typed.get(i).marked()
                    && !typed.get(i).exact().equals(name.get(i).exact())) {
                return false;
            }
        }
        return true;
    }

    /** Who names a province means it and not the communes of other provinces that happen to be called the same. */
    private static Whereabouts whereabouts(List<NamedPlace> named) {
        var byKind = new LinkedHashMap<Kind, Set<String>>();
        String province = null;
        for (var place : named) {
            byKind.computeIfAbsent(place.kind(), kind -> new HashSet<>()).addAll(place.communes());
            province = place.province() == null ? province : place.province();
        }
        var name = named.getFirst().name();
        var former = byKind.get(Kind.FORMER_PROVINCE);
        if (province != null || former != null) {
            return new Whereabouts(name, former == null ? Set.of() : former, Set.of(), province);
        }
        var today = byKind.get(Kind.COMMUNE);
        var before = new HashSet<>(byKind.getOrDefault(Kind.FORMER_DISTRICT, Set.of()));
        before.addAll(byKind.getOrDefault(Kind.FORMER_COMMUNE, Set.of()));
        return today == null
                ? new Whereabouts(name, before, Set.of(), null)
                : new Whereabouts(name, today, before, null);
    }

    private static String plain(List<Word> words) {
        return String.join(" ", words.stream().map(Word::plain).toList());
    }
}
