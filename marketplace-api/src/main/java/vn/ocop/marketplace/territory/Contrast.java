package vn.ocop.marketplace.territory;

/** How well white text reads on a colour, as WCAG 2.2 measures it. */
final class Contrast {

    /** The least for text of normal size. */
    static final double READABLE = 4.5;

    private Contrast() {}

    /** Of a colour like {@code #0F6B3E} with white: between 1 and 21. */
    static double withWhite(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        double luminance =
                0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
