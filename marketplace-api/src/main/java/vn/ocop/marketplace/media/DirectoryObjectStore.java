package vn.ocop.marketplace.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Files in one directory. */
@Component
@ConditionalOnExpression("'${marketplace.media-s3.url:}' == ''")
class DirectoryObjectStore implements ObjectStore {

    private final Path directory;

    DirectoryObjectStore(@Value("${marketplace.media-dir}") Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public Mono<Resource> find(String name) {
        return Mono.fromSupplier(() -> directory.resolve(name))
                .filter(Files::isRegularFile)
                .map(FileSystemResource::new);
    }

    @Override
    public Mono<Void> save(String name, String contentType, byte[] bytes) {
        return Mono.<Void>fromCallable(() -> write(name, bytes)).subscribeOn(Schedulers.boundedElastic());
    }

    @SuppressWarnings("NullAway") // A callable of Void answers null.
    private Void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(directory);
        var draft = Files.createTempFile(directory, ".draft", "");
        Files.write(draft, bytes);
        Files.move(draft, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return null;
    }

    @Override
    public Mono<Void> remove(String name) {
        return Mono.fromCallable(() -> Files.deleteIfExists(directory.resolve(name)))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }
}
