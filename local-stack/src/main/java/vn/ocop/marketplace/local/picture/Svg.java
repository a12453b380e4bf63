package vn.ocop.marketplace.local.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the marks of one drawing; parts that come again are defined once. */
final class Svg {

    private final double width;
    private final double height;
    private final StringBuilder marks = new StringBuilder(32_768);
    private final Map<String, String> definitions = new LinkedHashMap<>();

    Svg(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** At most one decimal: a tenth of a pixel is not seen. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        if (tenths % 10 == 0) {
            return Long.toString(tenths / 10);
        }
        String sign = tenths < 0 ? "-" : "";
        long abs = Math.abs(tenths);
        return sign + (abs < 10 ? "" : abs / 10) + "." + abs % 10;
    }

    /** Up to three decimals, for scales and opacities. */
    static String fine(double value) {
        String text = String.format(java.util.Locale.ROOT, "%.3f", value);
        String bare = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return bare.replaceFirst("^(-?)0\\.", "$1.");
    }

    Svg add(String mark) {
        marks.append(mark).append('\n');
        return this;
    }

    Svg path(String data, String fill) {
        return add("<path d=\"%s\" fill=\"%s\"/>".formatted(data, fill));
    }

    Svg path(String data, String fill, double opacity) {
        return add("<path d=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>".formatted(data, fill, fine(opacity)));
    }

    Svg stroke(String data, String colour, double wide, double opacity) {
        return add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-opacity=\"%s\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
                        .formatted(data, colour, number(wide), fine(opacity)));
    }

    Svg rect(double x, double y, double w, double h, double radius, String fill) {
        return add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\"/>"
                .formatted(number(x), number(y), number(w), number(h), number(radius), fill));
    }

    Svg rect(double x, double y, double w, double h, double radius, String fill, double opacity) {
        return add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>"
                .formatted(number(x), number(y), number(w), number(h), number(radius), fill, fine(opacity)));
    }

    Svg circle(double x, double y, double radius, String fill) {
        return add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>"
                .formatted(number(x), number(y), number(radius), fill));
    }

    Svg ellipse(double x, double y, double rx, double ry, String fill, double opacity) {
        return add("<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>"
                .formatted(number(x), number(y), number(rx), number(ry), fill, fine(opacity)));
    }

    /** A shadow on the ground: two flat ellipses read as a soft edge and cost no blur. */
    Svg shadow(double x, double y, double rx, double ry) {
        String blur = define(
                "shadow",
                "<radialGradient id=\"shadow\"><stop offset=\"0\" stop-color=\"#3A2414\" stop-opacity=\".42\"/>"
                        + "<stop offset=\".55\" stop-color=\"#3A2414\" stop-opacity=\".26\"/>"
                        + "<stop offset=\"1\" stop-color=\"#3A2414\" stop-opacity=\"0\"/></radialGradient>");
        return ellipse(x, y, rx, ry, "url(#%s)".formatted(blur), 1);
    }

    /** Places a part with its own origin at (x, y). */
    Svg place(Part part, Map<String, String> colours, double x, double y, double scale, double degrees) {
        return place(part, colours, x, y, scale, scale, degrees);
    }

    Svg place(
            Part part, Map<String, String> colours, double x, double y, double scaleX, double scaleY, double degrees) {
        String body = part.painted(colours);
        String id =
                "p" + Integer.toUnsignedString(body.hashCode(), 36) + part.id().length();
        define(id, "<g id=\"%s\">%s</g>".formatted(id, body));
        String turn = degrees == 0 ? "" : " rotate(%s)".formatted(number(degrees));
        String size = scaleX == scaleY ? fine(scaleX) : fine(scaleX) + " " + fine(scaleY);
        return add("<use href=\"#%s\" transform=\"translate(%s %s)%s scale(%s)\"/>"
                .formatted(id, number(x), number(y), turn, size));
    }

    String define(String id, String definition) {
        definitions.putIfAbsent(id, definition);
        return id;
    }

    Svg open(String attributes) {
        return add("<g %s>".formatted(attributes));
    }

    Svg close() {
        return add("</g>");
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\">"
                .formatted(number(width), number(height), number(width), number(height)));
        if (!definitions.isEmpty()) {
            lines.add("<defs>" + String.join("", definitions.values()) + "</defs>");
        }
        lines.add(marks + "</svg>");
        return String.join("\n", lines);
    }
}
