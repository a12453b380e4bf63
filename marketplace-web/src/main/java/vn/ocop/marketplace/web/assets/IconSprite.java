package vn.ocop.marketplace.web.assets;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One SVG file with a symbol for each {@link Icon}. */
final class IconSprite {

    private static final Pattern CONTENT = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s*\\n\\s*");

    private IconSprite() {}

    static byte[] build() {
        var sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
        for (var icon : Icon.values()) {
            sprite.append("<symbol id=\"").append(icon.id()).append("\" viewBox=\"0 0 24 24\">");
            sprite.append(shapes(icon)).append("</symbol>");
        }
        return sprite.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String shapes(Icon icon) {
        var file = Assets.text("vendor/icons/" + icon.id() + ".svg");
        var content = CONTENT.matcher(file);
        if (!content.find()) {
            throw new IllegalStateException("No drawing in " + icon.id());
        }
        return SPACE.matcher(content.group(1)).replaceAll("");
    }
}
