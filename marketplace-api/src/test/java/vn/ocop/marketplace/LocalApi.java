package vn.ocop.marketplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ocop.marketplace.local.Database;
import vn.ocop.marketplace.local.LocalServers;

/** The whole API on a port of its own and a real PostgreSQL; one of each for all tests of the JVM. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public interface LocalApi {

    Database DATABASE = LocalServers.postgres().freshDatabase();
    Path MEDIA = temporaryDirectory();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("spring.r2dbc.url", DATABASE::r2dbcUrl);
        registry.add("spring.flyway.url", DATABASE::jdbcUrl);
        registry.add("marketplace.media-dir", MEDIA::toString);
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("pictures-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
