package vn.ocop.marketplace.media;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Pictures as files {@code <hash>-<width>.webp} in one directory. */
@Component
@ConditionalOnExpression("'${marketplace.media-s3.url:}' == ''")
class DirectoryPictureStore implements PictureStore {

    private final Path directory;

    DirectoryPictureStore(@Value("${marketplace.media-dir}") Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public Mono<Resource> find(String hash, int width) {
        return Mono.fromSupplier(() -> directory.resolve(hash + '-' + width + ".webp"))
                .filter(Files::isRegularFile)
                .map(FileSystemResource::new);
    }
}
