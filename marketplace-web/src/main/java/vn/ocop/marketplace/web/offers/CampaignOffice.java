package vn.ocop.marketplace.web.offers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Programmes and offers as their desks have them at the API. */
@Component
public class CampaignOffice {

    private final MarketplaceApi api;

    CampaignOffice(MarketplaceApi api) {
        this.api = api;
    }

    /** A campaign that an organiser answers for, or that shops may join. */
    public record Campaign(
            String id,
            String programme,
            String name,
            String organiser,
            Instant startsAt,
            Instant endsAt,
            boolean concentrated,
            long waiting,
            long running) {}

    /** An offer in whatever state. */
    public record DeskOffer(
            String id,
            String code,
            String name,
            String kind,
            String stackingClass,
            long value,
            String audience,
            Instant startsAt,
            Instant endsAt,
            String campaign,
            @Nullable String shopId,
            List<String> listings,
            String status,
            @Nullable String refusal) {

        /** How much it is, in the words of its kind. */
        public String worth(Visit visit) {
            return switch (kind) {
                case "PERCENT" -> visit.t("offers.kind.PERCENT.worth", visit.number(value / 100));
                case "AMOUNT", "SHIPPING_OFF" -> visit.t("offers.kind.AMOUNT.worth", visit.vnd(value));
                case "FIXED_PRICE" -> visit.t("offers.kind.FIXED_PRICE.worth", visit.vnd(value));
                default -> visit.t("offers.kind." + kind);
            };
        }

        /** Whether it waits for the shop's word. */
        public boolean asked() {
            return status.equals("INVITED");
        }
    }

    /** A programme of the organiser's, or one of the platform's that a province may join. */
    public record DeskProgramme(
            String code,
            String name,
            Instant startsAt,
            Instant endsAt,
            @Nullable String decisionNo,
            String status,
            boolean own) {

        public boolean open() {
            return status.equals("OPEN");
        }
    }

