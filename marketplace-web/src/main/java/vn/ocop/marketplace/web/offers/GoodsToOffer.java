package vn.ocop.marketplace.web.offers;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.ListingCard;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Visit;

/** Finds listings, gifts and shops for an organiser's offer, step by step and without script. */
@Component
class GoodsToOffer {

    private static final int FOUND = 12;

    private final MarketplaceApi api;
    private final CampaignOffice office;

    GoodsToOffer(MarketplaceApi api, CampaignOffice office) {
        this.api = api;
        this.office = office;
    }

    Mono<OfferGoods> of(Visit visit, Bench bench, Form form) {
        return Mono.zip(found(visit, bench, form), groups(visit, form), provinces(visit, bench))
                .map(read -> new OfferGoods(
                        choices(form, "listings", read.getT1()),
                        choices(form, "gifts", read.getT1()),
                        choices(form, "shops", read.getT1()),
                        read.getT2(),
                        read.getT3()));
    }

    /** What was chosen before, then what is found now. */
    private static List<OfferGoods.Choice> choices(Form form, String field, List<OfferGoods.Choice> found) {
        var chosen = OfferGoods.chosen(form, field);
        var known = chosen.stream().map(OfferGoods.Choice::id).collect(Collectors.toSet());
        return form.text("find").equals(field)
                ? Stream.concat(chosen.stream(), found.stream().filter(one -> !known.contains(one.id())))
                        .toList()
                : chosen;
    }

    private Mono<List<OfferGoods.Choice>> found(Visit visit, Bench bench, Form form) {
        if (!form.has("find")) {
            return Mono.just(List.of());
        }
        return form.text("find").equals("shops") ? shops(visit, bench, form) : listings(visit, bench, form);
    }

    private Mono<List<OfferGoods.Choice>> listings(Visit visit, Bench bench, Form form) {
        var address = ApiAddress.of("/api/v1/listings")
                .with("q", form.text("q"))
                .with("province", bench.platform() ? form.text("province") : bench.scope())
                .with("limit", FOUND);
        return api.get(visit.anyone(), address, new ParameterizedTypeReference<Items<ListingCard>>() {})
                .map(found -> found.items().stream()
                        .map(card -> new OfferGoods.Choice(
                                card.id(),
                                card.title() + " – " + card.shop().name() + " – " + visit.vnd(card.price()),
                                false))
                        .toList());
    }

    private Mono<List<OfferGoods.Choice>> shops(Visit visit, Bench bench, Form form) {
        return office.invitable(visit, bench.scope(), form.text("campaignId"), form.text("q"))
                .map(found -> found.stream()
                        .limit(FOUND)
                        .map(shop -> new OfferGoods.Choice(shop.shopId(), shop.name(), false))
                        .toList())
                .onErrorResume(ApiProblem::refuses, none -> Mono.just(List.of()));
    }

    private record Group(String code, String name, List<Group> children) {}

    private Mono<List<OfferGoods.Choice>> groups(Visit visit, Form form) {
        var chosen = OfferGoods.ids(form, "categories");
        return api.get(
                        visit.anyone(),
                        ApiAddress.of("/api/v1/categories"),
                        new ParameterizedTypeReference<Items<Group>>() {})
                .map(sectors -> sectors.items().stream()
                        .flatMap(sector -> sector.children().stream())
                        .map(group -> new OfferGoods.Choice(group.code(), group.name(), chosen.contains(group.code())))
                        .toList());
    }

    private Mono<List<Place>> provinces(Visit visit, Bench bench) {
        return bench.platform()
                ? api.get(
                                visit.anyone(),
                                ApiAddress.of("/api/v1/provinces"),
                                new ParameterizedTypeReference<Items<Place>>() {})
                        .map(Items::items)
                : Mono.just(List.of());
    }
}
