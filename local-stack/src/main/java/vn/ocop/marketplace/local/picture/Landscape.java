package vn.ocop.marketplace.local.picture;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Layers of land from the sky to the near bank, inside a rectangle whose left top is (0, 0). */
final class Landscape {

    private final Svg svg;
    private final Province.Sight sight;
    private final Chance chance;
    private final double w;
    private final double h;
    private final Colours colours;
    private @Nullable Boolean sightRight;
    private double sightScale = 1;

    /** Everything a landscape is painted with. */
    record Colours(
            String sky, String sun, String far, String middle, String near, String water, String dark, String light) {

        static final Colours LEAF =
                new Colours("#F3EBD3", "#F2C879", "#BFD3BC", "#8FB795", "#5E9270", "#A9CDCB", "#2B5B43", "#FFF9EA");
        static final Colours DAWN =
                new Colours("#FBE6CF", "#EE9F62", "#D9C3B4", "#A8B48F", "#6E9268", "#B9CFCB", "#3A5540", "#FFF7E4");
        static final Colours RIVER =
                new Colours("#E6EEF0", "#F6D68F", "#B7CCD4", "#8BB0B0", "#5B8D82", "#9CC4D2", "#24505A", "#FFFBF0");
        static final Colours GOLD =
                new Colours("#FCEFC9", "#F0B54A", "#DCD3A6", "#B7BC7A", "#7F9A55", "#BBD2C2", "#46602F", "#FFFAEA");

        Colours towards(String colour, double share) {
            return new Colours(
                    Paint.mix(sky, colour, share),
                    Paint.mix(sun, colour, share * 0.6),
                    Paint.mix(far, colour, share),
                    Paint.mix(middle, colour, share),
                    Paint.mix(near, colour, share),
                    Paint.mix(water, colour, share),
                    Paint.mix(dark, colour, share * 0.8),
                    Paint.mix(light, colour, share * 0.5));
        }
    }

    Landscape(Svg svg, Province.Sight sight, Chance chance, double w, double h, Colours colours) {
        this.svg = svg;
        this.sight = sight;
        this.chance = chance;
        this.w = w;
        this.h = h;
        this.colours = colours;
    }

    /** Puts the sight on one side, for a scene whose other side is taken. */
    Landscape sightOn(boolean right) {
        sightRight = right;
        return this;
    }

    Landscape sightLarger(double times) {
        sightScale = times;
        return this;
    }

    void draw() {
        svg.rect(0, 0, w, h, 0, colours.sky());
        double sunX = w * chance.between(0.16, 0.84);
        svg.circle(sunX, h * chance.between(0.2, 0.34), Math.min(w, h) * 0.11, colours.sun());
        cloud(w * chance.between(0.1, 0.4), h * 0.2, h * 0.34);
        cloud(w * chance.between(0.6, 0.85), h * 0.3, h * 0.28);
        switch (sight.terrain()) {
            case COAST -> coast();
            case KARST -> karst(false);
            case KARST_SEA -> karst(true);
            case TERRACES -> terraces();
            case TEA_HILLS -> teaHills();
            case HIGHLAND -> highland();
            case DELTA -> delta();
            case RIVERSIDE -> riverside();
            case MANGROVE -> mangrove();
        }
        birds();
    }

    private void cloud(double x, double y, double wide) {
        double r = h * 0.022;
        svg.rect(x - wide / 2, y, wide, r * 2, r, colours.light(), 0.8);
        svg.rect(x - wide * 0.25, y - r * 1.6, wide * 0.6, r * 2, r, colours.light(), 0.8);
    }

