package vn.ocop.marketplace.local.picture;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pack, the heap or the handmade thing itself, with its label or its tag. */
final class Product {

    private final Svg svg;
    private final PictureRequest request;
    private final Subject subject;
    private final Tint.Dress dress;
    private final Chance chance;
    private final Arrangement arrangement;
    private final Part emblem;
    private @Nullable Tag tag;

    private record Tag(double x, double y, double scale) {}

    Product(Svg svg, PictureRequest request, Subject subject, Tint.Dress dress, Chance chance) {
        this.svg = svg;
        this.request = request;
        this.subject = subject;
        this.dress = dress;
        this.chance = chance;
        arrangement = new Arrangement(svg, chance);
        emblem = subject.good() == null ? Part.of("leaf") : subject.good().part();
    }

    void putTag(double x, double y, double scale) {
        tag = new Tag(x, y, scale);
    }

    boolean isThing() {
        return Part.exists(subject.shape())
                && "crafts".equals(Part.of(subject.shape()).data().get("sheet"));
    }

    boolean isPile() {
        return !Part.exists(subject.shape()) || Part.of(subject.shape()).data().containsKey("pile");
    }

    double half(double scale) {
        if (!Part.exists(subject.shape())) {
            return 250 * scale;
        }
        return Objects.requireNonNull(Part.of(subject.shape()).numbers("size"))[0]
                / 2
                * scaleOf(subject.shape())
                * scale;
    }

    private static double scaleOf(String shape) {
        double[] size = Objects.requireNonNull(Part.of(shape).numbers("size"));
        return Math.min(720 / size[1], (size[0] > size[1] ? 780 : 640) / size[0]);
    }

    /** The pack with all that belongs to it; (x, y) is the middle of its foot. */
    void draw(double x, double y, double scale) {
        if (!Part.exists(subject.shape())) {
            heap(x, y, scale);
            return;
        }
        if (isThing()) {
            thing(x, y, scale);
            return;
        }
        Part pack = Part.of(subject.shape());
        double[] size = Objects.requireNonNull(pack.numbers("size"));
        double s = scaleOf(subject.shape()) * scale;
        svg.shadow(x + size[0] * s * 0.06, y + 4, size[0] * s * 0.66, 20 + size[0] * s * 0.07);
        svg.open("transform=\"translate(%s %s) scale(%s)\"".formatted(Svg.number(x), Svg.number(y), Svg.fine(s)));
        contents(pack);
        label(pack);
        svg.close();
    }

    private void contents(Part pack) {
        Map<String, String> paints = Map.of(
                "a", dress.pack(),
                "b", dress.lid(),
                "c", subject.colour(),
                "d", dress.trim(),
                "e", Paint.darker(subject.colour(), 0.16));
        Subject.Good good = subject.good();
        double[] pile = pack.numbers("pile");
        double[] open = pack.numbers("open");
        double[] window = pack.numbers("window");
        boolean net = pack.id().equals("net-bag");
        if (good != null && pile != null && !net) {
            arrangement.pile(good, pile[0], pile[1], pile[2], 2);
        }
        svg.place(pack, paints, 0, 0, 1, 0);
        if (good == null) {
            return;
        }
        if (net && pile != null) {
            arrangement.fill(good, pile[0], pile[1], pile[2], 160, Math.max(0.34, good.size() * 0.62), 60);
            svg.place(Part.of("net-over"), paints, 0, 0, 1, 0);
        } else if (open != null) {
            double each = Math.clamp(good.size() * 0.55, 0.22, 0.5);
            arrangement.fill(good, open[0], open[1], open[2], open[3], each, 40);
        } else if (window != null) {
            double each = Math.clamp(good.size() * 0.6, 0.16, window[3] / 100 * 0.72);
            arrangement.fill(good, window[0], window[1], window[2], window[3], each, 60);
            if (pack.id().equals("vacuum")) {
                svg.place(Part.of("vacuum-shine"), Map.of(), 0, 0, 1, 0);
            }
        }
    }

    private void label(Part pack) {
        double[] box = pack.numbers("label");
        if (box != null) {
            new Label(request, emblem, dress, new Chance("label" + request.key()))
                    .draw(
                            svg,
                            Objects.requireNonNullElse(pack.data().get("kind"), "paper"),
                            box[0],
                            box[1],
                            box[2],
                            box[3]);
        }
    }

    /** A craft or a plant: it is its own picture, with a tag on a string. */
    void thing(double x, double y, double scale) {
        Part part = Part.of(Part.exists(subject.shape()) ? subject.shape() : "vase");
        double[] size = Objects.requireNonNull(part.numbers("size"));
        double s = Math.min(680 / size[1], 760 / size[0]) * scale;
        svg.shadow(x + 14, y + 2, size[0] * s * 0.58, 22 + size[0] * s * 0.05);
        svg.place(
                part,
                Map.of("a", dress.pack(), "b", dress.lid(), "d", dress.trim(), "c", subject.colour()),
                x,
                y,
                s,
                0);
        double[] hook = part.numbers("tag");
        if (hook != null && request.setNo() != 26) {
            tag = new Tag(Math.clamp(x + hook[0] * s, 220, 980), y + hook[1] * s + 70 * scale, scale * 1.25);
        }
    }

    /** Drawn after everything else, so that nothing lies on the name. */
    void hangTag() {
        if (tag == null) {
            return;
        }
        svg.open("transform=\"translate(%s %s) rotate(%s) scale(%s)\""
                .formatted(
                        Svg.number(tag.x()),
                        Svg.number(tag.y()),
                        Svg.number(chance.between(-6, 6)),
                        Svg.fine(tag.scale())));
        new Label(request, emblem, dress, new Chance("label" + request.key())).draw(svg, "tag", -150, -60, 300, 120);
        svg.close();
    }

    /** Unpacked goods in a heap, on what lies on the table. */
    private void heap(double x, double y, double scale) {
        Subject.Good good = Objects.requireNonNull(subject.good());
        int count = switch (subject.shape()) {
            case "bananas" -> 1;
            case "rolls" -> 2;
            case "bunch" -> 3;
            default -> 6;
        };
        double size = (count == 1 ? 3.3 : count == 2 ? 2.5 : count == 3 ? 2.3 : 1.5) * scale;
        svg.shadow(x, y + 10, 360 * scale, 70 * scale);
        for (int i = 0; i < count; i++) {
            double px =
                    count == 6 ? (i < 3 ? (i - 1) * 190 : i < 5 ? (i - 3.5) * 190 : 0) : (i - (count - 1) / 2.0) * 190;
            double row = count == 6 ? (i < 3 ? 0 : i < 5 ? 1 : 2) : count == 2 ? i : 0;
            double turn = count == 3 ? (i - 1) * 18 : chance.between(-5, 5);
            svg.place(
                    good.part(),
                    good.colours(),
                    x + px * scale * (count == 2 ? 0.3 : 1),
                    y - size * (count < 4 ? 90 : 50) - row * 96 * scale * (count == 2 ? 1.7 : 1),
                    size,
                    turn);
        }
        tag = new Tag(x + 130 * scale, y + 60 * scale, scale * 1.2);
    }
}
