package vn.ocop.marketplace.local.picture;

/** The room a product stands in: a wall with a view of its province, and something to stand on. */
final class Stage {

    static final double SIZE = 1200;
    static final double HORIZON = 800;

    private final Svg svg;
    private final Chance chance;
    private final Tint.Ground ground;
    private final Province.Sight sight;
    private final LandColours land;

    Stage(Svg svg, Chance chance, Tint tint, Tint.Ground ground, Province.Sight sight) {
        this.svg = svg;
        this.chance = chance;
        this.ground = ground;
        this.sight = sight;
        land = landColours(tint, chance);
    }

    private static LandColours landColours(Tint tint, Chance chance) {
        return switch (tint) {
            case LEAF -> chance.oneIn(2) ? LandColours.LEAF : LandColours.GOLD;
            case PAPER -> chance.oneIn(2) ? LandColours.DAWN : LandColours.LEAF;
            case CLAY -> chance.oneIn(2) ? LandColours.DAWN : LandColours.RIVER;
            case GOLD -> chance.oneIn(2) ? LandColours.GOLD : LandColours.DAWN;
            case RIVER -> chance.oneIn(2) ? LandColours.RIVER : LandColours.LEAF;
        };
    }

    /** Wall, window and table. */
    void room() {
        window();
        floor();
    }

    /** The province itself, as wide as the picture, with a wooden sill in front. */
    void outdoors(boolean sightRight) {
        new Landscape(svg, sight, chance, SIZE, 1000, land).sightOn(sightRight).draw();
        sill();
    }

    void landscapeOnly() {
        new Landscape(svg, sight, chance, SIZE, SIZE, land).draw();
    }

    private void window() {
        int shape = chance.below(5);
        LandColours pale = land.towards(ground.wall(), 0.3);
        double x = 120;
        double y = 110;
        double w = 960;
        double h = 740;
        if (shape == 4) {
            new Landscape(svg, sight, chance, SIZE, 840, land.towards(ground.wall(), 0.42)).draw();
            return;
        }
        svg.open("transform=\"translate(%s %s)\"".formatted(Svg.number(x), Svg.number(y)));
        new Landscape(svg, sight, chance, w, h, pale).draw();
        svg.close();
        String hole = switch (shape) {
            case 0 -> "M170 860V520A430 400 0 0 1 1030 520V860Z";
            case 1 -> "M600 120A405 405 0 1 1 599 120Z";
            case 2 -> "M150 860V230Q150 140 240 140H960Q1050 140 1050 230V860Z";
            default -> "M135 830A465 560 0 0 1 1065 830Z";
        };
        svg.add("<path fill-rule=\"evenodd\" d=\"M0 0H1200V1200H0Z%s\" fill=\"%s\"/>".formatted(hole, ground.wall()));
        svg.stroke(hole, ground.light(), 16, 1);
        svg.stroke(hole, "#3A2414", 3, 0.12);
        plaster();
    }

    /** A few flecks: paper and plaster are never quite plain. */
    private void plaster() {
        StringBuilder flecks = new StringBuilder();
        for (int i = 0; i < 46; i++) {
            double x = chance.between(0, SIZE);
            double y = chance.between(0, HORIZON);
            flecks.append("M%s %sl%s %s"
                    .formatted(
                            Svg.number(x),
                            Svg.number(y),
                            Svg.number(chance.between(2, 12)),
                            Svg.number(chance.between(-3, 3))));
        }
        svg.stroke(flecks.toString(), Paint.darker(ground.wall(), 0.3), 3, 0.22);
    }

    private void floor() {
        double bend = chance.between(-14, 14);
        String edge = "M0 %sQ600 %s 1200 %s"
                .formatted(
                        Svg.number(HORIZON + bend), Svg.number(HORIZON - bend * 1.4), Svg.number(HORIZON + bend * 0.6));
        svg.path(edge + "V1200H0Z", ground.floor());
        svg.stroke(edge, Paint.lighter(ground.floor(), 0.6), 7, 0.9);
        switch (chance.below(6)) {
            case 0 -> planks();
            case 1 -> weave();
            case 2 -> runner();
            case 3 -> tray();
            case 4 -> bananaLeaf();
            default -> strokes();
        }
    }

