package vn.ocop.marketplace.local.picture;

/** Finds the pack from how a thing is sold ("Hũ 300 g") and its product set. */
final class Shapes {

    private Shapes() {}

    static String ofUnit(PictureRequest request) {
        String unit = Subject.words(request.weightLabel()).strip();
        int set = request.setNo();
        boolean odd = new Chance("shape" + request.key()).oneIn(2);
        if (unit.startsWith("chai") || unit.startsWith("lọ")) {
            return bottle(set, odd);
        }
        if (unit.startsWith("hũ") || unit.startsWith("lốc") || unit.startsWith("bình")) {
            return set == 6 || set == 18 ? "jar-tub" : odd ? "jar-glass" : "jar-cloth";
        }
        if (unit.startsWith("hộp") || unit.startsWith("bộ")) {
            return box(set, odd);
        }
        if (unit.startsWith("thùng")) {
            return "crate";
        }
        if (unit.startsWith("túi lưới")) {
            return "net-bag";
        }
        if (unit.startsWith("khay") || unit.startsWith("con")) {
            return "tray-meat";
        }
        if (unit.startsWith("xấp")) {
            return "stack-paper";
        }
        return bag(set, odd);
    }

    private static String bottle(int set, boolean odd) {
        return switch (set) {
            case 4 -> "bottle-honey";
            case 7 -> "bottle-square";
            case 9 -> "bottle-sauce";
            case 14, 15 -> odd ? "bottle-flask" : "bottle-gourd";
            case 19 -> "bottle-pump";
            case 18, 20 -> "bottle-drop";
            default -> "bottle-juice";
        };
    }

    private static String box(int set, boolean odd) {
        return switch (set) {
            case 11 -> odd ? "tin-caddy" : "box-tall";
            case 12, 18, 20 -> odd ? "box-tall" : "box-gift";
            default -> odd ? "box-open" : "box-gift";
        };
    }

    private static String bag(int set, boolean odd) {
        return switch (set) {
            case 3 -> odd ? "bag-jute" : "pouch-window";
            case 10, 12 -> odd ? "pouch-kraft" : "pouch-window";
            default -> odd ? "pouch-window" : "pouch-kraft";
        };
    }
}
