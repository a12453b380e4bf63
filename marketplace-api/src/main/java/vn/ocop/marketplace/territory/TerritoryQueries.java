package vn.ocop.marketplace.territory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.platform.LocalizedText;

/** What pages about places show: former names, floors, and the search for a commune. */
@Component
public class TerritoryQueries {

    private final TerritoryInMemory territory;

    TerritoryQueries(TerritoryInMemory territory) {
        this.territory = territory;
    }

    /** The other names under which people know what is now this province. */
    public List<String> formerNames(Province province) {
        return territory.units().formerNames().getOrDefault(province.code(), List.of());
    }

    /** The province's floor; a plain one until the province has written its own. */
    public Floor floor(Province province) {
        var floor = territory.units().floors().get(province.code());
        if (floor != null) {
            return floor;
        }
        return plain(province);
    }

    static Floor plain(Province province) {
        var name = new LocalizedText(province.name(), province.name());
        return new Floor(province.code(), name, new LocalizedText("", ""), null, null, List.of(), List.of());
    }

    /** The province whose floor answers at that host name. */
    public Optional<Province> provinceAt(String host) {
        var floor = territory.units().floorsByHost().get(host.toLowerCase(Locale.ROOT));
        return floor == null ? Optional.empty() : territory.province(floor.provinceCode());
    }

    public List<CommuneMatch> findCommunes(String typed, @Nullable Province within, int limit) {
        return territory.units().finder().find(typed, within, limit);
    }
}
