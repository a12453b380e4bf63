package vn.ocop.marketplace.territory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.ocop.marketplace.territory.NamedPlace.Kind;

/** Collects the names of all places of today and before. */
final class PlaceNaming {

    private static final List<String> KINDS = List.of(
            "đặc khu ", "thị trấn ", "thành phố ", "thị xã ", "huyện đảo ", "huyện ", "quận ", "phường ", "xã ");

    private PlaceNaming() {}

    private record Key(Kind kind, String name, String within) {}

    static List<NamedPlace> of(
            Map<String, Province> provinces, Map<String, Commune> communes, List<FormerUnit> formerUnits) {
        var covered = new LinkedHashMap<Key, Set<String>>();
        var codes = new LinkedHashMap<Key, String>();
        for (var province : provinces.values()) {
            codes.put(new Key(Kind.PROVINCE, province.name(), province.name()), province.code());
        }
        for (var commune : communes.values()) {
            var province = commune.province().name();
            cover(covered, new Key(Kind.PROVINCE, province, province), commune.code());
            cover(covered, new Key(Kind.COMMUNE, commune.name(), province), commune.code());
        }
        for (var former : formerUnits) {
            var province = former.province();
            cover(covered, new Key(Kind.FORMER_PROVINCE, province, province), former.communeCode());
            cover(
                    covered,
                    new Key(Kind.FORMER_DISTRICT, withoutKind(former.district()), province),
                    former.communeCode());
            if (!former.name().isEmpty()) {
                cover(
                        covered,
                        new Key(Kind.FORMER_COMMUNE, withoutKind(former.name()), province),
                        former.communeCode());
            }
        }
        var places = new ArrayList<NamedPlace>(covered.size());
        covered.forEach((key, within) ->
                places.add(new NamedPlace(key.name(), key.kind(), key.within(), within, codes.get(key))));
        return List.copyOf(places);
    }

    private static void cover(Map<Key, Set<String>> covered, Key key, String commune) {
        covered.computeIfAbsent(key, place -> new HashSet<>(2)).add(commune);
    }

    private static String withoutKind(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return KINDS.stream()
                .filter(lower::startsWith)
                .findFirst()
                .map(kind -> name.substring(kind.length()))
                .orElse(name);
    }
}
