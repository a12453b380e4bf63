package vn.ocop.marketplace.local.picture;

/** The strokes a landscape is made of: ridges, rocks, water, bushes and what flies above them. */
final class Land {

    private final Svg svg;
    private final Chance chance;
    private final double w;
    private final double h;
    private final LandColours colours;

    Land(Svg svg, Chance chance, double w, double h, LandColours colours) {
        this.svg = svg;
        this.chance = chance;
        this.w = w;
        this.h = h;
        this.colours = colours;
    }

    void cloud(double x, double y, double wide) {
        double r = h * 0.022;
        svg.rect(x - wide / 2, y, wide, r * 2, r, colours.light(), 0.8);
        svg.rect(x - wide * 0.25, y - r * 1.6, wide * 0.6, r * 2, r, colours.light(), 0.8);
    }

    void birds() {
        double x = w * chance.between(0.3, 0.6);
        double y = h * 0.3;
        double s = h * 0.018;
        StringBuilder wings = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            double bx = x + i * s * 3.2;
            double by = y + (i % 2) * s * 1.8;
            wings.append("M%s %sq%s %s %s 0q%s %s %s 0"
                    .formatted(
                            Svg.number(bx),
                            Svg.number(by),
                            Svg.number(s * 0.5),
                            Svg.number(-s),
                            Svg.number(s),
                            Svg.number(s * 0.5),
                            Svg.number(-s),
                            Svg.number(s)));
        }
        svg.stroke(wings.toString(), colours.dark(), Math.max(2, h * 0.004), 0.7);
    }

    /** A ridge of soft hills, filled down to the bottom. */
    void ridge(double base, double rise, int hills, String fill) {
        StringBuilder path = new StringBuilder("M0 ").append(Svg.number(h)).append('V');
        double step = w / hills;
        double y = base - rise * chance.between(0.1, 0.6);
        path.append(Svg.number(y));
        for (int i = 0; i < hills; i++) {
            double next = base - rise * (i % 2 == 0 ? chance.between(0.55, 1) : chance.between(0, 0.35));
            double x = i * step;
            path.append("C%s %s %s %s %s %s"
                    .formatted(
                            Svg.number(x + step * 0.42),
                            Svg.number(y),
                            Svg.number(x + step * 0.55),
                            Svg.number(next),
                            Svg.number(x + step),
                            Svg.number(next)));
            y = next;
        }
        svg.path(path.append("V").append(Svg.number(h)).append("Z").toString(), fill);
    }

    void peaks(double base, double rise, int count, String fill, String snow) {
        StringBuilder path = new StringBuilder("M0 ").append(Svg.number(base));
        StringBuilder light = new StringBuilder();
        double step = w / count;
        for (int i = 0; i < count; i++) {
            double top = base - rise * chance.between(0.55, 1);
            double x = step * (i + chance.between(0.4, 0.6));
            double foot = base - rise * chance.between(0, 0.25);
            path.append("L%s %sL%s %s"
                    .formatted(Svg.number(x), Svg.number(top), Svg.number(step * (i + 1)), Svg.number(foot)));
            light.append("M%s %sL%s %sL%s %sL%s %sZ"
                    .formatted(
                            Svg.number(x),
                            Svg.number(top),
                            Svg.number(x + step * 0.2),
                            Svg.number(top + rise * 0.36),
                            Svg.number(x + step * 0.06),
                            Svg.number(top + rise * 0.26),
                            Svg.number(x + step * 0.02),
                            Svg.number(top + rise * 0.5)));
        }
        svg.path(path + "V" + Svg.number(h) + "H0Z", fill);
        svg.path(light.toString(), snow, 0.35);
    }

    /** Steep limestone hills with rounded heads. */
    void towers(double base, double rise, int count, String fill) {
        StringBuilder path = new StringBuilder();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double wide = w / count * chance.between(0.55, 0.95);
            double x = Math.clamp(w / count * (i + chance.between(0.3, 0.7)), wide * 0.5, w - wide * 0.5);
            double top = base - rise * chance.between(0.45, 1);
            double left = x - wide / 2;
            double right = x + wide / 2;
            path.append("M%s %sC%s %s %s %s %s %sS%s %s %s %sZ"
                    .formatted(
                            Svg.number(left),
                            Svg.number(base),
                            Svg.number(left + wide * 0.1),
                            Svg.number(top + rise * 0.1),
                            Svg.number(x - wide * 0.22),
                            Svg.number(top),
                            Svg.number(x),
                            Svg.number(top),
                            Svg.number(right - wide * 0.06),
                            Svg.number(top + rise * 0.3),
                            Svg.number(right),
                            Svg.number(base)));
            lines.append("M%s %sq%s %s %s %s"
                    .formatted(
                            Svg.number(x - wide * 0.1),
                            Svg.number(top + rise * 0.14),
                            Svg.number(-wide * 0.1),
                            Svg.number(rise * 0.12),
                            Svg.number(-wide * 0.08),
                            Svg.number(rise * 0.3)));
        }
        svg.path(path.toString(), fill);
        svg.stroke(lines.toString(), colours.light(), h * 0.006, 0.5);
    }

    void water(double top) {
        svg.rect(0, top, w, h - top, 0, colours.water());
        StringBuilder ripples = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            double y = top + (h - top) * chance.between(0.08, 0.95);
            double wide = w * chance.between(0.03, 0.1);
            double x = chance.between(0, w - wide);
            ripples.append("M%s %sh%s".formatted(Svg.number(x), Svg.number(y), Svg.number(wide)));
        }
        svg.stroke(ripples.toString(), colours.light(), Math.max(2, h * 0.006), 0.7);
    }

    /** A row of clipped bushes. */
    void ridgeRow(double y, double bump, String fill) {
        StringBuilder path =
                new StringBuilder("M0 ").append(Svg.number(h)).append('V').append(Svg.number(y));
        double x = 0;
        double slope = chance.between(-0.04, 0.05) * h;
        while (x < w) {
            double step = Math.min(bump * chance.between(1.4, 2.1), w - x);
            double dy = slope * step / w;
            path.append("q%s %s %s %s"
                    .formatted(Svg.number(step / 2), Svg.number(-bump + dy / 2), Svg.number(step), Svg.number(dy)));
            x += Math.max(step, 1);
        }
        svg.path(path.append("V").append(Svg.number(h)).append("Z").toString(), fill);
    }

    void dots(double top, double bottom) {
        for (int i = 0; i < 14; i++) {
            double r = h * chance.between(0.012, 0.022);
            svg.circle(
                    w * chance.between(0.03, 0.97),
                    chance.between(top, bottom),
                    r,
                    Paint.mix(colours.near(), colours.dark(), 0.35));
        }
    }

    /** Blades of grass on the near bank. */
    void tufts(double y, int count) {
        StringBuilder blades = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double x = w * chance.between(0.02, 0.98);
            double foot = y + h * chance.between(-0.03, 0.05);
            double tall = h * chance.between(0.03, 0.06);
            blades.append("M%s %sq%s %s %s %sM%s %sv%sM%s %sq%s %s %s %s"
                    .formatted(
                            Svg.number(x),
                            Svg.number(foot),
                            Svg.number(-tall * 0.1),
                            Svg.number(-tall * 0.6),
                            Svg.number(-tall * 0.45),
                            Svg.number(-tall * 0.85),
                            Svg.number(x),
                            Svg.number(foot),
                            Svg.number(-tall),
                            Svg.number(x),
                            Svg.number(foot),
                            Svg.number(tall * 0.1),
                            Svg.number(-tall * 0.6),
                            Svg.number(tall * 0.45),
                            Svg.number(-tall * 0.8)));
        }
        svg.stroke(blades.toString(), Paint.mix(colours.near(), colours.dark(), 0.5), h * 0.006, 0.9);
    }
}
