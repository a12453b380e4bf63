package vn.ocop.marketplace.web.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** All static files, read and fingerprinted at start; templates ask for their addresses by name. */
@Component
public class Assets {

    static final List<String> FONTS = List.of(
            "source-sans-pro-latin-400-normal.woff2",
            "source-sans-pro-latin-600-normal.woff2",
            "source-sans-pro-vietnamese-400-normal.woff2",
            "source-sans-pro-vietnamese-600-normal.woff2");

    private static final Pattern REFERENCE = Pattern.compile("asset:([a-z0-9.-]+)");

    private final Map<String, Asset> byName = new HashMap<>();
    private final Map<String, Asset> byPath = new HashMap<>();

    public Assets() {
        FONTS.forEach(font -> add(Asset.of(font, read("vendor/" + font))));
        add(Asset.of("htmx.js", read("vendor/htmx.min.js")));
        add(Asset.of("icons.svg", IconSprite.build()));
        add(Asset.of("drawings.svg", read("assets/drawings.svg")));
        add(Asset.of("provinces.svg", Landscapes.sprite()));
        add(Asset.of("weave.svg", read("assets/weave.svg")));
        add(Asset.of("favicon.svg", read("assets/favicon.svg")));
        add(Asset.of("app.js", read("assets/app.js")));
        add(Asset.of("post.js", read("assets/post.js")));
        add(Asset.of("courier.js", read("assets/courier.js")));
        add(Asset.of("courier-worker.js", read("assets/courier-worker.js")));
        add(Asset.of(
                "app.css",
                resolveReferences(Stylesheet.compact(text("assets/app.css") + text("assets/personal.css")))));
    }

    /** The address of a file, with its fingerprint. */
    public String href(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return asset.path();
    }

    /** The file itself, for what must have an address of its own. */
    public byte[] bytes(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return asset.bytes().clone();
    }

    @Nullable Asset at(String path) {
        return byPath.get(path);
    }

    private void add(Asset asset) {
        byName.put(asset.name(), asset);
        byPath.put(asset.path(), asset);
    }

    /** {@code url(asset:name)} in the style sheet becomes the fingerprinted address. */
    private byte[] resolveReferences(String css) {
        return REFERENCE
                .matcher(css)
                .replaceAll(found -> Matcher.quoteReplacement(href(found.group(1))))
                .getBytes(StandardCharsets.UTF_8);
    }

    static String text(String location) {
        return new String(read(location), StandardCharsets.UTF_8);
    }

    static byte[] read(String location) {
        try (var stream = new ClassPathResource(location).getInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Missing " + location + ": build the module with Maven", e);
        }
    }
}
