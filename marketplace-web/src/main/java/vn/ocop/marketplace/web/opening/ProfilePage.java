package vn.ocop.marketplace.web.opening;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.account.AccountPage;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Commune;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * A shop's file in parts, each saved by itself.
 *
 * @param commune where the shop is
 * @param said the part that was just saved, or null
 * @param part the part that was refused, or null
 */
public record ProfilePage(
        Head head,
        Person.Membership shop,
        Opening opening,
        @Nullable Commune commune,
        AccountPage.Document terms,
        List<Option> banks,
        @Nullable String said,
        @Nullable String part,
        @Nullable ApiProblem refusal) {

    private static final List<String> DOCUMENTS = List.of("CITIZEN_ID", "PASSPORT", "BUSINESS_LICENCE");

    public ShopFile file() {
        return opening.shop();
    }

    public @Nullable String errorOf(String field) {
        return refusal == null ? null : refusal.errorOf(field);
    }

    /** What is wrong with a part as a whole. */
    public @Nullable String refusalOf(String name) {
        return refusal != null && name.equals(part) ? refusal.detail() : null;
    }

    public List<Option> kinds(Visit visit) {
        return ApplyPage.kinds(visit, file().legalKind());
    }

    public List<Option> documents(Visit visit) {
        var identity = file().identity();
        return DOCUMENTS.stream()
                .map(kind -> new Option(
                        kind,
                        visit.t("opening.document." + kind),
                        identity != null && kind.equals(identity.documentKind())))
                .toList();
    }

    /** The days of the week, Monday first. */
    public List<Option> days(Visit visit) {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(day ->
                        new Option(String.valueOf(1 << (day - 1)), visit.t("opening.day." + day), file().opensOn(day)))
                .toList();
    }

    public boolean accepted() {
        return terms.version().equals(file().termsVersion());
    }
}
