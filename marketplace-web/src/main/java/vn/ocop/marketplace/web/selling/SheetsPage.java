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
 * @param kind listings or certificates
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

    /** The kinds, as they are shown. */
    public static final List<String> KINDS = List.of("listings", "certificates");

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

    static String kind(@Nullable String asked) {
        return asked != null && KINDS.contains(asked) ? asked : KINDS.getFirst();
    }

    public String path(String of) {
        return "/nguoi-ban/bang-tinh?gian-hang=" + shop.scope() + "&loai=" + of;
    }

    public String sheetPath(String id) {
        return "/nguoi-ban/bang-tinh/" + id + "?gian-hang=" + shop.scope();
    }

    public String exportPath(String format) {
        return "/nguoi-ban/bang-tinh/tai-ve?gian-hang=" + shop.scope() + "&loai=" + kind + "&dang=" + format;
    }
}
