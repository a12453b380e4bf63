package vn.ocop.marketplace.web.offers;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The three steps to an offer: a programme, a campaign under it, the offer itself.
 *
 * @param step {@code programmes}, {@code campaigns} or {@code offers}
 * @param goods what an offer may be about
 */
public record MakingPage(
        Head head,
        Bench bench,
        String step,
        List<CampaignOffice.DeskProgramme> programmes,
        List<CampaignOffice.Campaign> campaigns,
        OfferGoods goods,
        Form form,
        List<String> refusals) {

    static final List<String> STEPS = List.of("programmes", "campaigns", "offers");

    private static final List<String> KINDS =
            List.of("PERCENT", "AMOUNT", "FIXED_PRICE", "FREE_SHIPPING", "SHIPPING_OFF", "BUY_X_GET_Y", "GIFT");

    public List<String> steps() {
        return STEPS;
    }

    public String key() {
        return form.has("key") ? form.text("key") : UUID.randomUUID().toString();
    }

    public String value(String field) {
        return form.text(field);
    }

    private Option option(String field, String value, String label) {
        return new Option(value, label, form.text(field).equals(value));
    }

    /** Programmes to copy, or to make a campaign under. */
    public List<Option> programmeOptions(Visit visit, boolean orNone) {
        return Stream.concat(
                        orNone ? Stream.of(new Option("", visit.t("offers.make.from-nothing"), false)) : Stream.of(),
                        programmes.stream().map(one -> option("programme", one.code(), one.name())))
                .toList();
    }

    public List<Option> campaignOptions() {
        return campaigns.stream()
                .map(one -> option("campaignId", one.id(), one.name() + " – " + one.organiser()))
                .toList();
    }

    public List<Option> owners(Visit visit) {
        return (bench.platform() ? List.of("PLATFORM", "CARRIER", "SHOP") : List.of("PROVINCE"))
                .stream()
                        .map(kind -> option("ownerKind", kind, visit.t("offers.make.owner." + kind)))
                        .toList();
    }

    public List<Option> kinds(Visit visit) {
        return KINDS.stream()
                .map(kind -> option("kind", kind, visit.t("offers.kind." + kind)))
                .toList();
    }

    public List<Option> audiences(Visit visit) {
        return Stream.of("ALL", "NEW", "EXISTING")
                .map(people -> option("audience", people, visit.t("offers.audience." + people)))
                .toList();
    }

    public List<Option> stars(Visit visit) {
        return Stream.of("0", "3", "4", "5")
                .map(stars -> option("starsFrom", stars, visit.t("offers.make.stars." + stars)))
                .toList();
    }

    public List<Option> provinces(Visit visit, String field, String none) {
        return Stream.concat(
                        Stream.of(new Option("", visit.t(none), !form.has(field))),
                        goods.provinces().stream().map(place -> option(field, place.code(), place.name())))
                .toList();
    }

    public List<Option> reaches(Visit visit) {
        return Stream.of("ITEM", "PLATFORM_VOUCHER")
                .map(layer -> option("stackingClass", layer, visit.t("offers.make.class." + layer)))
                .toList();
    }
}
