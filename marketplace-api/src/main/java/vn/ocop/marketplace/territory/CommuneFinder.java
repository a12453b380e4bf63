package vn.ocop.marketplace.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/**
 * Finds communes by what people type: with or without marks, the beginning of words, today's name or a former one with
 * its district and province.
 */
final class CommuneFinder {

    private static final int LONGEST_QUERY = 100;

    private static final Map<String, String> SHORT_FORMS =
            Map.of("tp", "thanh pho", "tx", "thi xa", "tt", "thi tran", "dk", "dac khu");

    private static final List<String> KINDS =
            List.of("xa ", "phuong ", "dac khu ", "thi tran ", "huyen ", "quan ", "thi xa ", "thanh pho ");

    private final List<Place> places;

    private CommuneFinder(List<Place> places) {
        this.places = places;
    }

    /**
     * A name a commune is found by.
     *
     * @param exact the name in lower case with its marks
     * @param name the name folded
     * @param words everything that may be typed, each word after a space
     */
    private record Place(CommuneMatch match, String exact, String name, String words) {}

    private record Ranked(CommuneMatch match, int rank) {}

    static CommuneFinder of(Map<String, Commune> communes, List<FormerUnit> formerUnits) {
        var places = new ArrayList<Place>(communes.size() + formerUnits.size());
        for (Commune commune : communes.values()) {
            var all = commune.kind()
                    + ' '
                    + commune.name()
                    + ' '
                    + commune.province().kind()
                    + ' '
                    + commune.province().name();
            places.add(place(new CommuneMatch(commune, null, false), commune.name(), all));
        }
        for (FormerUnit former : formerUnits) {
            var commune = communes.get(former.communeCode());
            if (commune != null) {
                var all = former.name() + ' ' + former.district() + ' ' + former.province();
                var name = former.name().isEmpty() ? former.district() : former.name();
                places.add(place(new CommuneMatch(commune, former.spoken(), former.divided()), withoutKind(name), all));
            }
        }
        return new CommuneFinder(List.copyOf(places));
    }

    private static Place place(CommuneMatch match, String name, String all) {
        var folded = VietnameseText.fold(all);
        var unmarked = VietnameseText.unmarked(all);
        return new Place(
                match,
                VietnameseText.exact(name),
                VietnameseText.fold(name),
                ' ' + (folded.equals(unmarked) ? folded : folded + ' ' + unmarked));
    }

    private static String withoutKind(String name) {
        var folded = VietnameseText.unmarked(name) + ' ';
        for (String kind : KINDS) {
            if (folded.startsWith(kind)) {
                // Folding keeps the number of characters of these words.
                return name.substring(Math.min(kind.length(), name.length()));
            }
        }
        return name;
    }

    /** The best matches first, each commune once, by its present name if that matches. */
    List<CommuneMatch> find(String typed, @Nullable Province within, int limit) {
        var query = Query.of(VietnameseText.nfc(typed.substring(0, Math.min(LONGEST_QUERY, typed.length()))));
        if (query.tokens().isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Ranked>();
        for (Place place : places) {
            if ((within == null || place.match().commune().province().equals(within)) && query.matches(place.words())) {
                found.add(new Ranked(place.match(), query.rank(place)));
            }
        }
        found.sort(Comparator.comparingInt(Ranked::rank));
        var best = new LinkedHashMap<String, CommuneMatch>();
        for (Ranked ranked : found) {
            if (best.size() == limit) {
                break;
            }
            best.putIfAbsent(ranked.match().commune().code(), ranked.match());
        }
        return List.copyOf(best.values());
    }

    /** What was typed, prepared once for all comparisons. */
    private record Query(String exact, String folded, List<Token> tokens) {

        /** The beginning of a word, after its space. */
        private record Token(String unmarked, String folded) {}

        static Query of(String typed) {
            var words = VietnameseText.unmarked(typed);
            var tokens = new ArrayList<Token>();
            for (String word : words.split(" ")) {
                for (String part : SHORT_FORMS.getOrDefault(word, word).split(" ")) {
                    if (!part.isEmpty()) {
                        tokens.add(new Token(' ' + part, ' ' + VietnameseText.fold(part)));
                    }
                }
            }
            var name = withoutKind(typed.strip());
            return new Query(VietnameseText.exact(name), VietnameseText.fold(name), tokens);
        }

        boolean matches(String words) {
            for (Token token : tokens) {
                if (!words.contains(token.unmarked()) && !words.contains(token.folded())) {
                    return false;
                }
            }
            return true;
        }

        /** Same marks before other marks, whole names before beginnings, today's names before former ones. */
        int rank(Place place) {
            int rank = 4;
            if (place.exact().equals(exact)) {
                rank = 0;
            } else if (place.name().equals(folded)) {
                rank = 1;
            } else if (place.exact().startsWith(exact)) {
                rank = 2;
            } else if (place.name().startsWith(folded)) {
                rank = 3;
            }
            return 2 * rank + (place.match().formerly() == null ? 0 : 1);
        }
    }
}
