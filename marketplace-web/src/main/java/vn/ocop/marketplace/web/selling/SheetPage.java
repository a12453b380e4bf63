package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * One sheet: whose column is whose, what would become of its rows, how far it is, what became of them.
 *
 * @param list which rows are shown; empty for those there is something to say about
 * @param rows null while there is nothing to show
 */
public record SheetPage(
        Head head,
        Person.Membership shop,
        SheetImport sheet,
        String list,
        SheetImport.@Nullable Rows rows,
        @Nullable ApiProblem refusal) {

    /** The outcomes, as they are shown. */
    public static final List<String> OUTCOMES = List.of("CREATED", "UPDATED", "UNCHANGED", "REFUSED");

    static SheetPage of(
            Visit visit,
            Person.Membership shop,
            SheetImport sheet,
            String list,
            SheetImport.@Nullable Rows rows,
            @Nullable ApiProblem refusal) {
        var head = Head.personal(visit.t("sheets.title")).withScripts("htmx.js");
        return new SheetPage(head, shop, sheet, list, rows, refusal);
    }

    static String list(@Nullable String asked) {
        return asked != null && OUTCOMES.contains(asked) ? asked : "";
    }

    public SheetPlace place() {
        return SheetPlace.of(shop);
    }

    public String path() {
        return place().path() + "/" + sheet.id() + "?" + place().query();
    }

    public String path(String of) {
        return of.isEmpty() ? path() : path() + "&loc=" + of;
    }

    public String allPath() {
        return place().path() + "?" + place().query() + "&loai=" + sheet.kind();
    }

    public String action(String step) {
        return place().path() + "/" + sheet.id() + "/" + step;
    }

    public String refusedPath(String format) {
        return place().path() + "/" + sheet.id() + "/chua-nhap?" + place().query() + "&dang=" + format;
    }

    public @Nullable String nextPath() {
        return rows == null || rows.next() == null ? null : path(list) + "&after=" + rows.next();
    }

    public String key(String outcome) {
        return outcome.toLowerCase(java.util.Locale.ROOT);
    }

    /** The places of the file one of our columns may be at. */
    public List<Option> places(Visit visit, SheetImport.Column column) {
        var at = sheet.mapping().get(column.code());
        var options = new java.util.ArrayList<Option>();
        options.add(new Option("", visit.t("sheets.no-column"), at == null));
        IntStream.range(0, sheet.headings().size())
                .mapToObj(i -> new Option(String.valueOf(i), sheet.place(i), at != null && at == i))
                .forEach(options::add);
        return options;
    }

    public @Nullable String errorOf(SheetImport.Column column) {
        return refusal == null ? null : refusal.errorOf("mapping." + column.code());
    }

    public String shelfPath() {
        var home = place().home();
        if (home != null) {
            return home;
        }
        return sheet.kind().equals("certificates")
                ? "/nguoi-ban/chung-nhan?gian-hang=" + shop.scope()
                : "/nguoi-ban/san-pham?gian-hang=" + shop.scope() + "&loai=DRAFT";
    }
}
