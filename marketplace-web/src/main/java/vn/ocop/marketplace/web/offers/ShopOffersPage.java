package vn.ocop.marketplace.web.offers;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Option;
import vn.ocop.marketplace.web.site.Visit;

/**
 * A shop's offers: what it may join, what it offers, and the form to propose one.
 *
 * @param bounds what the law leaves of the chosen listing's prices; empty until one is chosen
 */
public record ShopOffersPage(
        Head head,
        Person.Membership shop,
        CampaignOffice.ShopOffers standing,
        List<CampaignOffice.Goods> goods,
        String campaign,
        String listing,
        List<CampaignOffice.LegalPrice> bounds,
        boolean done,
        List<String> refusals) {

    public List<Option> campaignOptions() {
        return standing.campaigns().stream()
                .map(one -> new Option(
                        one.id(), one.name() + " – " + one.organiser(), one.id().equals(campaign)))
                .toList();
    }

    public List<Option> goodsOptions(Visit visit) {
        return Stream.concat(
                        Stream.of(new Option("", visit.t("offers.shop.choose"), listing.isEmpty())),
                        goods.stream()
                                .map(one -> new Option(
                                        one.id(), one.title().vi(), one.id().equals(listing))))
                .toList();
    }

    /** The price that every choice may have: the highest of the least. */
    public long least() {
        return bounds.stream().mapToLong(CampaignOffice.LegalPrice::least).max().orElse(0);
    }

    public String key() {
        return UUID.randomUUID().toString();
    }
}
