package vn.ocop.marketplace.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.sheet.SheetColumn;
import vn.ocop.marketplace.sheet.SheetRow;
import vn.ocop.marketplace.territory.Commune;

/** One row of a sheet of shops; where a cell is empty, what is known stays. */
record PreparedRow(
        SheetRow row,
        String phone,
        @Nullable String person,
        @Nullable String name,
        Shop.@Nullable LegalKind legalKind,
        @Nullable String street,
        @Nullable Commune commune,
        @Nullable String taxCode,
        @Nullable String story,
        List<FieldProblem> problems) {

    static final String PHONE = "phone";
    static final String PERSON = "person";
    static final String NAME = "name";
    static final String KIND = "legal-kind";
    static final String STREET = "street";
    static final String COMMUNE = "commune";
    static final String PROVINCE = "province";
    static final String TAX = "tax-code";
    static final String STORY = "story";
    static final String STATUS = "status";

    static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.needed(PHONE, "sdt", "so dien thoai", "dien thoai", "di dong", "tel", "phone number"),
            SheetColumn.of(PERSON, "chu ho", "ho ten", "nguoi dai dien", "ten chu ho", "owner", "representative"),
            SheetColumn.of(NAME, "gian hang", "ten co so", "co so", "ten chu the", "chu the", "shop"),
            SheetColumn.of(KIND, "loai", "loai hinh", "loai hinh chu the", "hinh thuc", "kind"),
            SheetColumn.of(STREET, "dia chi", "thon", "so nha", "address"),
            SheetColumn.of(COMMUNE, "xa", "phuong", "xa phuong", "ward"),
            SheetColumn.of(PROVINCE, "tinh thanh", "tinh tp"),
            SheetColumn.of(TAX, "mst", "ma so thue", "tax number"),
            SheetColumn.of(STORY, "gioi thieu", "cau chuyen", "mo ta", "about"),
            SheetColumn.of(STATUS, "trang thai", "state"));

    private static final int LONGEST_PERSON = 100;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_STREET = 200;
    private static final int LONGEST_STORY = 5_000;
    private static final Pattern TAX_CODE = Pattern.compile("[0-9]{10}(-[0-9]{3})?|[0-9]{12}");

    PreparedRow {
        problems = List.copyOf(problems);
    }

    /** A place that what somebody typed may mean; empty when it is none or not clear which. */
    interface Places extends BiFunction<String, @Nullable String, Optional<Commune>> {}

    static PreparedRow read(SheetRow row, Places places) {
        var problems = new ArrayList<FieldProblem>();
        if (row.twin() != null) {
            problems.add(new FieldProblem(PHONE, "field.sheet-twin", row.twin()));
        }
        var typed = row.get(PHONE);
        var phone = typed == null ? Optional.<String>empty() : PhoneNumbers.normalise(withZero(typed));
        if (phone.isEmpty()) {
            problems.add(new FieldProblem(PHONE, typed == null ? "field.sheet-cell-needed" : "field.shop-no-phone"));
        }
        var commune = row.get(COMMUNE);
        var found = commune == null ? Optional.<Commune>empty() : places.apply(commune, row.get(PROVINCE));
        if (commune != null && found.isEmpty()) {
            problems.add(new FieldProblem(COMMUNE, "field.shop-commune-unclear"));
        }
        var tax = row.get(TAX);
        if (tax != null && !TAX_CODE.matcher(tax).matches()) {
            problems.add(new FieldProblem(TAX, "field.shop-no-tax-code"));
        }
        return new PreparedRow(
                row,
                phone.orElse(""),
                text(row, PERSON, LONGEST_PERSON, problems),
                text(row, NAME, LONGEST_NAME, problems),
                kind(row, problems),
                text(row, STREET, LONGEST_STREET, problems),
                found.orElse(null),
                tax,
                text(row, STORY, LONGEST_STORY, problems),
                problems);
    }

    /** Spreadsheet programs take a number's first zero away. */
    private static String withZero(String typed) {
        return typed.matches("[1-9][0-9]{8}") ? '0' + typed : typed;
    }

    private static @Nullable String text(SheetRow row, String column, int longest, List<FieldProblem> problems) {
        var text = row.get(column);
        if (text != null && text.length() > longest) {
            problems.add(new FieldProblem(column, "field.sheet-too-long", longest));
        }
        return text;
    }

    private static Shop.@Nullable LegalKind kind(SheetRow row, List<FieldProblem> problems) {
        var typed = row.get(KIND);
        if (typed == null) {
            return null;
        }
        var kind = kind(VietnameseText.fold(typed));
        if (kind == null) {
            problems.add(new FieldProblem(KIND, "field.shop-no-kind"));
        }
        return kind;
    }

    private static Shop.@Nullable LegalKind kind(String folded) {
        if (folded.contains("hop tac") || folded.contains("htx") || folded.contains("cooperative")) {
            return Shop.LegalKind.COOPERATIVE;
        }
        if (folded.contains("cong ty") || folded.contains("doanh nghiep") || folded.contains("company")) {
            return Shop.LegalKind.COMPANY;
        }
        if (folded.contains("ca nhan") || folded.contains("individual")) {
            return Shop.LegalKind.INDIVIDUAL;
        }
        return folded.startsWith("ho") || folded.contains("household") ? Shop.LegalKind.HOUSEHOLD : null;
    }

    /** The example of an empty sheet, left in by mistake. */
    boolean example() {
        return VietnameseText.fold(row.values().getOrDefault(NAME, "")).startsWith("vi du");
    }

    /** What a new shop lacks. */
    List<FieldProblem> missing() {
        var missing = new ArrayList<FieldProblem>();
        if (person == null) {
            missing.add(new FieldProblem(PERSON, "field.sheet-cell-needed"));
        }
        if (name == null) {
            missing.add(new FieldProblem(NAME, "field.sheet-cell-needed"));
        }
        if (street == null) {
            missing.add(new FieldProblem(STREET, "field.sheet-cell-needed"));
        }
        if (commune == null && row.get(COMMUNE) == null) {
            missing.add(new FieldProblem(COMMUNE, "field.sheet-cell-needed"));
        }
        return missing;
    }

    /** What a sheet says where it says something, else what is known. */
    static <T> T either(@Nullable T said, T known) {
        return said == null ? known : said;
    }
}
