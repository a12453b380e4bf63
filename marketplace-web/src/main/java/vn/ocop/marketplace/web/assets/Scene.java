package vn.ocop.marketplace.web.assets;

import java.util.Locale;
import java.util.SplittableRandom;

/** Draws one landscape from back to front; the same seed gives the same picture. */
final class Scene {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 120;
    private static final String CREAM = "#fff4d6";

    private final SplittableRandom random;
    private final Palette palette;
    private final StringBuilder svg = new StringBuilder(1500);
    private int buildings;

    Scene(int seed, Palette palette) {
        this.random = new SplittableRandom(seed * 7919L);
        this.palette = palette;
        shape("M0-80h640v200H0z", palette.sky());
    }

    String svg() {
        return svg.toString();
    }

    /** Draws one thing; {@code nearness} runs from 0 at the back to 1 in front. */
    void draw(String thing, double nearness) {
        int ground = (int) (46 + nearness * 50);
        switch (thing) {
            case "sun" -> circle(between(380, 425), between(10, 28), 15, palette.sun());
            case "ridge" -> ridge(ground, 16, palette.land(nearness));
            case "peaks" -> peaks(ground, 34, palette.land(nearness));
            case "mountain" -> mountain(ground + 18);
            case "karsts" -> karsts(ground + 14, palette.land(nearness));
            case "terraces" -> bands(ground, palette.land(nearness), CREAM, 5);
            case "tea" -> bands(ground, palette.land(nearness), palette.dark(), 4);
            case "paddy" -> bands(ground, palette.land(nearness), palette.water(), 3);
            case "lake", "sea", "river" -> water(thing.equals("sea") ? 92 : 96);
            case "waterfall" -> shape("M312 50c4-6 16-6 20 0l6 70h-32z", "#eef8f8");
            default -> drawOn(thing, ground);
        }
    }

    private void drawOn(String thing, int ground) {
        switch (thing) {
            case "skyline" -> skyline(ground + 12);
            case "junk" -> boats(true);
            case "sampan" -> boats(false);
            case "pines", "willows", "bamboo", "mangrove", "coffee" -> trees(thing);
            case "palms" -> palms();
            case "lotus", "blossom" -> blossoms(thing.equals("lotus"));
            case "cows" -> cows(ground + 14);
            default -> building(thing, nextPlot(), Math.min(ground + 8, 98));
        }
    }

    private void ridge(int y, int swing, String colour) {
        var path = new StringBuilder("M0 ").append(y + between(-4, 6));
        for (int x = 0; x < WIDTH; x += 80) {
            path.append("q20 ").append(-between(4, swing)).append(" 40 ").append(between(-5, 5));
            path.append("t40 ").append(between(-4, 5));
        }
        shape(path.append("V120H0z").toString(), colour);
    }

    private void peaks(int y, int height, String colour) {
        var path = new StringBuilder("M-10 120V").append(y + 10);
        int x = -10;
        while (x < WIDTH) {
            int half = between(22, 40);
            path.append("L").append(x + half).append(' ').append(y - between(height / 3, height));
            x += 2 * half;
            path.append("L").append(x).append(' ').append(y + between(0, 12));
        }
        shape(path.append("V120z").toString(), colour);
    }

    private void mountain(int y) {
        shape(
                "M190 %d C260 %d 280 %d 320 %d S400 %d 470 %d z".formatted(y, y - 10, y - 66, y - 68, y - 10, y),
                palette.land(0.4));
    }

    private void karsts(int y, String colour) {
        for (int x = between(-10, 20); x < WIDTH; x += between(46, 84)) {
            int width = between(26, 44);
            int height = between(30, 58);
            shape(
                    "M%d %dc2-%d %d-%d %d-%ds%d %d %d %dz"
                            .formatted(
                                    x,
                                    y,
                                    height,
                                    width / 3,
                                    height,
                                    width / 2,
                                    height,
                                    width / 3,
                                    height / 3,
                                    width / 2,
                                    height),
                    colour);
        }
    }

