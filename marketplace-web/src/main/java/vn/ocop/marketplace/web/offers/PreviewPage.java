package vn.ocop.marketplace.web.offers;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * What a given shopper would have of offers at a given time.
 *
 * @param tried null while nothing was chosen
 */
public record PreviewPage(
        Head head,
        Bench bench,
        Form form,
        CampaignOffice.@Nullable Tried tried,
        CampaignOffice.@Nullable Preview preview,
        List<String> refusals) {

    public String value(String field) {
        return form.text(field);
    }

    public List<Option> people(Visit visit) {
        return Stream.of("NEW", "EXISTING", "ALL")
                .map(people ->
                        new Option(people, visit.t("offers.try.people." + people), people.equals(form.text("people"))))
                .toList();
    }

    public List<Option> methods(Visit visit) {
        return Stream.of("", "CASH_ON_DELIVERY", "CARD", "BANK_TRANSFER")
                .map(method -> new Option(
                        method,
                        visit.t(method.isEmpty() ? "offers.try.method.any" : "method." + method),
                        method.equals(form.text("method"))))
                .toList();
    }

    /** What the goods would cost in all. */
    public long list() {
        return tried == null || tried.variants().isEmpty()
                ? 0
                : tried.variants().getFirst().price() * Math.max(1, form.number("quantity", 1));
    }
}
