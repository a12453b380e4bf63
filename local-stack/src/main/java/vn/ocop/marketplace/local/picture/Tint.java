package vn.ocop.marketplace.local.picture;

import java.util.List;

/** The colour families of grounds and packs; each product group has one. */
enum Tint {
    LEAF(
            List.of(
                    new Ground("#E6F0DF", "#B9D3A6", "#F8F3DC"),
                    new Ground("#DDEBDD", "#9FC3A0", "#FBF6E6"),
                    new Ground("#F0F1D6", "#C8CF8E", "#E2EBC8")),
            List.of(
                    new Dress("#2F6B4A", "#D9A441", "#F2E3BC"),
                    new Dress("#0F6B3E", "#F0E4C8", "#E9C46A"),
                    new Dress("#5E7F3A", "#8A5A2E", "#FFF4D6"),
                    new Dress("#B23A1E", "#2F6B4A", "#F2D59A"),
                    new Dress("#D9B24C", "#0F6B3E", "#8E1B1B"))),
    PAPER(
            List.of(
                    new Ground("#F6EEDC", "#DEC79C", "#FFFBF0"),
                    new Ground("#F3E7D3", "#CFA97C", "#FBF3E2"),
                    new Ground("#EFE9DC", "#C7B496", "#FBF7EC")),
            List.of(
                    new Dress("#F6EEDA", "#0F6B3E", "#E9C46A"),
                    new Dress("#5A3A24", "#B23A1E", "#D9A441"),
                    new Dress("#C79A63", "#33261B", "#F2E3BC"),
                    new Dress("#F4ECD8", "#8E1B1B", "#D9A441"),
                    new Dress("#2F5B58", "#D9A441", "#F2E3BC"))),
    CLAY(
            List.of(
                    new Ground("#F8E4D6", "#DFA587", "#FFF6EA"),
                    new Ground("#F6DCCB", "#CC8A6A", "#FDF0E2"),
                    new Ground("#FAE9DA", "#E3B08A", "#FBE0C6")),
            List.of(
                    new Dress("#B23A1E", "#F0E4C8", "#E9C46A"),
                    new Dress("#8E1B1B", "#D9A441", "#F2D59A"),
                    new Dress("#1F6B70", "#B23A1E", "#F2D59A"),
                    new Dress("#D9A441", "#8E1B1B", "#FFF4D6"),
                    new Dress("#2F6B4A", "#C9573A", "#F2E3BC"))),
    GOLD(
            List.of(
                    new Ground("#FFF1CF", "#EBC673", "#FFFAEA"),
                    new Ground("#FCE8B8", "#DDB25A", "#FFF6DC"),
                    new Ground("#FBEFD6", "#E3BE80", "#F7DDA0")),
            List.of(
                    new Dress("#C98A1E", "#5A3A24", "#FFF4D6"),
                    new Dress("#8E1B1B", "#D9A441", "#F2D59A"),
                    new Dress("#2F6B4A", "#C9573A", "#F2E3BC"),
                    new Dress("#F4ECD8", "#B23A1E", "#D9A441"),
                    new Dress("#1D4E89", "#C9573A", "#F2D59A"))),
    RIVER(
            List.of(
                    new Ground("#E2EDF3", "#A9C6D6", "#FAF7EC"),
                    new Ground("#DCE9EC", "#93B9C0", "#F7F4E6"),
                    new Ground("#E8EEF4", "#B4C4DC", "#FFF6E0")),
            List.of(
                    new Dress("#1D4E89", "#D9A441", "#F2E3BC"),
                    new Dress("#1F6B70", "#F0E4C8", "#E9C46A"),
                    new Dress("#8E1B1B", "#1D4E89", "#F2D59A"),
                    new Dress("#F4ECD8", "#1F6B70", "#B23A1E"),
                    new Dress("#B07A45", "#33261B", "#F2E3BC")));

    /** Wall, ground and the light behind the product. */
    record Ground(String wall, String floor, String light) {}

    /** Pack, lid and trim. */
    record Dress(String pack, String lid, String trim) {}

    private final List<Ground> grounds;
    private final List<Dress> dresses;

    Tint(List<Ground> grounds, List<Dress> dresses) {
        this.grounds = grounds;
        this.dresses = dresses;
    }

    Ground ground(Chance chance) {
        return chance.pick(grounds);
    }

    Dress dress(Chance chance) {
        return chance.pick(dresses);
    }

    static Tint ofSet(int setNo) {
        return switch (setNo) {
            case 1, 2, 11, 12, 18, 19, 20, 24 -> LEAF;
            case 3, 6, 13, 21, 22 -> PAPER;
            case 8, 9, 10, 23 -> CLAY;
            case 4, 5, 7, 15 -> GOLD;
            default -> RIVER;
        };
    }
}
