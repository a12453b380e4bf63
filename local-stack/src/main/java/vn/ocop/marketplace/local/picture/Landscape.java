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
    private final LandColours colours;
    private final Land land;
    private @Nullable Boolean sightRight;
    private double sightScale = 1;

    Landscape(Svg svg, Province.Sight sight, Chance chance, double w, double h, LandColours colours) {
        this.svg = svg;
        this.sight = sight;
        this.chance = chance;
        this.w = w;
        this.h = h;
        this.colours = colours;
        land = new Land(svg, chance, w, h, colours);
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
        land.cloud(w * chance.between(0.1, 0.4), h * 0.2, h * 0.34);
        land.cloud(w * chance.between(0.6, 0.85), h * 0.3, h * 0.28);
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
        land.birds();
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
        land.ridge(h * 0.56, h * 0.2, 4, colours.far());
        land.water(h * 0.54);
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
        land.tufts(h * 0.9, 9);
    }

    private void karst(boolean sea) {
        land.towers(h * 0.62, h * 0.34, 6, colours.far());
        land.towers(h * 0.66, h * 0.36, sea ? 4 : 5, colours.middle());
        land.water(h * 0.65);
        motif(w * off(0.28, 0.38), h * (sea ? 0.82 : 0.8), h * 0.4);
        if (!sea) {
            land.ridge(h * 0.98, h * 0.12, 3, colours.near());
            land.tufts(h * 0.94, 8);
        }
    }

    private void terraces() {
        land.peaks(h * 0.6, h * 0.34, 4, colours.far(), colours.light());
        land.ridge(h * 0.62, h * 0.16, 4, colours.middle());
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
        land.ridge(h * 0.56, h * 0.22, 5, colours.far());
        land.ridge(h * 0.64, h * 0.18, 4, colours.middle());
        motif(w * off(0.24, 0.34), h * 0.68, h * 0.38);
        for (int row = 0; row < 5; row++) {
            double y = h * (0.68 + row * 0.075);
            land.ridgeRow(y, h * (0.05 + row * 0.008), row % 2 == 0 ? colours.near() : colours.middle());
        }
    }

    private void highland() {
        land.peaks(h * 0.58, h * 0.26, 5, colours.far(), colours.light());
        land.ridge(h * 0.62, h * 0.2, 3, colours.middle());
        land.ridge(h * 0.74, h * 0.1, 4, Paint.mix(colours.middle(), colours.near(), 0.5));
        motif(w * off(0.26, 0.36), h * 0.76, h * 0.4);
        land.ridge(h * 0.88, h * 0.12, 3, colours.near());
        land.dots(h * 0.86, h * 0.97);
    }

    private void delta() {
        land.ridge(h * 0.58, h * 0.08, 6, colours.far());
        land.ridge(h * 0.62, h * 0.06, 8, colours.middle());
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
        land.tufts(h * 0.94, 12);
    }

    private void riverside() {
        land.ridge(h * 0.58, h * 0.2, 5, colours.far());
        land.ridge(h * 0.62, h * 0.1, 6, colours.middle());
        land.water(h * 0.64);
        motif(w * off(0.32, 0.42), h * 0.7, h * 0.4);
        land.ridge(h * 0.96, h * 0.1, 3, colours.near());
        land.tufts(h * 0.93, 10);
    }

    private void mangrove() {
        land.ridge(h * 0.56, h * 0.08, 7, colours.far());
        land.ridge(h * 0.6, h * 0.08, 9, colours.middle());
        land.water(h * 0.62);
        motif(w * off(0.24, 0.34), h * 0.76, h * 0.44);
        land.tufts(h * 0.95, 14);
    }
}
