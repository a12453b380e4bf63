package vn.ocop.marketplace.web.offers;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * A shop's offers: what it was asked, what it may join, what it offers, and the form to propose one.
 *
 * @param chosen the listings that the form is about; empty for an offer on everything the shop sells
 * @param bounds what the law leaves of the chosen listings' prices
 * @param form what was typed; blank at first
 */
public record ShopOffersPage(
        Head head,
        Person.Membership shop,
        CampaignOffice.ShopOffers standing,
        List<CampaignOffice.Goods> goods,
        String campaign,
        List<String> chosen,
        List<CampaignOffice.LegalPrice> bounds,
        Form form,
        boolean done,
        List<String> refusals) {

    /** Kinds that lower prices of goods, and those that lower what the whole purchase at the shop costs. */
    static final List<String> KINDS =
            List.of("PERCENT", "AMOUNT", "FIXED_PRICE", "BUY_X_GET_Y", "GIFT", "VOUCHER_PERCENT", "VOUCHER_AMOUNT");

    /** A listing that was chosen, with what the law leaves of it. */
    public record Bound(String title, long price, long lowest, long least) {}

    public List<Bound> limits() {
        return bounds.stream()
                .map(bound -> new Bound(title(bound.listingId()), bound.price(), bound.lowest(), bound.least()))
                .toList();
    }

    private String title(String listing) {
        return goods.stream()
                .filter(one -> one.id().equals(listing))
                .map(one -> one.title().vi())
                .findFirst()
                .orElse("");
    }

    public List<Option> campaignOptions() {
        return standing.campaigns().stream()
                .map(one -> new Option(
                        one.id(), one.name() + " – " + one.organiser(), one.id().equals(campaign)))
                .toList();
    }

    public List<Option> programmeOptions() {
        return standing.programmes().stream()
                .map(one -> new Option(one.code(), one.name(), one.code().equals(form.text("programme"))))
                .toList();
    }

    public boolean picked(String listing) {
        return chosen.contains(listing);
    }

    public List<Option> kinds(Visit visit) {
        return KINDS.stream()
                .map(kind -> new Option(kind, visit.t("offers.shop.kind." + kind), kind.equals(form.text("kind"))))
                .toList();
    }

    public List<Option> gifts(Visit visit) {
        return Stream.concat(
                        Stream.of(new Option("", visit.t("offers.shop.no-gift"), !form.has("gift"))),
                        goods.stream()
                                .map(one -> new Option(
                                        one.id(), one.title().vi(), one.id().equals(form.text("gift")))))
                .toList();
    }

    public List<Option> audiences(Visit visit) {
        return Stream.of("ALL", "NEW", "EXISTING")
                .map(people ->
                        new Option(people, visit.t("offers.audience." + people), people.equals(form.text("audience"))))
                .toList();
    }

    /** The one price that every choice may have: the highest of the least. */
    public long least() {
        return bounds.stream().mapToLong(CampaignOffice.LegalPrice::least).max().orElse(0);
    }

    /** The whole per cent that every choice may be lowered by. */
    public long mostPercent() {
        return bounds.stream()
                .mapToLong(one -> (one.price() - one.least()) * 100 / one.price())
                .min()
                .orElse(0);
    }

    public String value(String field) {
        return form.text(field);
    }

    public String key() {
        return form.has("key") ? form.text("key") : UUID.randomUUID().toString();
    }
}