    /** What a programme's offers did. */
    public record Figures(
            List<DayRow> days,
            @Nullable Uplift uplift,
            List<OfferRow> offers,
            List<FunderRow> funders,
            List<Row> audiences,
            List<Row> provinces,
            List<Row> communes,
            List<Row> teams) {

        static final Figures NONE =
                new Figures(List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        public record DayRow(LocalDate day, long orders, long newConsumers, long amount) {}

        /** All that was ordered, against as long a time before. */
        public record Uplift(long days, long orders, long ordersBefore, long goods, long goodsBefore) {}

        /** Whom a team brought; those whom none did are no team's. */
        public List<Row> ofTeams() {
            return teams.stream().filter(row -> !row.key().isEmpty()).toList();
        }

        /** The longest bar of a drawing; never zero. */
        public static long most(List<Row> rows) {
            return rows.stream().mapToLong(Row::orders).max().orElse(1);
        }

        public long mostOfDays() {
            return days.stream().mapToLong(DayRow::orders).max().orElse(1);
        }

        public record OfferRow(
                String code,
                String name,
                long orders,
                long amount,
                @Nullable Long budget) {}

        public record FunderRow(
                String funder,
                String kind,
                String of,
                long orders,
                long reserved,
                long confirmed,
                long returned,
                long due) {}

        public record Row(String key, String name, long orders, long newConsumers, long amount) {}
    }

    private record Decided(int count) {}

    private static ApiAddress desk(String scope) {
        return ApiAddress.of("/api/v1/campaign-desks").segment(scope);
    }

    Mono<List<DeskProgramme>> programmes(Visit visit, String scope) {
        return api.get(
                        visit.caller(),
                        desk(scope).segment("programmes"),
                        new ParameterizedTypeReference<Items<DeskProgramme>>() {})
                .map(Items::items);
    }

    /** Makes one of these under a key: a programme, a campaign or an offer. */
    Mono<String> make(Visit visit, String scope, String what, String key, Map<String, Object> wish) {
        return api.postOnce(visit.caller(), desk(scope).segment(what), key, wish, Made.class)
                .map(Made::id);
    }

    /** Opens a programme to the public, or stops all of it at once. */
    Mono<Void> state(Visit visit, String scope, String programme, boolean open) {
        return api.post(
                visit.caller(),
                desk(scope).segment("programmes").segment(programme).segment("state"),
                Map.of("open", open),
                Void.class);
    }

    /** What offers would make of a purchase. */
    public record Preview(long saved, List<Line> applied, List<Line> notApplied) {

        public record Line(
                String code,
                String name,
                @Nullable Long amount,
                @Nullable String detail) {}
    }

    Mono<Preview> preview(Visit visit, String scope, Map<String, Object> wish) {
        return api.post(visit.caller(), desk(scope).segment("previews"), wish, Preview.class);
    }

    /** A listing as far as a preview needs it. */
    public record Tried(String id, String title, List<Choice> variants) {

        public record Choice(String id, String name, long price) {}
    }

    /** By the end of its address. */
    Mono<Tried> tried(Visit visit, String slug) {
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/listings").segment(slug), Tried.class);
    }

    Mono<List<Campaign>> campaigns(Visit visit, String scope) {
        return api.get(
                        visit.caller(),
                        desk(scope).segment("campaigns"),
                        new ParameterizedTypeReference<Items<Campaign>>() {})
                .map(Items::items);
    }

    Mono<List<DeskOffer>> offers(Visit visit, String scope, String status) {
        return api.get(
                        visit.caller(),
                        desk(scope).segment("offers").with("status", status),
                        new ParameterizedTypeReference<Items<DeskOffer>>() {})
                .map(Items::items);
    }

    Mono<Figures> figures(Visit visit, String scope, String programme) {
        return api.get(
                visit.caller(),
                desk(scope).segment("programmes").segment(programme).segment("figures"),
                Figures.class);
    }

    Mono<Integer> decide(Visit visit, String scope, List<String> offers, String verdict, String reason) {
        var body = Map.of("offers", offers, "verdict", verdict, "reason", reason);
        return api.post(visit.caller(), desk(scope).segment("offer-decisions"), body, Decided.class)
                .map(Decided::count);
    }

    /** A shop that may be asked to take part; standing is null as long as it was not. */
    public record Invitable(
            String shopId, String name, @Nullable String standing) {}

    /** A shop that was asked, and what it said. */
    public record Invited(
            String shopId,
            String name,
            String standing,
            Instant invitedAt,
            @Nullable Instant answeredAt,
            @Nullable String reason,
            long offers) {}

    private static ApiAddress campaign(String scope, String campaign) {
        return desk(scope).segment("campaigns").segment(campaign);
    }

    Mono<List<Invitable>> invitable(Visit visit, String scope, String campaign, String name) {
        return api.get(
                        visit.caller(),
                        campaign(scope, campaign).segment("invitable-shops").with("q", name),
                        new ParameterizedTypeReference<Items<Invitable>>() {})
                .map(Items::items);
    }

    Mono<List<Invited>> invited(Visit visit, String scope, String campaign) {
        return api.get(
                        visit.caller(),
                        campaign(scope, campaign).segment("invitations"),
                        new ParameterizedTypeReference<Items<Invited>>() {})
                .map(Items::items);
    }

    Mono<Integer> invite(Visit visit, String scope, String campaign, List<String> shops, String message) {
        return api.post(
                        visit.caller(),
                        campaign(scope, campaign).segment("invitations"),
                        Map.of("shops", shops, "message", message),
                        Decided.class)
                .map(Decided::count);
    }

    /** What a shop is asked. */
    public record Invitation(
            String campaignId,
            String campaign,
            String programme,
            String organiser,
            Instant startsAt,
            Instant endsAt,
            String standing,
            String message) {

        public boolean open() {
            return standing.equals("INVITED");
        }

        public boolean declined() {
            return standing.equals("DECLINED");
        }
    }

    /** What a shop may join, what it offers, and what it was asked. */
    public record ShopOffers(
            List<Campaign> campaigns,
            List<DeskOffer> offers,
            List<Invitation> invitations,
            List<DeskProgramme> programmes) {}

    /** What the law leaves of a choice's price. */
    public record LegalPrice(String listingId, String variantId, long price, long lowest, long least) {}

    private static ApiAddress shop(String shop) {
        return ApiAddress.of("/api/v1/shops").segment(shop);
    }

    Mono<ShopOffers> ofShop(Visit visit, String shop) {
        return api.get(visit.caller(), shop(shop).segment("offers"), ShopOffers.class);
    }

    Mono<List<LegalPrice>> legalPrices(Visit visit, String shop, String campaign, List<String> listings) {
        return api.get(
                        visit.caller(),
                        shop(shop)
                                .segment("campaigns")
                                .segment(campaign)
                                .segment("legal-prices")
                                .withAll("listings", listings),
                        new ParameterizedTypeReference<Items<LegalPrice>>() {})
                .map(Items::items);
    }

    private record Made(String id) {}

    /** Opens a campaign of the business's own. */
    Mono<String> open(Visit visit, String shop, String key, String programme, String name) {
        var wish = Map.of("programme", programme, "name", name);
        return api.postOnce(visit.caller(), shop(shop).segment("campaigns"), key, wish, Made.class)
                .map(Made::id);
    }

    Mono<String> propose(Visit visit, String shop, String key, Map<String, Object> offer) {
        return api.postOnce(visit.caller(), shop(shop).segment("offers"), key, offer, Made.class)
                .map(Made::id);
    }

    /** Yes or no to an invitation, or to an offer that an organiser drafted for the shop. */
    Mono<Void> answer(Visit visit, String shop, String what, String id, boolean accept, String reason) {
        return api.post(
                visit.caller(),
                shop(shop).segment(what).segment(id).segment("answer"),
                Map.of("accept", accept, "reason", reason),
                Void.class);
    }

    Mono<Void> withdraw(Visit visit, String shop, String offer) {
        return api.delete(visit.caller(), shop(shop).segment("offers").segment(offer), Void.class);
    }

    /** A listing of the shop, to choose from. */
    public record Goods(String id, Title title, String status) {

        public record Title(String vi, String en) {}
    }

    Mono<List<Goods>> goods(Visit visit, String shop) {
        return api.get(
                        visit.caller(),
                        shop(shop).segment("listings").with("status", "ON_SALE").with("limit", 96),
                        new ParameterizedTypeReference<Items<Goods>>() {})
                .map(Items::items);
    }
}
