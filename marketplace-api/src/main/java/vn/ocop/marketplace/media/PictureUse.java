package vn.ocop.marketplace.media;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Says which pictures are still shown somewhere; answered by every module that shows pictures. */
public interface PictureUse {

    /** Those of the pictures that are in use. */
    Mono<Set<UUID>> used(Collection<UUID> pictures);
}
