package vn.ocop.marketplace.territory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ReferenceData;

/** Keeps the units in force today; first of all, because other reference data names places. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@Component
class TerritoryInMemory implements Territory, ReferenceData {

    private final TerritoryRepository repository;
    private final Clock clock;
    private volatile Units units = Units.NONE;

    TerritoryInMemory(TerritoryRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public Mono<Void> load() {
        var today = BusinessTime.today(clock);
        return Mono.zip(
                        repository.provinces(today).collectList(),
                        repository.communes(today).collectList(),
                        repository.formerProvinces().collectList(),
                        repository.formerCommunes().collectList(),
                        repository.floors().collectList())
                .doOnNext(
                        read -> units = Units.of(read.getT1(), read.getT2(), read.getT3(), read.getT4(), read.getT5()))
                .then();
    }

    Units units() {
        return units;
    }

    @Override
    public List<Province> provinces() {
        return List.copyOf(units.provinces().values());
    }

    @Override
    public Optional<Province> province(String code) {
        return Optional.ofNullable(units.provinces().get(code));
    }

    @Override
    public Optional<Province> provinceByCodeOrSlug(String codeOrSlug) {
        return province(codeOrSlug)
                .or(() -> Optional.ofNullable(units.provincesBySlug().get(codeOrSlug)));
    }

    @Override
    public Optional<Commune> commune(String code) {
        return Optional.ofNullable(units.communes().get(code));
    }

    @Override
    public List<Commune> communesOf(String provinceCode) {
        return units.communesOf().getOrDefault(provinceCode, List.of());
    }

    @Override
    public List<NamedPlace> namedPlaces() {
        return units.namedPlaces();
    }

    @Override
    public Nearness between(String provinceCode, String otherProvinceCode) {
        var one = units.provinces().get(provinceCode);
        var other = units.provinces().get(otherProvinceCode);
        if (one == null || other == null) {
            return Nearness.FAR;
        }
        if (one.equals(other)) {
            return Nearness.SAME_PROVINCE;
        }
        return one.region().equals(other.region()) ? Nearness.SAME_REGION : Nearness.FAR;
    }
}
