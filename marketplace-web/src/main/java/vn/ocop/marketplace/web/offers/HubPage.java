package vn.ocop.marketplace.web.offers;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The hub of a programme.
 *
 * @param programme null while none is announced
 * @param others programmes beside it, those that are over too
 * @param next the cursor of more offers
 */
public record HubPage(
        Head head,
        @Nullable Programme programme,
        List<Programme> others,
        HubFilters filters,
        List<Option> provinces,
        List<PublicOffer> offers,
        @Nullable String next) {

    private static final List<String> KINDS =
            List.of("PERCENT", "AMOUNT", "FIXED_PRICE", "BUY_X_GET_Y", "GIFT", "FREE_SHIPPING", "SHIPPING_OFF");

    static HubPage empty(Head head, HubFilters filters) {
        return new HubPage(head, null, List.of(), filters, List.of(), List.of(), null);
    }

    /** Where more offers are; null where these are all. */
    public @Nullable String more(Visit visit) {
        return next == null
                ? null
                : visit.link("/thang-tieu-dung-so?chuong-trinh=" + filters.programme() + "&tinh=" + filters.province()
                        + "&doi-tuong=" + filters.audience() + "&loai=" + filters.kind() + "&after=" + next);
    }

    /** Limited pieces that run today or will. */
    public List<PublicOffer> slots() {
        return offers.stream().filter(PublicOffer::slot).toList();
    }

    public List<PublicOffer> lasting() {
        return offers.stream().filter(offer -> !offer.slot()).toList();
    }

    public List<Option> audiences(Visit visit) {
        return options(visit, "offers.audience.", List.of("NEW", "EXISTING"), filters.audience());
    }

    public List<Option> kinds(Visit visit) {
        return options(visit, "offers.kind.", KINDS, filters.kind());
    }

    private static List<Option> options(Visit visit, String key, List<String> values, String chosen) {
        return Stream.concat(
                        Stream.of(new Option("", visit.t(key + "any"), chosen.isEmpty())),
                        values.stream().map(value -> new Option(value, visit.t(key + value), value.equals(chosen))))
                .toList();
    }
}