    private void planks() {
        String dark = Paint.darker(ground.floor(), 0.35);
        svg.stroke("M0 905H1200M0 1030H1200M0 1140H1200", dark, 4, 0.35);
        svg.stroke("M260 808V905M820 806V905M520 905V1030M1040 905V1030M180 1030V1140M700 1030V1140", dark, 4, 0.3);
        StringBuilder grain = new StringBuilder();
        for (int i = 0; i < 22; i++) {
            grain.append("M%s %sq%s %s %s 0"
                    .formatted(
                            Svg.number(chance.between(0, 1100)),
                            Svg.number(chance.between(830, 1190)),
                            Svg.number(chance.between(20, 50)),
                            Svg.number(chance.between(-7, 7)),
                            Svg.number(chance.between(50, 120))));
        }
        svg.stroke(grain.toString(), dark, 3, 0.22);
    }

    private void weave() {
        String dark = Paint.darker(ground.floor(), 0.28);
        String light = Paint.lighter(ground.floor(), 0.5);
        StringBuilder across = new StringBuilder();
        StringBuilder between = new StringBuilder();
        for (int row = 0; row < 7; row++) {
            double y = 850 + row * (34 + row * 4.2);
            double step = 66 + row * 12;
            for (double x = (row % 2) * step / 2 - 40; x < 1200; x += step) {
                across.append("M%s %sh%s".formatted(Svg.number(x), Svg.number(y), Svg.number(step * 0.42)));
                between.append("M%s %sh%s".formatted(Svg.number(x + step / 2), Svg.number(y), Svg.number(step * 0.36)));
            }
        }
        svg.stroke(across.toString(), dark, 7, 0.3);
        svg.stroke(between.toString(), light, 7, 0.5);
    }

