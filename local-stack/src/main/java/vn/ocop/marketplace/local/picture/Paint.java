package vn.ocop.marketplace.local.picture;

/** Mixes the few colours everything is painted with. */
final class Paint {

    static final String INK = "#33261B";
    static final String CREAM = "#FFF9EA";

    private Paint() {}

    static String mix(String from, String to, double share) {
        int a = Integer.parseInt(from.substring(1), 16);
        int b = Integer.parseInt(to.substring(1), 16);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            long channel = Math.round((a >> shift & 0xFF) * (1 - share) + (b >> shift & 0xFF) * share);
            mixed = mixed << 8 | (int) channel;
        }
        return "#%06X".formatted(mixed);
    }

    static String darker(String colour, double share) {
        return mix(colour, "#2A1A0E", share);
    }

    static String lighter(String colour, double share) {
        return mix(colour, "#FFFAEE", share);
    }

    /** Perceived lightness from 0 to 1. */
    static double lightness(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return (0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF)) / 255;
    }

    /** Ink or cream, whichever is read better on the colour. */
    static String textOn(String colour) {
        return lightness(colour) > 0.58 ? INK : CREAM;
    }
}