    private void birds() {
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
    private void ridge(double base, double rise, int hills, String fill) {
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

    private void peaks(double base, double rise, int count, String fill, String snow) {
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
    private void towers(double base, double rise, int count, String fill) {
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

    private void water(double top) {
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

    private void motif(double x, double ground, double tall) {
        Map<String, String> paints = new HashMap<>();
        paints.put("a", colours.dark());
        paints.put("b", Paint.mix(colours.dark(), colours.near(), 0.5));
        paints.put("c", colours.light());
        paints.put("d", Paint.mix("#B23A1E", colours.sky(), 0.15));
        paints.put("e", colours.sun());
        svg.place(sight.motif(), paints, x, ground, tall * sightScale / 200, 0);
    }

    private double off(double low, double high) {
        boolean left = chance.oneIn(2);
        double share = chance.between(low, high);
        return (sightRight == null ? left : !sightRight) ? share : 1 - share;
    }

    private void coast() {
        ridge(h * 0.56, h * 0.2, 4, colours.far());
        water(h * 0.54);
        motif(w * off(0.24, 0.34), h * 0.68, h * 0.44);
        double dune = h * 0.86;
        svg.path(
                "M0 %sC%s %s %s %s %s %sV%sH0Z"
                        .formatted(
                                Svg.number(dune),
                                Svg.number(w * 0.3),
                                Svg.number(dune - h * 0.14),
                                Svg.number(w * 0.6),
                                Svg.number(dune + h * 0.06),
                                Svg.number(w),
                                Svg.number(dune - h * 0.08),
                                Svg.number(h)),
                Paint.mix(colours.light(), "#E3C48E", 0.55));
        tufts(h * 0.9, 9);
    }

    private void karst(boolean sea) {
        towers(h * 0.62, h * 0.34, 6, colours.far());
        towers(h * 0.66, h * 0.36, sea ? 4 : 5, colours.middle());
        water(h * 0.65);
        motif(w * off(0.28, 0.38), h * (sea ? 0.82 : 0.8), h * 0.4);
        if (!sea) {
            ridge(h * 0.98, h * 0.12, 3, colours.near());
            tufts(h * 0.94, 8);
        }
    }

    private void terraces() {
        peaks(h * 0.6, h * 0.34, 4, colours.far(), colours.light());
        ridge(h * 0.62, h * 0.16, 4, colours.middle());
        double[] levels = {0.64, 0.7, 0.76, 0.83, 0.91};
        for (int i = 0; i < levels.length; i++) {
            String fill = i % 2 == 0 ? Paint.mix(colours.near(), colours.sun(), 0.3) : colours.near();
            double y = h * levels[i];
            double bend = h * chance.between(-0.05, 0.06);
            svg.path(
                    "M0 %sC%s %s %s %s %s %sV%sH0Z"
                            .formatted(
                                    Svg.number(y + bend),
                                    Svg.number(w * 0.3),
                                    Svg.number(y - bend),
                                    Svg.number(w * 0.65),
                                    Svg.number(y + bend * 1.4),
                                    Svg.number(w),
                                    Svg.number(y - bend * 0.5),
                                    Svg.number(h)),
                    fill);
            svg.stroke(
                    "M0 %sC%s %s %s %s %s %s"
                            .formatted(
                                    Svg.number(y + bend),
                                    Svg.number(w * 0.3),
                                    Svg.number(y - bend),
                                    Svg.number(w * 0.65),
                                    Svg.number(y + bend * 1.4),
                                    Svg.number(w),
                                    Svg.number(y - bend * 0.5)),
                    colours.light(),
                    h * 0.006,
                    0.55);
            if (i == 1) {
                motif(w * off(0.25, 0.36), y + h * 0.02, h * 0.36);
            }
        }
    }

    private void teaHills() {
        ridge(h * 0.56, h * 0.22, 5, colours.far());
        ridge(h * 0.64, h * 0.18, 4, colours.middle());
        motif(w * off(0.24, 0.34), h * 0.68, h * 0.38);
        for (int row = 0; row < 5; row++) {
            double y = h * (0.68 + row * 0.075);
            ridgeRow(y, h * (0.05 + row * 0.008), row % 2 == 0 ? colours.near() : colours.middle());
        }
    }

    /** A row of clipped bushes. */
    private void ridgeRow(double y, double bump, String fill) {
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

    private void highland() {
        peaks(h * 0.58, h * 0.26, 5, colours.far(), colours.light());
        ridge(h * 0.62, h * 0.2, 3, colours.middle());
        ridge(h * 0.74, h * 0.1, 4, Paint.mix(colours.middle(), colours.near(), 0.5));
        motif(w * off(0.26, 0.36), h * 0.76, h * 0.4);
        ridge(h * 0.88, h * 0.12, 3, colours.near());
        dots(h * 0.86, h * 0.97);
    }

    private void dots(double top, double bottom) {
        for (int i = 0; i < 14; i++) {
            double r = h * chance.between(0.012, 0.022);
            svg.circle(
                    w * chance.between(0.03, 0.97),
                    chance.between(top, bottom),
                    r,
                    Paint.mix(colours.near(), colours.dark(), 0.35));
        }
    }

    private void delta() {
        ridge(h * 0.58, h * 0.08, 6, colours.far());
        ridge(h * 0.62, h * 0.06, 8, colours.middle());
        double[] levels = {0.62, 0.68, 0.75, 0.83, 0.92};
        for (int i = 0; i < levels.length; i++) {
            double y = h * levels[i];
            String fill = i == 2
                    ? colours.water()
                    : i % 2 == 0 ? colours.near() : Paint.mix(colours.near(), colours.sun(), 0.45);
            double tilt = h * chance.between(-0.025, 0.025);
            svg.path(
                    "M0 %sL%s %sV%sH0Z"
                            .formatted(Svg.number(y + tilt), Svg.number(w), Svg.number(y - tilt), Svg.number(h)),
                    fill);
            if (i == 1) {
                motif(w * off(0.24, 0.34), y + h * 0.03, h * 0.44);
            }
        }
        tufts(h * 0.94, 12);
    }

    private void riverside() {
        ridge(h * 0.58, h * 0.2, 5, colours.far());
        ridge(h * 0.62, h * 0.1, 6, colours.middle());
        water(h * 0.64);
        motif(w * off(0.32, 0.42), h * 0.7, h * 0.4);
        ridge(h * 0.96, h * 0.1, 3, colours.near());
        tufts(h * 0.93, 10);
    }

    private void mangrove() {
        ridge(h * 0.56, h * 0.08, 7, colours.far());
        ridge(h * 0.6, h * 0.08, 9, colours.middle());
        water(h * 0.62);
        motif(w * off(0.24, 0.34), h * 0.76, h * 0.44);
        tufts(h * 0.95, 14);
    }

    /** Blades of grass on the near bank. */
    private void tufts(double y, int count) {
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
