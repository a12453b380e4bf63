package vn.ocop.marketplace.media;

import org.springframework.core.io.Resource;
import reactor.core.publisher.Mono;

/** Where the files of pictures lie: a directory here, object storage elsewhere. */
public interface PictureStore {

    /** The file of a picture at a width; empty if there is none. Both parts have been checked for their form. */
    Mono<Resource> find(String hash, int width);
}
