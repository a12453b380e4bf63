package vn.ocop.marketplace.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the build put what is run here. */
public final class SourceTree {

    private SourceTree() {}

    static Path root() {
        for (var path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("mvnw"))) {
                return path;
            }
        }
        throw new IllegalStateException("Run this inside the repository");
    }

    public static Path target() {
        return root().resolve("benchmarks/target");
    }

    static Path jar(String module, String suffix) {
        try (Stream<Path> jars = Files.list(root().resolve(module).resolve("target"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches(module + "-[0-9].*" + suffix + "\\.jar"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IllegalStateException(module + " is not packaged"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static void delete(Path tree) {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
