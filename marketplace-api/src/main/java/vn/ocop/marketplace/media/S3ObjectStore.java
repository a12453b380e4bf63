package vn.ocop.marketplace.media;

import io.minio.GetObjectArgs;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Files in a bucket that speaks S3. A file is at most a few megabytes and is kept for ever by whoever got it once, so
 * it is read whole.
 */
@Component
@ConditionalOnExpression("'${marketplace.media-s3.url:}' != ''")
@EnableConfigurationProperties(S3Properties.class)
class S3ObjectStore implements ObjectStore {

    private static final String NO_SUCH_KEY = "NoSuchKey";

    private final MinioAsyncClient bucket;
    private final S3Properties properties;

    S3ObjectStore(S3Properties properties) {
        this.properties = properties;
        this.bucket = MinioAsyncClient.builder()
                .endpoint(properties.url())
                // Named, or the client asks the server for it before each first read of a bucket.
                .region(properties.region())
                .credentials(properties.accessKey(), properties.secretKey())
                .build();
    }

    @Override
    public Mono<Resource> find(String name) {
        return Mono.fromFuture(() -> read(name)).onErrorResume(S3ObjectStore::isAbsent, absent -> Mono.empty());
    }

    @Override
    public Mono<Void> save(String name, String contentType, byte[] bytes) {
        return Mono.fromFuture(() -> write(name, contentType, bytes)).then();
    }

    private CompletableFuture<ObjectWriteResponse> write(String name, String contentType, byte[] bytes) {
        try {
            return bucket.putObject(
                    PutObjectArgs.builder().bucket(properties.bucket()).object(name).contentType(contentType).stream(
                                    new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                            .build());
        } catch (MinioException | GeneralSecurityException | IOException unsent) {
            return CompletableFuture.failedFuture(unsent);
        }
    }

    @Override
    public Mono<Void> remove(String name) {
        return Mono.fromFuture(() -> delete(name));
    }

    private CompletableFuture<Void> delete(String name) {
        try {
            return bucket.removeObject(RemoveObjectArgs.builder()
                    .bucket(properties.bucket())
                    .object(name)
                    .build());
        } catch (MinioException | GeneralSecurityException | IOException unsent) {
            return CompletableFuture.failedFuture(unsent);
        }
    }

    private CompletableFuture<Resource> read(String name) {
        try {
            return bucket.getObject(GetObjectArgs.builder()
                            .bucket(properties.bucket())
                            .object(name)
                            .build())
                    .thenApplyAsync(
                            S3ObjectStore::whole,
                            task -> Schedulers.boundedElastic().schedule(task));
        } catch (MinioException | GeneralSecurityException | IOException unsent) {
            return CompletableFuture.failedFuture(unsent);
        }
    }

    private static Resource whole(InputStream object) {
        try (object) {
            return new ByteArrayResource(object.readAllBytes());
        } catch (IOException broken) {
            throw new CompletionException(broken);
        }
    }

    private static boolean isAbsent(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return cause instanceof ErrorResponseException answered
                && NO_SUCH_KEY.equals(answered.errorResponse().code());
    }
}
