package vn.ocop.marketplace.web.assets;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One SVG file with a header drawing for each province, composed from {@code assets/landscapes.txt}.
 *
 * <p>Each is a symbol {@code p<code>} of 640 × 200, made to be cut at its sides and top: the middle tells the place.
 */
final class Landscapes {

    private Landscapes() {}

    static byte[] sprite() {
        var sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
        Assets.text("assets/landscapes.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> sprite.append(symbol(line.split(" +"))));
        return sprite.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String symbol(String[] words) {
        var scene = new Scene(Integer.parseInt(words[0]), Palette.valueOf(words[1].toUpperCase(Locale.ROOT)));
        for (int i = 2; i < words.length; i++) {
            scene.draw(words[i], (i - 2.0) / (words.length - 3));
        }
        return "<symbol id=\"p%s\" viewBox=\"0 -80 640 200\" preserveAspectRatio=\"xMidYMax slice\">%s</symbol>"
                .formatted(words[0], scene.svg());
    }
}
