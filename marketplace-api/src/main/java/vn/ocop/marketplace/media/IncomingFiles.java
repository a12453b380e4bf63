package vn.ocop.marketplace.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps files for a while that are to be worked on later, under names that nobody is served. Who keeps one notes its
 * name first and removes it afterwards.
 */
@Service
public class IncomingFiles {

    private static final String TYPE = "application/octet-stream";

    private final ObjectStore store;

    IncomingFiles(ObjectStore store) {
        this.store = store;
    }

    private static String object(String name) {
        return "incoming-" + name;
    }

    public Mono<Void> keep(String name, byte[] bytes) {
        return store.save(object(name), TYPE, bytes);
    }

    /** Empty when it is there no more. */
    public Mono<byte[]> read(String name) {
        return store.find(object(name)).publishOn(Schedulers.boundedElastic()).map(IncomingFiles::bytes);
    }

    private static byte[] bytes(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Mono<Void> remove(String name) {
        return store.remove(object(name));
    }
}
