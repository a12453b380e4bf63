package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.stream.Stream;
import vn.ocop.marketplace.sheet.SheetColumn;

/** The columns of a sheet of listings: a row is a choice, rows with the same product code are one listing. */
final class SheetColumns {

    static final String KIND = "listings";
    static final String SKU = "sku";
    static final String PRODUCT = "product";
    static final String TITLE = "title";
    static final String TITLE_EN = "title-en";
    static final String CATEGORY = "category";
    static final String DESCRIPTION = "description";
    static final String DESCRIPTION_EN = "description-en";
    static final String CHOICE = "choice";
    static final String PRICE = "price";
    static final String STOCK = "stock";
    static final String STOCK_SEEN = "stock-seen";
    static final String WEIGHT = "weight";
    static final String LENGTH = "length";
    static final String WIDTH = "width";
    static final String HEIGHT = "height";
    static final String CERTIFICATE = "certificate";

    static final List<SheetColumn> ALL = Stream.of(
                    Stream.of(
                            SheetColumn.needed(
                                    SKU,
                                    "ma",
                                    "sku",
                                    "ma sku",
                                    "ma hang hoa",
                                    "ma vach",
                                    "ma phan loai",
                                    "code",
                                    "item code"),
                            SheetColumn.of(
                                    PRODUCT,
                                    "ma san pham cha",
                                    "ma nhom hang",
                                    "parent sku",
                                    "product code",
                                    "ma san pham gop"),
                            SheetColumn.of(
                                    TITLE,
                                    "ten",
                                    "ten hang",
                                    "ten san pham",
                                    "ten hang hoa",
                                    "san pham",
                                    "name",
                                    "title",
                                    "product name"),
                            SheetColumn.of(CHOICE, "loai", "quy cach", "phan loai hang", "variant", "option"),
                            SheetColumn.of(
                                    PRICE,
                                    "gia",
                                    "gia ban",
                                    "don gia",
                                    "gia ban le",
                                    "gia tien",
                                    "gia ban vnd",
                                    "price",
                                    "unit price"),
                            SheetColumn.of(
                                    STOCK,
                                    "ton",
                                    "so luong",
                                    "so luong ton",
                                    "ton kho hien tai",
                                    "quantity",
                                    "stock",
                                    "qty"),
                            SheetColumn.of(STOCK_SEEN),
                            SheetColumn.of(
                                    CATEGORY,
                                    "nhom",
                                    "nhom hang",
                                    "danh muc",
                                    "loai san pham",
                                    "bo san pham",
                                    "nganh hang",
                                    "category"),
                            SheetColumn.of(
                                    WEIGHT,
                                    "can nang",
                                    "khoi luong",
                                    "trong luong",
                                    "trong luong g",
                                    "can nang g",
                                    "weight"),
                            SheetColumn.of(
                                    DESCRIPTION, "mo ta san pham", "mo ta chi tiet", "gioi thieu", "description")),
                    Stream.of(ListingAttribute.values()).map(SheetColumns::of),
                    Stream.of(
                            SheetColumn.of(
                                    CERTIFICATE,
                                    "so giay chung nhan",
                                    "giay chung nhan ocop",
                                    "chung nhan ocop",
                                    "certificate"),
                            SheetColumn.of(LENGTH, "dai", "chieu dai", "length"),
                            SheetColumn.of(WIDTH, "rong", "chieu rong", "width"),
                            SheetColumn.of(HEIGHT, "cao", "chieu cao", "height"),
                            SheetColumn.of(TITLE_EN, "english name", "ten tieng anh", "name english"),
                            SheetColumn.of(DESCRIPTION_EN, "mo ta tieng anh", "description english")))
            .flatMap(columns -> columns)
            .toList();

    private SheetColumns() {}

    private static SheetColumn of(ListingAttribute attribute) {
        return switch (attribute) {
            case NET_WEIGHT -> SheetColumn.of(attribute.code(), "khoi luong tinh", "dung tich");
            case ORIGIN -> SheetColumn.of(attribute.code(), "nguon goc", "noi san xuat", "vung nguyen lieu");
            case INGREDIENTS -> SheetColumn.of(attribute.code(), "nguyen lieu");
            case SHELF_LIFE -> SheetColumn.of(attribute.code(), "hsd", "han dung", "thoi han su dung");
            case STORAGE -> SheetColumn.of(attribute.code(), "cach bao quan", "huong dan bao quan");
            case USAGE -> SheetColumn.of(attribute.code(), "cach dung", "huong dan su dung");
            case REGISTRATION -> SheetColumn.of(attribute.code(), "so cong bo", "ho so cong bo");
            case MATERIAL, DIMENSIONS -> SheetColumn.of(attribute.code());
        };
    }
}
