package vn.ocop.marketplace.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One way in which something is packed and sold. */
record Size(String nameVi, String nameEn, int weightGrams, long price) {

    private static final Pattern MEASURED = Pattern.compile("(\\p{L}+(?: lưới)?) (\\d+) (g|kg|ml|lít)");
    private static final Map<String, Integer> UNITS = Map.of("g", 1, "kg", 1000, "ml", 1, "lít", 1000);
    private static final int LARGEST = 5000;

    /** A half and a double of it too, where it is measured in grams or millilitres. */
    List<Size> family(boolean half, boolean twice) {
        var measured = MEASURED.matcher(nameVi);
        if (!measured.matches()) {
            return List.of(this);
        }
        var amount = Integer.parseInt(measured.group(2)) * UNITS.getOrDefault(measured.group(3), 1);
        var sizes = new ArrayList<Size>();
        if (half && amount >= 100 && amount % 2 == 0) {
            sizes.add(scaled(measured.group(1), measured.group(3), amount, 0.5, 0.54));
        }
        sizes.add(this);
        if (twice && amount * 2 <= LARGEST) {
            sizes.add(scaled(measured.group(1), measured.group(3), amount, 2, 1.92));
        }
        return sizes;
    }

    private Size scaled(String packVi, String unit, int amount, double weightFactor, double priceFactor) {
        var liquid = "ml".equals(unit) || "lít".equals(unit);
        var scaled = (int) (amount * weightFactor);
        var inThousands = scaled >= 1000;
        var number = inThousands ? decimal(scaled / 1000.0) : String.valueOf(scaled);
        var unitVi = liquid ? inThousands ? "lít" : "ml" : inThousands ? "kg" : "g";
        var packEn = nameEn.replaceFirst(" \\d.*", "");
        return new Size(
                packVi + " " + number.replace('.', ',') + " " + unitVi,
                packEn + " " + number + " " + unitVi.replace("lít", "litre"),
                Math.max(20, (int) (weightGrams * weightFactor)),
                Math.max(5000, Math.round(price * priceFactor / 1000) * 1000));
    }

    private static String decimal(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
