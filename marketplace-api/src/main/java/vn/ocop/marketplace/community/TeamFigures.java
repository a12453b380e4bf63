package vn.ocop.marketplace.community;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.AccountQueries;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.ListingCounts;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.territory.TerritoryProblem;

/** How far those have got whom teams brought, counted from what happened. */
@Service
public class TeamFigures {

    private static final int MOST_TEAMS = 500;
    private static final int MOST_PEOPLE = 5_000;

    private final TeamRepository repository;
    private final AccountQueries people;
    private final ShopDirectory shops;
    private final ListingCounts listings;
    private final List<RungReached> rungs;
    private final TeamPurchases purchases;
    private final Clock clock;

    TeamFigures(
            TeamRepository repository,
            AccountQueries people,
            ShopDirectory shops,
            ListingCounts listings,
            List<RungReached> rungs,
            TeamPurchases purchases,
            Clock clock) {
        this.repository = repository;
        this.people = people;
        this.shops = shops;
        this.listings = listings;
        this.rungs = rungs;
        this.purchases = purchases;
        this.clock = clock;
    }

    /** A team with its figures; the households are those it brought to sell, the newest first. */
    public record Told(Team team, Ladder ladder, List<Household> households) {}

    /** What those bought whom the team brought, in the months of a year; for the team's own people. */
    public Mono<List<TeamPurchases.Month>> purchases(UUID id, Caller member) {
        member.mustBeAllowed(Permission.TEAM_ONBOARDING, id.toString(), CommunityProblem.TEAM_NOT_FOUND);
        var since = BusinessTime.today(clock).withDayOfMonth(1).minusMonths(11);
        return repository
                .credits(List.of(id), MOST_PEOPLE)
                .map(Credit::person)
                .collectList()
                .flatMap(brought -> purchases.monthly(brought, since));
    }

    /** For the team's own people. */
    public Mono<Told> ofTeam(UUID id, Caller member) {
        member.mustBeAllowed(Permission.TEAM_ONBOARDING, id.toString(), CommunityProblem.TEAM_NOT_FOUND);
        return repository
                .find(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(CommunityProblem.TEAM_NOT_FOUND)))
                .flatMap(team -> told(List.of(team)).map(List::getFirst));
    }

    /** For the desk that leads them. */
    public Mono<List<Told>> ofProvince(String province, Caller officer) {
        officer.mustBeAllowed(Permission.PROVINCE_STAFF, province, TerritoryProblem.PROVINCE_NOT_FOUND);
        return repository.ofProvince(province, MOST_TEAMS).collectList().flatMap(this::told);
    }

    private Mono<List<Told>> told(List<Team> teams) {
        return repository
                .credits(teams.stream().map(Team::id).toList(), MOST_PEOPLE)
                .collectList()
                .flatMap(credits -> people.ownedShops(
                                credits.stream().map(Credit::person).collect(Collectors.toSet()))
                        .flatMap(owned -> facts(all(owned))
                                .map(facts -> teams.stream()
                                        .map(team -> told(team, credits, owned, facts))
                                        .toList())));
    }

    private static Set<UUID> all(Map<UUID, Set<UUID>> owned) {
        return owned.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** What is known of the shops. */
    private record Facts(Map<UUID, String> names, Map<Rung, Set<UUID>> reached) {}

    private Mono<Facts> facts(Set<UUID> shopIds) {
        return Mono.zip(shops.findAll(shopIds), listings.onSale(shopIds), reached(shopIds))
                .map(known -> {
                    var reached = new EnumMap<Rung, Set<UUID>>(known.getT3());
                    reached.put(Rung.SHOP, opened(known.getT1().values()));
                    reached.put(
                            Rung.FIRST_PRODUCT,
                            known.getT2().entrySet().stream()
                                    .filter(count -> count.getValue() > 0)
                                    .map(Map.Entry::getKey)
                                    .collect(Collectors.toSet()));
                    var names = known.getT1().values().stream().collect(Collectors.toMap(Shop::id, Shop::name));
                    return new Facts(names, reached);
                });
    }

    private Mono<EnumMap<Rung, Set<UUID>>> reached(Set<UUID> shopIds) {
        return Flux.fromIterable(rungs)
                .concatMap(rung -> rung.by(shopIds).map(shopsThere -> Map.entry(rung.rung(), shopsThere)))
                .collect(
                        () -> new EnumMap<Rung, Set<UUID>>(Rung.class),
                        (all, one) -> all.computeIfAbsent(one.getKey(), none -> new HashSet<>())
                                .addAll(one.getValue()));
    }

    /** A shop that was opened has been on the rung, whatever became of it. */
    private static Set<UUID> opened(Collection<Shop> found) {
        return found.stream()
                .filter(shop -> shop.status() == Shop.Status.OPEN || shop.status() == Shop.Status.SUSPENDED)
                .map(Shop::id)
                .collect(Collectors.toSet());
    }

    private static Told told(Team team, List<Credit> credits, Map<UUID, Set<UUID>> owned, Facts facts) {
        var own = credits.stream()
                .filter(credit -> credit.team().equals(team.id()))
                .toList();
        var households = own.stream()
                .filter(credit -> credit.way() == Credit.Way.MANDATE || owned.containsKey(credit.person()))
                .map(credit -> Household.of(
                        credit, owned.getOrDefault(credit.person(), Set.of()), facts.names(), facts.reached()))
                .toList();
        return new Told(team, Ladder.of(households, own.size() - households.size()), households);
    }
}