    private void runner() {
        String cloth = chance.pick(java.util.List.of("#B23A1E", "#1D4E89", "#0F6B3E", "#8E1B1B", "#2A3550"));
        svg.path("M130 850H1070L1160 1200H40Z", Paint.mix(cloth, ground.floor(), 0.12));
        svg.stroke("M160 850L76 1200M1040 850L1124 1200", "#FFF4D6", 10, 0.85);
        svg.stroke("M186 850L108 1200M1014 850L1092 1200", "#E9C46A", 5, 0.9);
        StringBuilder diamonds = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            double y = 872 + i * 58;
            double left = 208 - i * 13;
            double right = 992 + i * 13;
            diamonds.append("M%s %sl14 20l-14 20l-14-20ZM%s %sl14 20l-14 20l-14-20Z"
                    .formatted(Svg.number(left), Svg.number(y), Svg.number(right), Svg.number(y)));
        }
        svg.path(diamonds.toString(), "#F2D59A", 0.9);
    }

    private void tray() {
        svg.shadow(610, 1046, 560, 92);
        svg.ellipse(600, 1010, 500, 118, "#A8753C", 1);
        svg.ellipse(600, 996, 500, 116, "#D9A866", 1);
        svg.ellipse(600, 998, 462, 98, "#E9C48C", 1);
        svg.stroke("M160 1010Q600 1120 1040 1010M200 1030Q600 1140 1000 1030", "#A8753C", 4, 0.4);
        svg.stroke("M240 960Q600 1010 960 960M190 990Q600 1050 1010 990M330 930Q600 960 870 930", "#B98A4E", 5, 0.35);
    }

    private void bananaLeaf() {
        svg.path("M70 1030C220 880 820 850 1150 930C1080 1080 460 1190 70 1030Z", "#3A2414", 0.14);
        svg.path("M60 1014C220 862 820 834 1146 914C1070 1062 460 1170 60 1014Z", "#5E8F4C");
        svg.path("M60 1014C400 980 800 930 1146 914C1070 1062 460 1170 60 1014Z", "#1A3A14", 0.16);
        svg.stroke("M40 1018C400 980 800 930 1160 908", "#D5E3B0", 9, 0.85);
        svg.stroke(
                "M220 996L280 900M360 980L440 868M520 962L610 852M680 946L780 852M840 932L940 868M260 992L360 1080M420 974L560 1098M600 954L760 1076M780 938L930 1030",
                "#D5E3B0",
                4,
                0.4);
    }

    private void strokes() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            lines.append("M%s %sh%s"
                    .formatted(
                            Svg.number(chance.between(0, 1150)),
                            Svg.number(chance.between(830, 1190)),
                            Svg.number(chance.between(14, 90))));
        }
        svg.stroke(lines.toString(), Paint.darker(ground.floor(), 0.3), 4, 0.25);
    }

    private void sill() {
        String wood = chance.pick(java.util.List.of("#B98250", "#A56E3E", "#C99663", "#8F6240"));
        svg.rect(0, 880, 1200, 320, 0, wood);
        svg.rect(0, 880, 1200, 20, 0, Paint.lighter(wood, 0.4));
        svg.rect(0, 1110, 1200, 90, 0, Paint.darker(wood, 0.35));
        svg.rect(0, 1104, 1200, 12, 0, Paint.lighter(wood, 0.25));
        StringBuilder grain = new StringBuilder("M0 960H1200M0 1034H1200");
        for (int i = 0; i < 14; i++) {
            grain.append("M%s %sq40 %s 110 0"
                    .formatted(
                            Svg.number(chance.between(0, 1090)),
                            Svg.number(chance.between(915, 1095)),
                            Svg.number(chance.between(-8, 8))));
        }
        svg.stroke(grain.toString(), Paint.darker(wood, 0.4), 4, 0.3);
    }

    /** The table seen from above. */
    void table() {
        svg.rect(0, 0, SIZE, SIZE, 0, ground.floor());
        String dark = Paint.darker(ground.floor(), 0.35);
        if (chance.oneIn(2)) {
            svg.stroke("M0 220H1200M0 470H1200M0 730H1200M0 980H1200", dark, 4, 0.3);
        } else {
            svg.path("M0 780L780 0H1200V420L420 1200H0Z", ground.light(), 0.4);
        }
        StringBuilder grain = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            grain.append("M%s %sq50 %s 120 0"
                    .formatted(
                            Svg.number(chance.between(-60, 1150)),
                            Svg.number(chance.between(0, 1200)),
                            Svg.number(chance.between(-9, 9))));
        }
        svg.stroke(grain.toString(), dark, 3, 0.2);
    }

    /** A round dish seen from above: a bamboo tray, a plate or a wooden bowl. */
    void dish(double x, double y, boolean china) {
        svg.ellipse(x + 18, y + 26, 452, 452, "#3A2414", 0.2);
        switch (china ? chance.below(3) : chance.below(2) * 2) {
            case 0 -> {
                svg.circle(x, y, 446, "#B07F45");
                svg.circle(x, y, 418, "#D9AE70");
                svg.circle(x, y, 392, "#EBCF9C");
                StringBuilder weave = new StringBuilder();
                for (int i = -3; i <= 3; i++) {
                    double d = i * 104;
                    double half = Math.sqrt(390.0 * 390 - d * d);
                    weave.append("M%s %sh%sM%s %sv%s"
                            .formatted(
                                    Svg.number(x - half),
                                    Svg.number(y + d),
                                    Svg.number(half * 2),
                                    Svg.number(x + d),
                                    Svg.number(y - half),
                                    Svg.number(half * 2)));
                }
                svg.stroke(weave.toString(), "#C2965A", 6, 0.5);
            }
            case 1 -> {
                svg.circle(x, y, 446, "#FFFDF6");
                svg.add("<circle cx=\"%s\" cy=\"%s\" r=\"410\" fill=\"none\" stroke=\"#1D4E89\" stroke-width=\"10\"/>"
                        .formatted(Svg.number(x), Svg.number(y)));
                svg.circle(x, y, 372, "#F1EBDD");
            }
            default -> {
                svg.circle(x, y, 446, "#7A4A28");
                svg.circle(x, y, 426, "#A8703F");
                svg.circle(x, y, 386, "#8A5730");
            }
        }
    }
}
