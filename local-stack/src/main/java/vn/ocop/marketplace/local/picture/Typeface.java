package vn.ocop.marketplace.local.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * One weight of Source Sans as outlines.
 *
 * <p>Read from the WOFF files of the font dependency without AWT's fonts, which need fontconfig and an installed font.
 */
final class Typeface {

    private static final String FILES = "/META-INF/resources/webjars/fontsource__source-sans-pro/" + version()
            + "/files/source-sans-pro-%s-%d-normal.woff";

    static final Typeface SEMIBOLD = load(600);
    static final Typeface BOLD = load(700);

    private final List<FontSubset> subsets;

    private Typeface(List<FontSubset> subsets) {
        this.subsets = subsets;
    }

    /** The webjar's path carries its version, which only the build file should name. */
    private static String version() {
        String resource = "/META-INF/maven/org.webjars.npm/fontsource__source-sans-pro/pom.properties";
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(resource), resource)) {
            Properties properties = new Properties();
            properties.load(in);
            return Objects.requireNonNull(properties.getProperty("version"), resource);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static Typeface load(int weight) {
        return new Typeface(List.of(
                FontSubset.read(FILES.formatted("latin", weight)),
                FontSubset.read(FILES.formatted("vietnamese", weight)),
                FontSubset.read(FILES.formatted("latin-ext", weight))));
    }

    /** Width of a line at the given size. */
    double width(String text, double size) {
        double width = 0;
        for (int codePoint : composed(text)) {
            FontSubset subset = subsetOf(codePoint);
            width += subset.advance(subset.glyph(codePoint)) * size / subset.unitsPerEm;
        }
        return width;
    }

    /** Path data of a line that starts at (x, y) on the base line. */
    String outline(String text, double size, double x, double y) {
        StringBuilder path = new StringBuilder();
        double pen = x;
        for (int codePoint : composed(text)) {
            FontSubset subset = subsetOf(codePoint);
            int glyph = subset.glyph(codePoint);
            double scale = size / subset.unitsPerEm;
            subset.outline(glyph).appendTo(path, scale, pen, y);
            pen += subset.advance(glyph) * scale;
        }
        return path.toString();
    }

    boolean knows(int codePoint) {
        return subsets.stream().anyMatch(subset -> subset.glyph(codePoint) != 0);
    }

    private static int[] composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
    }

    private FontSubset subsetOf(int codePoint) {
        for (FontSubset subset : subsets) {
            if (subset.glyph(codePoint) != 0) {
                return subset;
            }
        }
        return subsets.getFirst();
    }
}
