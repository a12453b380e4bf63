package vn.ocop.marketplace.territory;

import java.util.List;
import java.util.Optional;

/** The units in force, kept in memory: every question is answered at once and never touches the database. */
public interface Territory {

    /** All provinces, ordered by code. */
    List<Province> provinces();

    Optional<Province> province(String code);

    /** Finds a province by code ("44") or slug ("quang-tri"). */
    Optional<Province> provinceByCodeOrSlug(String codeOrSlug);

    Optional<Commune> commune(String code);

    /** The communes of a province, ordered by name; empty for an unknown province. */
    List<Commune> communesOf(String provinceCode);

    /** Every name a place goes by or went by before July 2025. */
    List<NamedPlace> namedPlaces();

    /** How far apart two provinces are for the post. Unknown provinces are far. */
    Nearness between(String provinceCode, String otherProvinceCode);
}
