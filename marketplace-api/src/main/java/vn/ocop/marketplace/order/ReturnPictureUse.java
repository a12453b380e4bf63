package vn.ocop.marketplace.order;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.media.PictureUse;
import vn.ocop.marketplace.platform.Rows;

/** Pictures that prove something in a return. */
@Component
class ReturnPictureUse implements PictureUse {

    private final DatabaseClient database;

    ReturnPictureUse(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Set<UUID>> used(Collection<UUID> pictures) {
        return database.sql("select picture_id from orders.return_photos where picture_id = any(:ids)")
                .bind("ids", pictures.toArray(UUID[]::new))
                .map(row -> Rows.get(row, "picture_id", UUID.class))
                .all()
                .collect(Collectors.toSet());
    }
}
