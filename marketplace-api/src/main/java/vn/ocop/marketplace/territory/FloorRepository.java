package vn.ocop.marketplace.territory;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Rows;

/** SQL on floors as they are edited. */
@Repository
class FloorRepository {

    private final DatabaseClient database;

    FloorRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<EditFloor.EditedFloor> find(String province) {
        return database.sql("""
                select f.*, p.hash, p.width, p.height, p.widths, p.preview,
                       array(select h.host
                                    from territory.floor_hosts h
                                   where h.province_code = f.province_code
                                   order by length(h.host)) as hosts
                  from territory.floors f
                  left join media.published_pictures p on p.id = f.banner_id
                 where f.province_code = :province
                """)
                .bind("province", province)
                .map(FloorRepository::edited)
                .one();
    }

    /** False if the floor has moved on since the version was seen. */
    Mono<Boolean> save(Floor floor, @Nullable UUID banner, long version) {
        var brand = floor.brand();
        return database.sql("""
                insert into territory.floors
                       (province_code, headline_vi, headline_en, intro_vi, intro_en, leaf, lacquer, portals, banner_id,
                        version)
                values (:province, :headlineVi, :headlineEn, :introVi, :introEn, :leaf, :lacquer, :portals, :banner, 1)
                on conflict (province_code) do update
                   set headline_vi = excluded.headline_vi, headline_en = excluded.headline_en,
                       intro_vi = excluded.intro_vi, intro_en = excluded.intro_en, leaf = excluded.leaf,
                       lacquer = excluded.lacquer, portals = excluded.portals, banner_id = excluded.banner_id,
                       version = floors.version + 1
                 where floors.version = :version
                """)
                .bind("province", floor.provinceCode())
                .bind("headlineVi", floor.headline().vi())
                .bind("headlineEn", floor.headline().en())
                .bind("introVi", floor.intro().vi())
                .bind("introEn", floor.intro().en())
                .bind("leaf", Parameter.fromOrEmpty(brand == null ? null : brand.leaf(), String.class))
                .bind("lacquer", Parameter.fromOrEmpty(brand == null ? null : brand.lacquer(), String.class))
                .bind("portals", floor.portals().toArray(String[]::new))
                .bind("banner", orNull(banner, UUID.class))
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> replaceHosts(String province, List<String> hosts) {
        return database.sql("delete from territory.floor_hosts where province_code = :province")
                .bind("province", province)
                .then()
                .then(database.sql("""
                        insert into territory.floor_hosts (host, province_code)
                        select distinct host, :province from unnest(:hosts::text[]) as h (host)
                        """)
                        .bind("province", province)
                        .bind("hosts", hosts.toArray(String[]::new))
                        .then());
    }

    /** Whether there is such a picture to be shown. */
    Mono<Boolean> isPicture(UUID id) {
        return database.sql("select exists (select from media.published_pictures where id = :id) as known")
                .bind("id", id)
                .map(row -> Rows.get(row, "known", Boolean.class))
                .one();
    }

    private static EditFloor.EditedFloor edited(Readable row) {
        return new EditFloor.EditedFloor(
                new Floor(
                        text(row, "province_code"),
                        new LocalizedText(text(row, "headline_vi"), text(row, "headline_en")),
                        new LocalizedText(text(row, "intro_vi"), text(row, "intro_en")),
                        brand(row),
                        row.get("hash", String.class) == null ? null : TerritoryRepository.banner(row),
                        List.copyOf(Arrays.asList(Rows.get(row, "hosts", String[].class))),
                        List.copyOf(Arrays.asList(Rows.get(row, "portals", String[].class)))),
                Rows.get(row, "version", Long.class));
    }

    private static Floor.@Nullable Brand brand(Readable row) {
        var leaf = row.get("leaf", String.class);
        var lacquer = row.get("lacquer", String.class);
        return leaf == null || lacquer == null ? null : new Floor.Brand(leaf, lacquer);
    }

    private static String text(Readable row, String column) {
        return Rows.get(row, column, String.class);
    }
}
