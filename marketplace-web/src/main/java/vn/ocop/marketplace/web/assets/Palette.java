package vn.ocop.marketplace.web.assets;

/** The colours of a landscape: sky, sun, three depths of land from far to near, water, and one accent. */
enum Palette {
    NORTH("#dcebe6", "#f6c453", "#a9cdbd", "#5f9f80", "#2f7552", "#9fd0dc", "#d9674b"),
    DELTA("#f3ecd2", "#f0a848", "#c3d8a4", "#8db964", "#4d8a45", "#a7d3d8", "#c8503a"),
    COAST("#e2eef2", "#f4bd4f", "#a8cbb9", "#569a7c", "#2c6f53", "#5fb0c0", "#c8503a"),
    SEA("#dff0f3", "#f4bd4f", "#8fc1b5", "#4b9488", "#2a6b66", "#4ea6bd", "#c8503a"),
    HIGH("#f5e6d3", "#ee9a4a", "#c9b88c", "#8c9a55", "#56723a", "#9cc9c4", "#a8432d"),
    MEKONG("#f4eed6", "#f2b04d", "#b9d6a0", "#74b06a", "#357f4f", "#86c5c9", "#d9674b"),
    DUSK("#f6dfd2", "#e9805a", "#c3a7b4", "#7b8f8a", "#3d6b5a", "#a9c3d0", "#9c3d3a"),
    LAKE("#e8eee0", "#f0a848", "#b7ccb4", "#6fa384", "#35694f", "#8fc3c9", "#b5452f");

    private final String[] colours;

    Palette(String... colours) {
        this.colours = colours;
    }

    String sky() {
        return colours[0];
    }

    String sun() {
        return colours[1];
    }

    /** Land between far (0) and near (1). */
    String land(double nearness) {
        return colours[2 + (int) Math.min(2, Math.floor(nearness * 3))];
    }

    String water() {
        return colours[5];
    }

    String accent() {
        return colours[6];
    }

    String dark() {
        return colours[4];
    }
}
