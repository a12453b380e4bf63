package vn.ocop.marketplace.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.sheet.SheetNumbers;
import vn.ocop.marketplace.sheet.SheetRow;

/**
 * A row of a sheet of listings, understood as far as it can be without knowing the shop.
 *
 * @param size null unless all three sides are given
 * @param problems what in it cannot be
 */
record ListingRow(
        SheetRow row,
        String sku,
        @Nullable String product,
        @Nullable Long price,
        @Nullable Integer stock,
        @Nullable Integer stockSeen,
        @Nullable Integer weightGrams,
        ListingChange.@Nullable Size size,
        Map<String, String> attributes,
        List<FieldProblem> problems) {

    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_CHOICE = 100;
    private static final int LONGEST_ATTRIBUTE = 2_000;
    private static final int LONGEST_DESCRIPTION = 20_000;

    static ListingRow read(SheetRow row) {
        var problems = new ArrayList<FieldProblem>();
        var sku = row.get(SheetColumns.SKU);
        if (sku == null) {
            problems.add(new FieldProblem(SheetColumns.SKU, "field.sheet-cell-needed"));
        }
        if (row.twin() != null) {
            problems.add(new FieldProblem(SheetColumns.SKU, "field.sheet-twin", row.twin()));
        }
        mustBeShort(row, problems);
        var attributes = new LinkedHashMap<String, String>();
        for (var attribute : ListingAttribute.values()) {
            var value = row.get(attribute.code());
            if (value != null) {
                attributes.put(attribute.code(), value);
            }
        }
        return new ListingRow(
                row,
                sku == null ? "" : sku,
                row.get(SheetColumns.PRODUCT),
                number(
                        row,
                        SheetColumns.PRICE,
                        SheetNumbers::dong,
                        ListingLimits.LOWEST_PRICE,
                        ListingLimits.HIGHEST_PRICE,
                        problems),
                small(row, SheetColumns.STOCK, SheetNumbers::whole, 0, ListingLimits.MOST_STOCK, problems),
                small(row, SheetColumns.STOCK_SEEN, SheetNumbers::whole, 0, ListingLimits.MOST_STOCK, problems),
                small(row, SheetColumns.WEIGHT, SheetNumbers::grams, 1, ListingLimits.HEAVIEST_GRAMS, problems),
                size(row, problems),
                attributes,
                problems);
    }

    private static void mustBeShort(SheetRow row, List<FieldProblem> problems) {
        row.values().forEach((column, value) -> {
            int longest = switch (column) {
                case SheetColumns.SKU, SheetColumns.PRODUCT, SheetColumns.CERTIFICATE -> LONGEST_CODE;
                case SheetColumns.TITLE, SheetColumns.TITLE_EN -> LONGEST_TITLE;
                case SheetColumns.CHOICE -> LONGEST_CHOICE;
                case SheetColumns.DESCRIPTION, SheetColumns.DESCRIPTION_EN -> LONGEST_DESCRIPTION;
                default -> LONGEST_ATTRIBUTE;
            };
            if (value.length() > longest) {
                problems.add(new FieldProblem(column, "field.sheet-too-long", longest));
            }
        });
    }

    private static ListingChange.@Nullable Size size(SheetRow row, List<FieldProblem> problems) {
        var length = side(row, SheetColumns.LENGTH, problems);
        var width = side(row, SheetColumns.WIDTH, problems);
        var height = side(row, SheetColumns.HEIGHT, problems);
        return length == null || width == null || height == null ? null : new ListingChange.Size(length, width, height);
    }

    private static @Nullable Integer side(SheetRow row, String column, List<FieldProblem> problems) {
        return small(row, column, SheetNumbers::millimetres, 1, ListingLimits.LONGEST_MM, problems);
    }

    /** A way to read a number. */
    private interface Reading {
        long read(String text);
    }

    private static @Nullable Integer small(
            SheetRow row, String column, Reading reading, long least, long most, List<FieldProblem> problems) {
        var number = number(row, column, reading, least, most, problems);
        return number == null ? null : Math.toIntExact(number);
    }

    private static @Nullable Long number(
            SheetRow row, String column, Reading reading, long least, long most, List<FieldProblem> problems) {
        var text = row.get(column);
        if (text == null) {
            return null;
        }
        try {
            long number = reading.read(text);
            if (number >= least && number <= most) {
                return number;
            }
            problems.add(new FieldProblem(column, "field.sheet-out-of-range", least, most));
        } catch (NumberFormatException | ArithmeticException unread) {
            problems.add(new FieldProblem(column, "field.sheet-no-number"));
        }
        return null;
    }

    /** The line of the template that shows how it is done. */
    boolean example() {
        return VietnameseText.fold(sku).startsWith("vi du");
    }

    boolean sound() {
        return problems.isEmpty();
    }

    ListingRow with(FieldProblem problem) {
        var more = new ArrayList<>(problems);
        more.add(problem);
        return new ListingRow(
                row, sku, product, price, stock, stockSeen, weightGrams, size, attributes, List.copyOf(more));
    }
}
