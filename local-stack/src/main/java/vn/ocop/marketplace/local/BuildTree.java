package vn.ocop.marketplace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what the build left behind, wherever in the source tree this JVM was started. */
final class BuildTree {

    private BuildTree() {}

    /**
     * The repository's root: the nearest directory above our classes, or above the working directory, with a wrapper.
     */
    static Path root() {
        var fromClasses = rootAbove(codeLocation());
        var root = fromClasses != null ? fromClasses : rootAbove(Path.of("").toAbsolutePath());
        if (root == null) {
            throw new IllegalStateException("Run this inside the repository: no mvnw above " + codeLocation());
        }
        return root;
    }

    /** The unpacked Elasticsearch. */
    static Path elasticsearchHome() {
        var parent = target().resolve("es");
        if (Files.isDirectory(parent)) {
            try (Stream<Path> homes = Files.list(parent)) {
                return homes.filter(home -> Files.isExecutable(home.resolve("bin/elasticsearch")))
                        .max(Path::compareTo)
                        .orElseThrow(() -> notBuilt(parent));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw notBuilt(parent);
    }

    /** The packaged jar of one of the applications. */
    static Path application(String module) {
        var target = root().resolve(module).resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> jars = Files.list(target)) {
                return jars.filter(jar -> jar.getFileName().toString().matches(module + "-[0-9].*\\.jar"))
                        .max(Path::compareTo)
                        .orElseThrow(() -> new StartRefused("not-built", module));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new StartRefused("not-built", module);
    }

    static Path target() {
        return root().resolve("local-stack/target");
    }

    private static IllegalStateException notBuilt(Path parent) {
        return new IllegalStateException(
                "No Elasticsearch in " + parent + ": run ./mvnw -Pquick package -pl local-stack -am");
    }

    private static @Nullable Path rootAbove(Path start) {
        for (var path = start; path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("mvnw")) && Files.isDirectory(path.resolve("local-stack"))) {
                return path;
            }
        }
        return null;
    }

    /** A directory of classes, a jar, or (jar:nested:…!/) the executable jar around it. */
    private static Path codeLocation() {
        var source = BuildTree.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        if (source.startsWith("jar:nested:")) {
            source = "file:" + source.substring("jar:nested:".length());
        }
        var end = source.indexOf("/!");
        return Path.of(URI.create(end < 0 ? source : source.substring(0, end)));
    }
}
