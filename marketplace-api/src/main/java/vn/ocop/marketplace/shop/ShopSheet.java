package vn.ocop.marketplace.shop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.MandateFile;
import vn.ocop.marketplace.account.Mandates;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.Notices;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.account.PreparedOwners;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.sheet.RowOutcome;
import vn.ocop.marketplace.sheet.SheetBatch;
import vn.ocop.marketplace.sheet.SheetColumn;
import vn.ocop.marketplace.sheet.SheetKind;
import vn.ocop.marketplace.sheet.SheetRow;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.CommuneMatch;
import vn.ocop.marketplace.territory.Province;
import vn.ocop.marketplace.territory.Territory;
import vn.ocop.marketplace.territory.TerritoryQueries;

/**
 * Shops by sheet, known by the numbers of their people. A post office or community team puts them down and asks each
 * household for its mandate; a province puts them down for owners, who are told by message. Either way they are
 * applications that nobody but their own people sends to the officers.
 */
@Component
class ShopSheet implements SheetKind {

    private static final String CODE = "shops";
    private static final int MOST = 10_000;
    private static final int MOST_MATCHES = 12;
    private static final Pattern CODE_AT_END = Pattern.compile(".*\\(([0-9]{5})\\)\\s*");
    private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9-]{1,60}");

    private final PreparedShopRepository repository;
    private final CachedShopDirectory directory;
    private final Mandates mandates;
    private final PreparedOwners owners;
    private final Notices notices;
    private final Territory territory;
    private final TerritoryQueries places;
    private final MessageSource messages;
    private final TransactionalOperator transaction;

    ShopSheet(
            PreparedShopRepository repository,
            CachedShopDirectory directory,
            Mandates mandates,
            PreparedOwners owners,
            Notices notices,
            Territory territory,
            TerritoryQueries places,
            MessageSource messages,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.directory = directory;
        this.mandates = mandates;
        this.owners = owners;
        this.notices = notices;
        this.territory = territory;
        this.places = places;
        this.messages = messages;
        this.transaction = transaction;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.POST_ONBOARDING, Permission.TEAM_ONBOARDING, Permission.PROVINCE_SHOPS);
    }

    @Override
    public List<SheetColumn> columns() {
        return PreparedRow.COLUMNS;
    }

    @Override
    public String key() {
        return PreparedRow.PHONE;
    }

    @Override
    public Mono<Boolean> knows(Memberships.Place place) {
        return Mono.just(
                place.kind() == Membership.Kind.PROVINCE
                        ? territory.province(place.scope()).isPresent()
                        : SCOPE.matcher(place.scope()).matches());
    }

    /** A row with what is known of its shop and what becomes of it. */
    private record Planned(PreparedRow row, @Nullable PreparedShop known, PreparedShop.Fate fate) {}

    @Override
    public Mono<List<RowOutcome>> apply(SheetBatch batch) {
        var outcomes = new ArrayList<RowOutcome>();
        var rows = new ArrayList<PreparedRow>();
        for (var row : batch.groups().stream().flatMap(List::stream).toList()) {
            read(batch.place(), row, rows, outcomes);
        }
        return plan(batch.place(), rows).flatMap(plans -> effect(batch, plans)).map(done -> {
            outcomes.addAll(done);
            return outcomes;
        });
    }

    private void read(Memberships.Place place, SheetRow row, List<PreparedRow> good, List<RowOutcome> others) {
        var read = PreparedRow.read(row, (commune, province) -> commune(place, commune, province));
        if (read.example()) {
            others.add(RowOutcome.of(row, RowOutcome.Kind.SKIPPED));
        } else if (!read.problems().isEmpty()) {
            others.add(RowOutcome.refused(row, read.problems()));
        } else {
            good.add(read);
        }
    }

    /** A code, or a name that means just one commune; officers bring shops into their own province only. */
    private Optional<Commune> commune(Memberships.Place place, String typed, @Nullable String province) {
        var within = place.kind() == Membership.Kind.PROVINCE ? Optional.of(place.scope()) : code(province);
        if (within.isEmpty() && province != null) {
            return Optional.empty();
        }
        var atEnd = CODE_AT_END.matcher(typed);
        var code = atEnd.matches() ? atEnd.group(1) : typed;
        return territory
                .commune(code)
                .filter(commune -> within.isEmpty()
                        || within.get().equals(commune.province().code()))
                .or(() -> byName(typed, within.flatMap(territory::province).orElse(null)));
    }

    private Optional<String> code(@Nullable String province) {
        if (province == null) {
            return Optional.empty();
        }
        var folded = VietnameseText.fold(province).replaceAll("^(tinh|thanh pho|tp\\.?) ", "");
        return territory.provinces().stream()
                .filter(known -> known.code().equals(province)
                        || VietnameseText.fold(known.name()).equals(folded)
                        || places.formerNames(known).stream()
                                .anyMatch(former -> VietnameseText.fold(former).equals(folded)))
                .map(Province::code)
                .findFirst();
    }

    private Optional<Commune> byName(String typed, @Nullable Province within) {
        var matches = places.findCommunes(typed, within, MOST_MATCHES);
        if (matches.size() == 1 && !matches.getFirst().divided()) {
            return Optional.of(matches.getFirst().commune());
        }
        var folded = VietnameseText.fold(typed);
        var same = matches.stream()
                .filter(match -> match.formerly() == null)
                .map(CommuneMatch::commune)
                .filter(commune -> VietnameseText.fold(commune.name()).equals(folded)
                        || VietnameseText.fold(commune.kind() + ' ' + commune.name())
                                .equals(folded))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private Mono<List<Planned>> plan(Memberships.Place place, List<PreparedRow> rows) {
        var phones = rows.stream().map(PreparedRow::phone).toList();
        var others = place.kind() == Membership.Kind.PROVINCE
                ? repository.calledAt(place, phones)
                : Flux.<PreparedShop>empty();
        return repository
                .prepared(place, phones)
                .concatWith(others)
                .collectList()
                .flatMap(known -> mandates.ofIds(known.stream()
                                .map(PreparedShop::mandate)
                                .filter(Objects::nonNull)
                                .toList())
                        .collectMap(MandateFile::id)
                        .map(files -> planned(rows, known, files)));
    }

    private List<Planned> planned(List<PreparedRow> rows, List<PreparedShop> known, Map<UUID, MandateFile> files) {
        var byPhone = known.stream()
                .sorted(Comparator.comparing((PreparedShop shop) -> !shop.prepared()))
                .collect(Collectors.toMap(PreparedShop::phone, shop -> shop, (first, second) -> first));
        return rows.stream()
                .map(row -> {
                    var shop = byPhone.get(row.phone());
                    var file = shop == null || shop.mandate() == null ? null : files.get(shop.mandate());
                    return new Planned(
                            row,
                            shop,
                            PreparedShop.fate(
                                    row,
                                    shop,
                                    file == null ? null : mandates.state(file),
                                    file != null && file.agreedAt() != null));
                })
                .toList();
    }

    private Mono<List<RowOutcome>> effect(SheetBatch batch, List<Planned> plans) {
        var outcomes = new HashMap<Integer, RowOutcome>();
        for (var plan : plans) {
            outcomes.put(plan.row().row().number(), outcome(plan));
        }
        var good = plans.stream()
                .filter(plan -> outcomes.get(plan.row().row().number()) instanceof RowOutcome told
                        && told.kind() != RowOutcome.Kind.REFUSED)
                .toList();
        return batch.trial() || good.isEmpty()
                ? Mono.just(List.copyOf(outcomes.values()))
                : write(batch, good)
                        .map(lost -> {
                            lost.forEach(row -> outcomes.put(row.number(), inOwnHands(row)));
                            return List.copyOf(outcomes.values());
                        })
                        .as(transaction::transactional);
    }

    private static RowOutcome inOwnHands(SheetRow row) {
        return RowOutcome.refused(row, List.of(new FieldProblem("", "field.shop-in-own-hands")));
    }

    private static RowOutcome outcome(Planned plan) {
        var row = plan.row().row();
        return switch (plan.fate()) {
            case CREATE -> {
                var missing = plan.row().missing();
                yield missing.isEmpty()
                        ? RowOutcome.of(row, RowOutcome.Kind.CREATED)
                        : RowOutcome.refused(row, missing);
            }
            case NOTHING -> RowOutcome.of(row, RowOutcome.Kind.UNCHANGED);
            case CHANGE, ASK_AGAIN -> RowOutcome.of(row, RowOutcome.Kind.UPDATED);
            case REFUSE -> inOwnHands(row);
        };
    }

    /** Answers the rows whose shops somebody worked on meanwhile. */
    private Mono<List<SheetRow>> write(SheetBatch batch, List<Planned> plans) {
        var created = with(plans, PreparedShop.Fate.CREATE);
        var asked = new ArrayList<>(created);
        asked.addAll(with(plans, PreparedShop.Fate.ASK_AGAIN));
        var changed = new ArrayList<>(with(plans, PreparedShop.Fate.CHANGE));
        changed.addAll(with(plans, PreparedShop.Fate.ASK_AGAIN));
        var place = batch.place();
        var households = asked.stream()
                .map(plan -> new Mandates.Household(person(plan), plan.row().phone()))
                .toList();
        boolean officers = place.kind() == Membership.Kind.PROVINCE;
        var people = officers && !households.isEmpty() ? owners.people(households) : Mono.just(Map.<String, UUID>of());
        var questions = officers || households.isEmpty()
                ? Mono.just(Map.<String, UUID>of())
                : mandates.askMany(place, households, batch.actor());
        return Mono.zip(people, questions)
                .flatMap(known ->
                        create(batch, created, known.getT1(), known.getT2()).then(change(changed, known.getT2())));
    }

    private static List<Planned> with(List<Planned> plans, PreparedShop.Fate fate) {
        return plans.stream().filter(plan -> plan.fate() == fate).toList();
    }

    private static String person(Planned plan) {
        var known = plan.known();
        return PreparedRow.either(plan.row().person(), known == null ? "" : known.person());
    }

    private Mono<Void> create(
            SheetBatch batch, List<Planned> created, Map<String, UUID> people, Map<String, UUID> questions) {
        if (created.isEmpty()) {
            return Mono.empty();
        }
        var written = created.stream()
                .map(plan -> fresh(
                        plan.row(),
                        people.get(plan.row().phone()),
                        questions.get(plan.row().phone())))
                .toList();
        return repository.insert(batch.place(), written, batch.actor()).flatMap(shops -> own(written, shops));
    }

    private static PreparedShopRepository.Written fresh(
            PreparedRow row, @Nullable UUID person, @Nullable UUID question) {
        var commune = Objects.requireNonNull(row.commune());
        var name = Objects.requireNonNull(row.name());
        return new PreparedShopRepository.Written(
                row,
                OpenShop.slug(name),
                name,
                PreparedRow.either(row.legalKind(), Shop.LegalKind.HOUSEHOLD),
                Objects.requireNonNull(row.street()),
                commune.code(),
                commune.province().code(),
                row.taxCode(),
                PreparedRow.either(row.story(), ""),
                Objects.requireNonNull(row.person()),
                person,
                question,
                null,
                0);
    }

    /** Whom a province puts a shop down for owns it at once, and is told. */
    private Mono<Void> own(List<PreparedShopRepository.Written> written, Map<String, UUID> shops) {
        var owned = written.stream().filter(shop -> shop.personId() != null).toList();
        if (owned.isEmpty()) {
            return Mono.empty();
        }
        var bound = owned.stream()
                .map(shop -> new PreparedOwners.Owner(
                        Objects.requireNonNull(shop.personId()),
                        Objects.requireNonNull(shops.get(shop.row().phone())).toString()))
                .toList();
        return owners.bind(Membership.Kind.SHOP, bound)
                .thenMany(Flux.fromIterable(owned))
                .concatMap(shop ->
                        notices.toPerson(Objects.requireNonNull(shop.personId()), "shop.notice.prepared", shop.name()))
                .then();
    }

    private Mono<List<SheetRow>> change(List<Planned> changed, Map<String, UUID> questions) {
        if (changed.isEmpty()) {
            return Mono.just(List.of());
        }
        var written = changed.stream()
                .map(plan -> merged(
                        plan,
                        Objects.requireNonNull(plan.known()),
                        questions.get(plan.row().phone())))
                .toList();
        return repository
                .update(written)
                .doOnNext(directory::forget)
                .collect(Collectors.toSet())
                .map(kept -> written.stream()
                        .filter(shop -> !kept.contains(shop.shop()))
                        .map(shop -> shop.row().row())
                        .toList());
    }

    private PreparedShopRepository.Written merged(Planned plan, PreparedShop known, @Nullable UUID question) {
        var row = plan.row();
        var commune = row.commune() == null ? null : row.commune().code();
        var code = PreparedRow.either(commune, known.communeCode());
        return new PreparedShopRepository.Written(
                row,
                "",
                PreparedRow.either(row.name(), known.name()),
                PreparedRow.either(row.legalKind(), known.legalKind()),
                PreparedRow.either(row.street(), known.street()),
                code,
                territory.commune(code).map(place -> place.province().code()).orElse(""),
                row.taxCode() == null ? known.taxCode() : row.taxCode(),
                PreparedRow.either(row.story(), known.story()),
                person(plan),
                null,
                question == null ? known.mandate() : question,
                known.id(),
                known.version());
    }

    @Override
    public Flux<Map<String, Object>> export(Memberships.Place place) {
        return repository.all(place, MOST).map(this::cells);
    }

    private Map<String, Object> cells(PreparedShop shop) {
        var commune = territory.commune(shop.communeCode());
        var cells = new LinkedHashMap<String, Object>();
        cells.put(PreparedRow.PHONE, shop.phone().isEmpty() ? "" : PhoneNumbers.national(shop.phone()));
        cells.put(PreparedRow.PERSON, shop.person());
        cells.put(PreparedRow.NAME, shop.name());
        cells.put(PreparedRow.KIND, word("kind", shop.legalKind().name()));
        cells.put(PreparedRow.STREET, shop.street());
        cells.put(
                PreparedRow.COMMUNE,
                commune.map(at -> at.name() + " (" + at.code() + ")").orElse(shop.communeCode()));
        cells.put(PreparedRow.PROVINCE, commune.map(at -> at.province().name()).orElse(""));
        cells.put(PreparedRow.TAX, shop.taxCode() == null ? "" : shop.taxCode());
        cells.put(PreparedRow.STORY, shop.story());
        cells.put(PreparedRow.STATUS, word("status", shop.status().name()));
        return cells;
    }

    /** Sheets that go back and forth are in one language, like those of listings. */
    private String word(String what, String value) {
        var key = "sheet.shops." + what + '.' + value.toLowerCase(Locale.ROOT);
        return messages.getMessage(key, new Object[0], Language.VI.locale());
    }
}
