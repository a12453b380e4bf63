package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/**
 * Much at once: take an empty sheet, send a full one, take home what is there.
 *
 * @param shop the shop, or the workplace that brings shops in
 * @param kind listings or certificates; shops elsewhere
 * @param groups for an empty sheet that marks what products of a set must tell
 * @param refusal why a file was not taken
 */
public record SheetsPage(
        Head head,
        Person.Membership shop,
        String kind,
        List<WizardPage.Group> groups,
        List<SheetImport.Summary> recent,
        @Nullable String refusal,
        String formKey) {

    /** The kinds at a shop, as they are shown. */
    public static final List<String> KINDS = List.of("listings", "certificates");

    private static final String SHOPS = "shops";

    static SheetsPage of(
            Visit visit,
            Person.Membership shop,
            String kind,
            List<WizardPage.Group> groups,
            List<SheetImport.Summary> recent,
            @Nullable String refusal) {
        return new SheetsPage(
                Head.personal(visit.t("sheets.title")),
                shop,
                kind,
                groups,
                recent,
                refusal,
                UUID.randomUUID().toString());
    }

    static String kind(SheetPlace place, @Nullable String asked) {
        if (!place.isShop()) {
            return SHOPS;
        }
        return asked != null && KINDS.contains(asked) ? asked : KINDS.getFirst();
    }

    public SheetPlace place() {
        return SheetPlace.of(shop);
    }

    public boolean ofShop() {
        return place().isShop();
    }

    public String path(String of) {
        return place().path() + "?" + place().query() + "&loai=" + of;
    }

    public String sheetPath(String id) {
        return place().path() + "/" + id + "?" + place().query();
    }

    public String exportPath(String format) {
        return place().path() + "/tai-ve?" + place().query() + "&loai=" + kind + "&dang=" + format;
    }
}
