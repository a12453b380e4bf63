package vn.ocop.marketplace.media;

import org.springframework.core.io.Resource;
import reactor.core.publisher.Mono;

/**
 * Where files lie: a directory here, object storage elsewhere. Names are made by this module, never by who uploads, and
 * a name is written once: its bytes never change.
 */
interface ObjectStore {

    /** Empty if there is none. */
    Mono<Resource> find(String name);

    /** A reader sees the whole object or none. */
    Mono<Void> save(String name, String contentType, byte[] bytes);

    /** Removing what is not there is no failure. */
    Mono<Void> remove(String name);
}
