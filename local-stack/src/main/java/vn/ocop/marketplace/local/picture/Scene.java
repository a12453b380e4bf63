package vn.ocop.marketplace.local.picture;

import java.util.Map;

/** Composes one view of one listing. */
final class Scene {

    private static final double BASE = 1000;

    private final PictureRequest request;
    private final Subject subject;
    private final Svg svg = new Svg(Stage.SIZE, Stage.SIZE);
    private final Chance chance;
    private final Arrangement arrangement;
    private final Tint.Dress dress;
    private final Stage stage;
    private final Product product;

    private Scene(PictureRequest request) {
        this.request = request;
        subject = Subject.of(request);
        // The pack keeps its colours from view to view; the room changes.
        Tint tint = Tint.ofSet(request.setNo());
        dress = tint.dress(new Chance("dress" + request.key()));
        chance = new Chance(request.key() + '/' + request.view());
        arrangement = new Arrangement(svg, chance);
        Tint.Ground ground = tint.ground(chance);
        Province.Sight sight = Province.of(request.provinceCode()).sightFor(request);
        stage = new Stage(svg, chance, tint, ground, sight);
        product = new Product(svg, request, subject, dress, chance);
    }

    static String draw(PictureRequest request) {
        Scene scene = new Scene(request);
        switch (request.view()) {
            case 0 -> scene.portrait();
            case 1 -> scene.fromAbove();
            default -> scene.atHome();
        }
        return scene.svg.toString();
    }

    private boolean isPlace() {
        return request.setNo() == 26;
    }

    private void portrait() {
        if (isPlace()) {
            stage.landscapeOnly();
            product.thing(600, 960, 1.35);
            return;
        }
        stage.room();
        boolean mirrored = chance.oneIn(2);
        double lean = chance.between(-24, 24);
        Subject.Good good = subject.good();
        Subject.Good beside = subject.beside();
        double reach = product.half(1);
        double left = 600 + lean - reach - 70;
        double right = 600 + lean + reach + 70;
        if (beside != null && beside.size() >= 1) {
            arrangement.beside(beside, Math.clamp(mirrored ? left + 50 : right - 50, 150, 1050), BASE - 26, 1.5);
        }
        if (reach < 150) {
            // A slim bottle alone leaves the picture empty; its twin stands a step behind.
            product.draw(600 + lean + (mirrored ? -168 : 168), BASE - 44, 0.86);
        }
        product.draw(600 + lean + (reach < 150 ? (mirrored ? 40 : -40) : 0), BASE, reach < 150 ? 1.06 : 1);
        if (good != null && !product.isPile()) {
            arrangement.beside(good, Math.clamp(mirrored ? right : left, 170, 1030), BASE + 82, 1.2);
        }
        if (beside != null && beside.size() < 1) {
            arrangement.beside(beside, Math.clamp(mirrored ? left : right, 160, 1040), BASE + 70, 1.05);
        }
        product.hangTag();
    }

    private void fromAbove() {
        Subject.Good good = subject.good();
        if (isPlace() || good == null || product.isThing()) {
            pair();
            return;
        }
        stage.table();
        // Pale things are lost on white china.
        stage.dish(600, 600, Paint.lightness(subject.colour()) < 0.78);
        if (good.small()) {
            bed();
            arrangement.fill(good, 600, 600, 340, 340, good.size() * 1.15, 190);
        } else {
            arrangement.rings(good, 600, 600, 350, Math.clamp(good.size(), 0.7, 1.25) * 1.15);
        }
        corners();
        product.putTag(330, 1080, 1.35);
        product.hangTag();
    }

    private void corners() {
        Subject.Good beside = subject.beside();
        if (beside == null) {
            return;
        }
        double each = Math.max(0.4, beside.size()) * 1.15;
        double[][] corners = {{120, 140}, {1080, 1060}, {1070, 150}};
        for (double[] corner : corners) {
            svg.place(beside.part(), beside.colours(), corner[0], corner[1], each, chance.between(0, 360));
        }
    }

    /** Two of a handmade thing, as they come in different colours; a place is seen from a little further off. */
    private void pair() {
        if (isPlace()) {
            stage.landscapeOnly();
            product.thing(chance.oneIn(2) ? 400 : 800, 900, 0.66);
            return;
        }
        stage.room();
        Tint.Dress other = Tint.ofSet(request.setNo()).dress(new Chance("other" + request.key()));
        new Product(svg, request, subject, other, chance).thing(800, BASE - 60, 0.68);
        product.thing(400, BASE + 40, 0.78);
        product.hangTag();
    }

    /** Small things lie on more of their kind. */
    private void bed() {
        String deep = Paint.darker(Paint.mix(subject.colour(), "#8A6A3A", 0.15), 0.16);
        StringBuilder edge = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            double angle = Math.PI * 2 * i / 24;
            double reach = 336 + chance.between(-12, 14);
            edge.append(i == 0 ? 'M' : 'L')
                    .append(Svg.number(600 + Math.cos(angle) * reach))
                    .append(' ')
                    .append(Svg.number(600 + Math.sin(angle) * reach));
        }
        svg.path(edge.append('Z').toString(), deep, 0.85);
    }

    private void atHome() {
        boolean mirrored = chance.oneIn(2);
        stage.outdoors(mirrored);
        if (isPlace()) {
            return;
        }
        double x = mirrored ? 380 : 820;
        product.draw(x, BASE + 20, 0.78);
        if (Part.exists("serve-" + subject.serve())) {
            serve(mirrored ? 850 : 350, BASE + 56);
        }
        product.hangTag();
    }

    private void serve(double x, double y) {
        svg.shadow(x, y + 4, 270, 50);
        svg.place(
                Part.of("serve-" + subject.serve()),
                Map.of("a", dress.pack(), "b", dress.lid(), "c", subject.colour(), "d", dress.trim()),
                x,
                y,
                1.25,
                0);
        Subject.Good good = subject.good();
        if (good == null) {
            return;
        }
        if (subject.serve().equals("plate-round") && good.size() > 1.1) {
            svg.place(good.part(), good.colours(), x + 70, y - 110, 0.95, 8);
            svg.place(good.part(), good.colours(), x - 60, y - 92, 1, -6);
        } else if (subject.serve().equals("plate-round")) {
            arrangement.pile(good, x, y - 70, 190, 2);
        } else if (subject.serve().equals("bowl")) {
            arrangement.fill(good, x, y - 152, 190, 40, Math.min(good.size(), 0.42), 60);
        }
    }
}