    /** A hillside with lines that follow it: terraces, tea rows, rice fields. */
    private void bands(int y, String land, String line, int lines) {
        ridge(y, 12, land);
        for (int i = 1; i <= lines; i++) {
            int at = y + i * (HEIGHT - y) / (lines + 1) + 2;
            stroke("M0 %dq60 %d 120 0t120 0 120 0 120 0 120 0 120 0".formatted(at, -between(5, 11)), line, 1.6, 0.55);
        }
    }

    private void water(int y) {
        shape("M0 %dq80-5 160 0t160 0 160 0 160 0V120H0z".formatted(y), palette.water());
        for (int i = 0; i < 14; i++) {
            stroke("M%d %dq6-3 12 0t12 0".formatted(between(0, 610), between(y + 5, 117)), "#fff", 1.4, 0.6);
        }
    }

    private void skyline(int y) {
        for (int x = between(10, 40); x < WIDTH - 20; x += between(20, 34)) {
            int height = between(14, 46);
            shape(
                    "M%d %dv-%dh%dv%dz".formatted(x, y, height, between(10, 18), height),
                    palette.land(random.nextDouble() * 0.5));
        }
        ridge(y - 2, 6, palette.land(0.5));
    }

    private void boats(boolean sails) {
        for (int i = 0; i < 4; i++) {
            int x = between(40 + i * 150, 120 + i * 150);
            int y = between(100, 110);
            shape("M%d %dq16 9 34 0l-4 7h-25z".formatted(x, y), "#6b4423");
            shape(
                    sails
                            ? "M%d %dq-9-18 2-32 14 12 15 30zM%d %dq2-14-2-24 11 9 11 24z"
                                    .formatted(x + 8, y - 1, x + 25, y - 1)
                            : "M%d %dq7-10 14 0z".formatted(x + 11, y + 2),
                    sails ? palette.accent() : CREAM);
        }
    }

    private void trees(String kind) {
        boolean pointed = kind.equals("pines");
        for (int x = between(-4, 12); x < WIDTH; x += between(16, 44)) {
            int y = between(108, 119);
            int height = pointed ? between(20, 34) : between(12, 24);
            if (pointed) {
                shape("M%d %dl9-%d 9 %dz".formatted(x, y, height, height), palette.dark());
            } else {
                stroke("M%d %dv-%d".formatted(x + 8, y, height), "#6b4423", 2, 1);
                ellipse(x + 8, y - height, between(8, 12), between(7, 11), palette.dark());
                if (kind.equals("coffee")) {
                    circle(x + 4, y - height + 2, 1.8, palette.accent());
                    circle(x + 11, y - height - 2, 1.8, palette.accent());
                }
            }
        }
    }

    private void palms() {
        for (int i = 0; i < 7; i++) {
            int x = between(20 + i * 88, 80 + i * 88);
            int y = between(52, 74);
            stroke("M%d 122q-5-30 3-%d".formatted(x, 120 - y), "#6b4423", 2.6, 1);
            for (var leaf : new String[] {"q10-9 20-1", "q7-14 17-12", "q-10-9-20-1", "q-7-14-17-12", "q2-11 4-15"}) {
                stroke("M%d %d%s".formatted(x + 3, y + 2, leaf), palette.dark(), 3.2, 1);
            }
        }
    }

    private void blossoms(boolean lotus) {
        for (int i = 0; i < 17; i++) {
            int x = between(6, 634);
            int y = between(104, 116);
            if (lotus) {
                ellipse(x, y + 4, 11, 3, palette.dark());
                shape("M%d %dc-8-3-7-10-4-12 1 3 3 4 4 0 1 4 3 3 4 0 3 2 4 9-4 12z".formatted(x, y + 3), "#e88aa0");
            } else {
                circle(x, y, 3.4, "#f7dfe4");
                circle(x, y, 1.3, palette.accent());
            }
        }
    }

