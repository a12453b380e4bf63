package vn.ocop.marketplace.territory;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;

/** Reads whole tables: they are small and kept in memory. */
@Repository
class TerritoryRepository {

    private final DatabaseClient database;

    TerritoryRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A commune's row, its province still a code. */
    record CommuneRow(String code, String name, String kind, String provinceCode) {}

    /** One of the 63 provinces before July 2025, and the one it became part of. */
    record FormerProvince(String name, String provinceCode) {}

    Flux<Province> provinces(LocalDate day) {
        return database.sql("""
                select code, name, kind, slug, region
                  from territory.provinces
                 where valid_from <= :day
                   and (valid_to is null or valid_to > :day)
                 order by code
                """)
                .bind("day", day)
                .map(row -> new Province(
                        text(row, "code"),
                        text(row, "name"),
                        text(row, "kind"),
                        text(row, "slug"),
                        text(row, "region")))
                .all();
    }

    Flux<CommuneRow> communes(LocalDate day) {
        return database.sql("""
                select code, name, kind, province_code
                  from territory.communes
                 where valid_from <= :day
                   and (valid_to is null or valid_to > :day)
                 order by code
                """)
                .bind("day", day)
                .map(row -> new CommuneRow(
                        text(row, "code"), text(row, "name"), text(row, "kind"), text(row, "province_code")))
                .all();
    }

    Flux<FormerProvince> formerProvinces() {
        return database.sql("""
                select name, province_code
                  from territory.former_provinces
                 order by name
                """)
                .map(row -> new FormerProvince(text(row, "name"), text(row, "province_code")))
                .all();
    }

    Flux<FormerUnit> formerCommunes() {
        return database.sql("""
                select coalesce(c.name, '') as name, c.district, p.name as province, c.commune_code, c.divided
                  from territory.former_communes c
                  join territory.former_provinces p on p.code = c.former_province_code
                 order by c.id
                """)
                .map(row -> new FormerUnit(
                        text(row, "name"),
                        text(row, "district"),
                        text(row, "province"),
                        text(row, "commune_code"),
                        Rows.get(row, "divided", Boolean.class)))
                .all();
    }

    Flux<Floor> floors() {
        return database.sql("""
                select f.province_code, f.headline_vi, f.headline_en, f.intro_vi, f.intro_en, f.leaf, f.lacquer, f.portals,
                       p.id as banner_id, p.hash, p.width, p.height, p.widths, p.preview,
                       array(select h.host
                               from territory.floor_hosts h
                              where h.province_code = f.province_code
                              order by length(h.host)) as hosts
                  from territory.floors f
                  left join media.published_pictures p on p.id = f.banner_id
                """).map(TerritoryRepository::floor).all();
    }

    static @Nullable LocalizedPicture banner(Readable row) {
        var id = row.get("banner_id", UUID.class);
        return id == null
                ? null
                : new LocalizedPicture(
                        id,
                        text(row, "hash"),
                        List.of(Rows.get(row, "widths", Integer[].class)),
                        Rows.get(row, "width", Integer.class),
                        Rows.get(row, "height", Integer.class),
                        new LocalizedText("", ""),
                        row.get("preview", String.class));
    }

    private static Floor floor(Readable row) {
        var leaf = row.get("leaf", String.class);
        var lacquer = row.get("lacquer", String.class);
        return new Floor(
                text(row, "province_code"),
                new LocalizedText(text(row, "headline_vi"), text(row, "headline_en")),
                new LocalizedText(text(row, "intro_vi"), text(row, "intro_en")),
                leaf == null || lacquer == null ? null : new Floor.Brand(leaf, lacquer),
                banner(row),
                List.copyOf(Arrays.asList(Rows.get(row, "hosts", String[].class))),
                List.copyOf(Arrays.asList(Rows.get(row, "portals", String[].class))));
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
