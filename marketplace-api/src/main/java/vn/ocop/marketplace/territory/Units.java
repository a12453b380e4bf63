package vn.ocop.marketplace.territory;

import java.text.Collator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Everything about the units in force at one moment, ready to be asked. Immutable. */
record Units(
        Map<String, Province> provinces,
        Map<String, Province> provincesBySlug,
        Map<String, Commune> communes,
        Map<String, List<Commune>> communesOf,
        Map<String, List<String>> formerNames,
        Map<String, Floor> floors,
        Map<String, Floor> floorsByHost,
        CommuneFinder finder,
        List<NamedPlace> namedPlaces) {

    static final Units NONE = of(List.of(), List.of(), List.of(), List.of(), List.of());

    static Units of(
            List<Province> provinces,
            List<TerritoryRepository.CommuneRow> communeRows,
            List<TerritoryRepository.FormerProvince> formerProvinces,
            List<FormerUnit> formerUnits,
            List<Floor> floors) {
        var byCode = new LinkedHashMap<String, Province>();
        provinces.forEach(province -> byCode.put(province.code(), province));
        var communes = communes(communeRows, byCode);
        var hosts = new HashMap<String, Floor>();
        floors.forEach(floor -> floor.hosts().forEach(host -> hosts.put(host, floor)));
        return new Units(
                byCode,
                bySlug(byCode, formerProvinces),
                communes,
                byProvince(communes),
                formerNames(byCode, formerProvinces),
                floors.stream().collect(Collectors.toMap(Floor::provinceCode, floor -> floor)),
                hosts,
                CommuneFinder.of(communes, formerUnits),
                PlaceNaming.of(byCode, communes, formerUnits));
    }

    private static Map<String, Commune> communes(
            List<TerritoryRepository.CommuneRow> rows, Map<String, Province> provinces) {
        var communes = new LinkedHashMap<String, Commune>();
        for (var row : rows) {
            var province = provinces.get(row.provinceCode());
            if (province != null) {
                communes.put(row.code(), new Commune(row.code(), row.name(), row.kind(), province));
            }
        }
        return communes;
    }

    private static Map<String, List<Commune>> byProvince(Map<String, Commune> communes) {
        var order = Collator.getInstance(Locale.of("vi"));
        return communes.values().stream()
                .sorted((one, other) -> order.compare(one.name(), other.name()))
                .collect(Collectors.groupingBy(commune -> commune.province().code()));
    }

    /** A former province's slug leads to the province it became part of, unless one of today's has it. */
    private static Map<String, Province> bySlug(
            Map<String, Province> provinces, List<TerritoryRepository.FormerProvince> formerProvinces) {
        var bySlug = new HashMap<String, Province>();
        for (var former : formerProvinces) {
            var today = provinces.get(former.provinceCode());
            if (today != null) {
                bySlug.put(VietnameseText.slug(former.name()), today);
            }
        }
        provinces.values().forEach(province -> bySlug.put(province.slug(), province));
        return bySlug;
    }

    private static Map<String, List<String>> formerNames(
            Map<String, Province> provinces, List<TerritoryRepository.FormerProvince> formerProvinces) {
        return formerProvinces.stream()
                .filter(former -> {
                    var today = provinces.get(former.provinceCode());
                    return today != null && !today.name().equals(former.name());
                })
                .collect(Collectors.groupingBy(
                        TerritoryRepository.FormerProvince::provinceCode,
                        Collectors.mapping(TerritoryRepository.FormerProvince::name, Collectors.toList())));
    }
}
