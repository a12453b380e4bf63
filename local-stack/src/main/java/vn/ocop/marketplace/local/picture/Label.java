package vn.ocop.marketplace.local.picture;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written on a pack: the name, the province and the weight, with a small emblem. */
final class Label {

    private static final Pattern AMOUNT = Pattern.compile(
            "\\d[\\d.,]*(?:\\s*x\\s*[\\d.,]+)?\\s*(?:kg|g|ml|lít|l|m|cm|cái|chiếc|chai|gói|túi|que|đôi|món|quả|đòn|phần|hũ|giỏ)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final PictureRequest request;
    private final Part emblem;
    private final String accent;
    private final String trim;
    private final String pack;
    private final int style;

    Label(PictureRequest request, Part emblem, Tint.Dress dress, Chance chance) {
        this.request = request;
        this.emblem = emblem;
        pack = dress.pack();
        trim = dress.trim();
        String strong = Paint.lightness(dress.pack()) < 0.5 ? dress.pack() : dress.lid();
        accent = Paint.lightness(strong) < 0.5 ? strong : "#6B3E20";
        style = chance.below(4);
    }

    /** "500 ml" of "Chai 500 ml"; the whole wording where it names no amount. */
    static String amount(String weightLabel) {
        Matcher amounts = AMOUNT.matcher(weightLabel);
        String best = "";
        while (amounts.find()) {
            String found = amounts.group();
            if (best.isEmpty() || found.matches(".*\\d\\s*(kg|g|ml|lít|l)$")) {
                best = found;
            }
        }
        return best.isEmpty() ? weightLabel.strip() : best;
    }

    void draw(Svg svg, String kind, double x, double y, double w, double h) {
        switch (kind) {
            case "oval" -> oval(svg, x, y, w, h);
            case "print" -> print(svg, x, y, w, h);
            case "tag" -> tag(svg, x, y, w, h);
            case "fold" -> fold(svg, x, y, w, h);
            case "wrap" -> paper(svg, x, y, w, h, 0);
            default -> paper(svg, x, y, w, h, Math.min(w, h) * 0.05);
        }
    }

    private void paper(Svg svg, double x, double y, double w, double h, double radius) {
        boolean filled = style == 2;
        String paper = filled ? accent : Paint.CREAM;
        svg.rect(x, y, w, h, radius, paper);
        if (radius == 0) {
            svg.rect(x, y + h * 0.025, w, h * 0.03, 0, filled ? trim : accent);
            svg.rect(x, y + h * 0.945, w, h * 0.03, 0, filled ? trim : accent);
            svg.path(
                    "M%s %sh%sv%sh%sZ"
                            .formatted(
                                    Svg.number(x + w * 0.8),
                                    Svg.number(y),
                                    Svg.number(w * 0.2),
                                    Svg.number(h),
                                    Svg.number(-w * 0.2)),
                    "#3A2414",
                    0.1);
        } else {
            svg.add(
                    "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>"
                            .formatted(
                                    Svg.number(x + w * 0.03),
                                    Svg.number(y + w * 0.03),
                                    Svg.number(w * 0.94),
                                    Svg.number(h - w * 0.06),
                                    Svg.number(radius * 0.7),
                                    filled ? trim : accent,
                                    Svg.number(w * 0.011)));
        }
        double inset = radius == 0 ? 0.14 : 0.09;
        double left = x + w * inset;
        double wide = w * (1 - 2 * inset);
        if (style == 1 && radius > 0) {
            banner(svg, x, y, w, h, left, wide);
        } else {
            stacked(svg, left, y + h * 0.07, wide, h * 0.86, filled ? Paint.CREAM : Paint.INK, filled ? trim : accent);
        }
    }

    private void banner(Svg svg, double x, double y, double w, double h, double left, double wide) {
        double band = h * 0.24;
        svg.rect(x + w * 0.03, y + w * 0.03, w * 0.94, band, 4, accent);
        TextBlock place = TextBlock.fit(
                request.provinceName().toUpperCase(Locale.ROOT), Typeface.SEMIBOLD, wide, band * 0.7, h * 0.1, 11);
        svg.path(place.centred(x + w / 2, y + w * 0.03 + band / 2), Paint.CREAM);
        TextBlock name = TextBlock.fit(request.title(), Typeface.BOLD, wide, h * 0.46, Math.min(h * 0.2, w * 0.17), 13);
        svg.path(name.centred(x + w / 2, y + h * 0.55), Paint.INK);
        foot(svg, left, wide, y + h * 0.87, h * 0.1, accent);
    }

    private void stacked(Svg svg, double x, double y, double w, double h, String ink, String mark) {
        boolean roomy = h > 150;
        double top = roomy ? h * 0.3 : 0;
        if (roomy) {
            double radius = h * 0.13;
            svg.place(emblem, Map.of(), x + w / 2, y + h * 0.15, radius / 100 * 1.05, 0);
            double arm = Math.max(0, w / 2 - radius * 1.5);
            svg.stroke(
                    "M%s %sh%sM%s %sh%s"
                            .formatted(
                                    Svg.number(x),
                                    Svg.number(y + h * 0.15),
                                    Svg.number(arm),
                                    Svg.number(x + w - arm),
                                    Svg.number(y + h * 0.15),
                                    Svg.number(arm)),
                    mark,
                    3,
                    0.7);
        }
        double nameHeight = h * (roomy ? 0.46 : 0.66);
        TextBlock name = TextBlock.fit(
                request.title(), Typeface.BOLD, w, nameHeight, Math.min(h * (roomy ? 0.19 : 0.34), w * 0.2), 13);
        svg.path(name.centred(x + w / 2, y + top + nameHeight / 2), ink);
        double footY = y + top + nameHeight + (h - top - nameHeight) * 0.55;
        foot(svg, x, w, footY, h * (roomy ? 0.105 : 0.2), mark);
    }

    private void foot(Svg svg, double x, double w, double y, double size, String colour) {
        String words = request.provinceName() + " · " + amount(request.weightLabel());
        TextBlock foot = TextBlock.fit(words, Typeface.SEMIBOLD, w, size * 1.2, size, Math.min(11, size));
        svg.path(foot.centred(x + w / 2, y), colour);
    }

    private void oval(Svg svg, double x, double y, double w, double h) {
        boolean filled = style == 2;
        svg.ellipse(x + w / 2, y + h / 2, w / 2, h / 2, filled ? accent : Paint.CREAM, 1);
        svg.add("<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"4\"/>"
                .formatted(
                        Svg.number(x + w / 2),
                        Svg.number(y + h / 2),
                        Svg.number(w / 2 - w * 0.035),
                        Svg.number(h / 2 - w * 0.035),
                        filled ? trim : accent));
        boolean roomy = h > 230;
        double top = y + h * (roomy ? 0.36 : 0.2);
        if (roomy) {
            svg.place(emblem, Map.of(), x + w / 2, y + h * 0.22, h * 0.001, 0);
        }
        double nameHeight = h * (roomy ? 0.36 : 0.46);
        TextBlock name = TextBlock.fit(request.title(), Typeface.BOLD, w * 0.76, nameHeight, h * 0.19, 12);
        svg.path(name.centred(x + w / 2, top + nameHeight / 2), filled ? Paint.CREAM : Paint.INK);
        foot(svg, x + w * 0.24, w * 0.52, y + h * 0.81, h * 0.085, filled ? trim : accent);
    }

    private void print(Svg svg, double x, double y, double w, double h) {
        String ink = Paint.textOn(pack);
        String mark = Paint.lightness(pack) > 0.58 ? accent : Paint.lighter(trim, 0.2);
        stacked(svg, x, y, w, h, ink, mark);
    }

    private void tag(Svg svg, double x, double y, double w, double h) {
        svg.rect(x + 4, y + 6, w, h, 10, "#3A2414", 0.18);
        svg.rect(x, y, w, h, 10, Paint.CREAM);
        svg.rect(x, y, w * 0.045, h, 4, accent);
        stacked(svg, x + w * 0.09, y + h * 0.06, w * 0.85, h * 0.88, Paint.INK, accent);
    }

    private void fold(Svg svg, double x, double y, double w, double h) {
        svg.rect(x, y, w, h, 10, accent);
        svg.rect(x, y, w, h * 0.14, 8, "#FFFFFF", 0.2);
        svg.circle(x + w / 2, y + h * 0.15, h * 0.07, Paint.darker(accent, 0.5));
        stacked(svg, x + w * 0.06, y + h * 0.26, w * 0.88, h * 0.68, Paint.CREAM, trim);
    }
}