    private void cows(int y) {
        for (int i = 0; i < 5; i++) {
            int x = between(120, 540);
            shape("M%d %dh13q2 0 2 3v5h-2v-4h-9v4h-2v-5q-4 0-4-3z".formatted(x, Math.min(y, 104)), CREAM);
        }
    }

    private void building(String kind, int x, int y) {
        switch (kind) {
            case "stilt" -> house(x, y, 34, 12, "M%d %dv12M%d %dv12");
            case "longhouse" -> house(x - 20, y, 74, 9, "M%d %dv12M%d %dv12");
            case "rong" ->
                shape(
                        "M%d %dl16-46 16 46zM%d %dv12h3v-12zM%d %dv12h3v-12z".formatted(x, y, x + 6, y, x + 23, y),
                        palette.accent());
            case "pagoda" ->
                shape(
                        "M%1$d %2$dq8-2 12-10h22q4 8 12 10zM%3$d %4$dq7-1 10-8h10q3 7 10 8zM%5$d %2$dv14h30v-14z"
                                .formatted(x, y, x + 8, y - 10, x + 8),
                        palette.accent());
            case "tower" -> shape("M%d %dv-12h5v-9h4v-7l6-7 6 7v7h4v9h5v12z".formatted(x, y + 8), palette.accent());
            case "citadel" ->
                shape(
                        "M%1$d %2$dv-18h96v18zM%3$d %4$dq6-2 8-8h28q2 6 8 8zM%5$d %6$dv-9h16v9z"
                                .formatted(x - 20, y + 14, x + 6, y - 4, x + 20, y - 12),
                        palette.accent());
            case "chamtower" ->
                shape(
                        "M%d %dv-20l4-4v-14l7-12 7 12v14l4 4v20zM%d %dv-14l3-3v-10l5-9 5 9v10l3 3v14z"
                                .formatted(x, y + 8, x + 28, y + 8),
                        palette.accent());
            case "lighthouse" ->
                shape("M%d %dl4-42h8l4 42zM%d %dh12v-5h-12z".formatted(x, y + 6, x + 2, y - 38), palette.accent());
            default ->
                stroke(
                        "M%d %dq60-34 120 0M%1$d %2$dh120M%3$d %2$dv-11M%4$d %2$dv-16M%5$d %2$dv-11"
                                .formatted(x - 60, y + 4, x - 30, x, x + 30),
                        palette.accent(),
                        3,
                        1);
        }
    }

    private void house(int x, int y, int width, int height, String posts) {
        stroke(posts.formatted(x + 6, y, x + width - 6, y), "#6b4423", 2.5, 1);
        shape("M%d %dh%dv-%dh-%dz".formatted(x + 3, y, width - 6, height, width - 6), CREAM);
        shape("M%d %dl%d-14h%dl%d 14z".formatted(x - 4, y - height + 3, 9, width - 10, 9), palette.accent());
    }

    /** Buildings stand beside each other around the middle. */
    private int nextPlot() {
        int x = (buildings == 0 ? 275 : 360) + between(0, 25);
        buildings++;
        return x;
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private void shape(String path, String colour) {
        svg.append("<path fill=\"")
                .append(colour)
                .append("\" d=\"")
                .append(path)
                .append("\"/>");
    }

    private void stroke(String path, String colour, double width, double opacity) {
        svg.append("<path fill=\"none\" stroke-linecap=\"round\" stroke=\"").append(colour);
        svg.append("\" stroke-width=\"").append(width).append("\" opacity=\"").append(opacity);
        svg.append("\" d=\"").append(path).append("\"/>");
    }

    private void circle(int x, int y, double radius, String colour) {
        svg.append(String.format(
                Locale.ROOT, "<circle cx=\"%d\" cy=\"%d\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, colour));
    }

    private void ellipse(int x, int y, int across, int up, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<ellipse cx=\"%d\" cy=\"%d\" rx=\"%d\" ry=\"%d\" fill=\"%s\"/>",
                x,
                y,
                across,
                up,
                colour));
    }
}
