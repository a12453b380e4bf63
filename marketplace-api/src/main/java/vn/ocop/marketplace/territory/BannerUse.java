package vn.ocop.marketplace.territory;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.media.PictureUse;
import vn.ocop.marketplace.platform.Rows;

/** Pictures across the heads of floors. */
@Component
class BannerUse implements PictureUse {

    private final DatabaseClient database;

    BannerUse(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Set<UUID>> used(Collection<UUID> pictures) {
        return database.sql("select banner_id from territory.floors where banner_id = any(:ids)")
                .bind("ids", pictures.toArray(UUID[]::new))
                .map(row -> Rows.get(row, "banner_id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }
}
