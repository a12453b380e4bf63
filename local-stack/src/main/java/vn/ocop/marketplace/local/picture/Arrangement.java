package vn.ocop.marketplace.local.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays out many of one good: heaps beside a pack, piles in a crate, a tray seen from above. */
final class Arrangement {

    private record Spot(double x, double y) {}

    private final Svg svg;
    private final Chance chance;

    Arrangement(Svg svg, Chance chance) {
        this.svg = svg;
        this.chance = chance;
    }

    /** Beside the pack: a mound of small things, or two or three large ones. */
    void beside(Subject.Good good, double x, double y, double scale) {
        double size = good.size() * scale;
        if (good.small()) {
            mound(good, x, y, 112 * scale, 66 * scale, size);
            return;
        }
        double reach = 100 * size;
        int count = size > 0.95 ? 1 : 2 + chance.below(2);
        svg.shadow(x, y + reach * 0.04, reach * (count == 1 ? 1.15 : 1.8), reach * 0.26);
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double shift = (i - (count - 1) / 2.0) * reach * 1.25;
            double foot = good.part().number("foot", 78) / 100;
            spots.add(new Spot(x + shift, y - reach * (foot - (i % 2 == 0 ? 0 : -0.12))));
        }
        spots.sort(Comparator.comparingDouble(Spot::y));
        for (Spot spot : spots) {
            place(good, spot.x(), spot.y(), size, chance.between(-24, 24));
        }
    }

    private void place(Subject.Good good, double x, double y, double size, double turn) {
        double mirrored = chance.oneIn(2) ? -size : size;
        svg.place(good.part(), good.colours(), x, y, mirrored, size, turn);
    }

    private void mound(Subject.Good good, double x, double y, double halfWidth, double tall, double size) {
        double step = 100 * size * 1.15;
        svg.shadow(x, y, halfWidth * 1.5, tall * 0.5);
        int rows = Math.clamp(Math.round(tall / (step * 0.42)), 2, 7);
        for (int row = 0; row < rows; row++) {
            double share = (row + 0.6) / rows;
            double half = halfWidth * Math.sqrt(share);
            double rowY = y - tall * (1 - share) - step * 0.25;
            int count = Math.max(2, (int) Math.round(half * 2 / step));
            for (int i = 0; i < count; i++) {
                double px = x - half + half * 2 * (i + 0.5) / count + chance.between(-step, step) * 0.14;
                place(good, px, rowY + chance.between(-step, step) * 0.1, size, chance.between(0, 360));
            }
        }
        for (int i = 0; i < 3; i++) {
            double side = i % 2 == 0 ? -1 : 1;
            place(
                    good,
                    x + side * halfWidth * chance.between(1.1, 1.5),
                    y + chance.between(-4, 12),
                    size,
                    chance.between(0, 360));
        }
    }

    /** Rows of a good above a rim, back rows first; what stands in front hides their feet. */
    void pile(Subject.Good good, double x, double y, double halfWidth, double rows) {
        double each = Math.min(100 * good.size(), halfWidth * 0.34);
        double size = Math.max(each, halfWidth * 0.16) / 100;
        double reach = 100 * size;
        for (int row = 0; row < rows; row++) {
            double half = halfWidth * (0.66 + 0.34 * row / Math.max(1, rows - 1)) - reach * 0.8;
            double rowY = y - (rows - 1 - row) * reach * 0.62;
            int count = Math.max(2, (int) Math.round(half * 2 / (reach * 1.45)) + 1);
            for (int i = 0; i < count; i++) {
                double px = x - half + half * 2 * i / (count - 1.0);
                place(good, px, rowY + chance.between(-0.12, 0.12) * reach, size, chance.between(-35, 35));
            }
        }
    }

    /** Things seen through a window of a pack or lying in a round dish: spread evenly, turned freely. */
    void fill(Subject.Good good, double x, double y, double rx, double ry, double size, int most) {
        double reach = 100 * size;
        double step = reach * 1.35;
        List<Spot> spots = new ArrayList<>();
        int row = 0;
        double top = ry > reach ? ry - reach * 0.7 : 0;
        for (double dy = -top; dy <= top + 0.1; dy += step * 0.8, row++) {
            double half = Math.max(0, rx * Math.sqrt(Math.max(0, 1 - dy * dy / (ry * ry))) - reach * 0.72);
            int count = Math.max(1, (int) Math.round(half * 2 / step));
            for (int i = 0; i < count; i++) {
                double px = count == 1 ? 0 : -half + half * 2 * i / (count - 1.0);
                spots.add(new Spot(
                        x + px + chance.between(-0.12, 0.12) * reach, y + dy + chance.between(-0.12, 0.12) * reach));
            }
        }
        while (spots.size() > most) {
            spots.remove(chance.below(spots.size()));
        }
        for (Spot spot : spots) {
            place(good, spot.x(), spot.y(), size, chance.between(0, 360));
        }
    }

    /** Large things in a dish seen from above: one in the middle, the others around it. */
    void rings(Subject.Good good, double x, double y, double radius, double size) {
        double reach = 100 * size;
        double ring = Math.min(radius - reach * 0.8, reach * 1.75);
        if (radius > reach * 3.2) {
            double outer = Math.min(radius - reach * 0.55, reach * 3.3);
            ring(good, x, y, outer, size, (int) (Math.PI * 2 * outer / (reach * 1.9)));
        }
        ring(good, x, y, ring, size, ring < reach * 1.5 ? 5 : 6);
        place(good, x, y, size, chance.between(-40, 40));
    }

    private void ring(Subject.Good good, double x, double y, double radius, double size, int count) {
        double start = chance.between(0, Math.PI);
        for (int i = 0; i < count; i++) {
            double angle = start + Math.PI * 2 * i / count;
            place(
                    good,
                    x + Math.cos(angle) * radius,
                    y + Math.sin(angle) * radius,
                    size * chance.between(0.94, 1.06),
                    chance.between(0, 360));
        }
    }
}
