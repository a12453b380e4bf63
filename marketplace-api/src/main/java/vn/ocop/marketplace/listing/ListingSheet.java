package vn.ocop.marketplace.listing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.catalog.Categories;
import vn.ocop.marketplace.catalog.Category;
import vn.ocop.marketplace.catalog.CertificateDirectory;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.sheet.RowOutcome;
import vn.ocop.marketplace.sheet.SheetBatch;
import vn.ocop.marketplace.sheet.SheetColumn;
import vn.ocop.marketplace.sheet.SheetKind;
import vn.ocop.marketplace.sheet.SheetRow;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/**
 * Listings by sheet. New ones become drafts, prices and stocks change at once, both in one statement for many; other
 * changes of what is there go the way of {@link ReviseListing}, so that no sheet gets round an officer.
 */
@Component
class ListingSheet implements SheetKind {

    private static final Pattern CODE_AT_END = Pattern.compile(".*\\(([a-z]{1,3}\\d{1,3})\\)\\s*");
    private static final String REASON = "Bảng tính";

    private final SheetListingRepository repository;
    private final KeptStockRepository stock;
    private final ReviseListing reviseListing;
    private final ShopDirectory shops;
    private final Categories categories;
    private final CertificateDirectory certificates;
    private final FoldedWords words;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ListingSheet(
            SheetListingRepository repository,
            KeptStockRepository stock,
            ReviseListing reviseListing,
            ShopDirectory shops,
            Categories categories,
            CertificateDirectory certificates,
            FoldedWords words,
            TransactionalOperator transaction,
            Clock clock) {
        this.repository = repository;
        this.stock = stock;
        this.reviseListing = reviseListing;
        this.shops = shops;
        this.categories = categories;
        this.certificates = certificates;
        this.words = words;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String code() {
        return SheetColumns.KIND;
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.SHOP_LISTINGS);
    }

    @Override
    public List<SheetColumn> columns() {
        return SheetColumns.ALL;
    }

    @Override
    public String key() {
        return SheetColumns.SKU;
    }

    @Override
    public String group() {
        return SheetColumns.PRODUCT;
    }

    @Override
    public List<String> neededFor(String category) {
        var needed = new ArrayList<>(List.of(
                SheetColumns.TITLE,
                SheetColumns.CATEGORY,
                SheetColumns.PRICE,
                SheetColumns.STOCK,
                SheetColumns.WEIGHT));
        needed.addAll(categories.requiredAttributes(category, BusinessTime.today(clock)));
        return needed;
    }

    /** The sets there are, and what each needs told. */
    @Override
    public List<List<String>> guide(Language language) {
        var lines = new ArrayList<List<String>>();
        sets(categories.sectors())
                .forEach(set -> lines.add(List.of(
                        name(set, language),
                        String.join(
                                ", ",
                                categories.path(set.code()).stream()
                                        .map(step -> step.name().in(language))
                                        .limit(2)
                                        .toList()))));
        return lines;
    }

    private static String name(Category set, Language language) {
        return set.name().in(language) + " (" + set.code() + ")";
    }

    private static Collection<Category> sets(List<Category> from) {
        var sets = new ArrayList<Category>();
        for (var category : from) {
            if (category.level() == Category.Level.SET) {
                sets.add(category);
            }
            sets.addAll(sets(category.children()));
        }
        return sets;
    }

    @Override
    public Mono<Boolean> knows(Memberships.Place shop) {
        return shops.find(SheetKind.shop(shop)).map(found -> found.status() != Shop.Status.CLOSED);
    }

    @Override
    public Flux<Map<String, Object>> export(Memberships.Place shop) {
        return repository.export(
                SheetKind.shop(shop),
                code -> categories.find(code).map(set -> name(set, Language.VI)).orElse(""));
    }

    /** What a batch needs to know of the shop, read at once. */
    private record Facts(
            Categories categories,
            java.time.LocalDate today,
            Map<String, String> setsByName,
            Map<String, UUID> certificateIds)
            implements SheetPlan.Facts {

        @Override
        public String category(String typed) {
            var lower = typed.toLowerCase(Locale.ROOT);
            var atEnd = CODE_AT_END.matcher(lower);
            var known = setsByName.get(atEnd.matches() ? atEnd.group(1) : lower);
            return known == null ? byName(VietnameseText.fold(typed)) : known;
        }

        /** The whole name, or the beginning of just one. */
        private String byName(String folded) {
            var beginning = setsByName.entrySet().stream()
                    .filter(set -> set.getKey().startsWith(folded + ' '))
                    .map(Map.Entry::getValue)
                    .distinct()
                    .toList();
            return setsByName.getOrDefault(folded, beginning.size() == 1 ? beginning.getFirst() : "");
        }

        @Override
        public @Nullable UUID certificate(String number) {
            return certificateIds.get(number);
        }

        @Override
        public Set<String> required(String category) {
            return categories.requiredAttributes(category, today);
        }
    }

    @Override
    public Mono<List<RowOutcome>> apply(SheetBatch batch) {
        var outcomes = new ArrayList<RowOutcome>();
        var rows = new ArrayList<ListingRow>();
        for (var row : batch.groups().stream().flatMap(List::stream).toList()) {
            var read = ListingRow.read(row);
            if (read.example()) {
                outcomes.add(RowOutcome.of(row, RowOutcome.Kind.SKIPPED));
            } else {
                rows.add(read);
            }
        }
        return shops.find(batch.shop())
                .flatMap(shop -> plan(shop, rows)
                        .flatMap(plans -> batch.trial()
                                ? Mono.just(plans.stream()
                                        .flatMap(plan -> told(plan).stream())
                                        .toList())
                                : effect(shop, plans, batch.actor())))
                .map(done -> {
                    outcomes.addAll(done);
                    return outcomes;
                });
    }

    private Mono<List<SheetPlan>> plan(Shop shop, List<ListingRow> rows) {
        var codes = new LinkedHashSet<String>();
        var skus = new LinkedHashSet<String>();
        var numbers = new LinkedHashSet<String>();
        for (var row : rows) {
            skus.add(SheetCodes.lower(row.sku()));
            codes.add(SheetCodes.lower(row.product() == null ? row.sku() : row.product()));
            var number = row.row().get(SheetColumns.CERTIFICATE);
            if (number != null) {
                numbers.add(number);
            }
        }
        return Mono.zip(
                        repository.known(shop.id(), codes, skus).collectList().map(SheetCodes::new),
                        certificates.byNumber(shop.id(), numbers))
                .flatMap(read -> {
                    var known = read.getT1();
                    var facts = new Facts(categories, BusinessTime.today(clock), setsByName(), read.getT2());
                    var ids = rows.stream()
                            .map(known::listing)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList();
                    return repository
                            .find(ids)
                            .collectMap(EditedListing::id)
                            .map(listings -> plans(rows, known, listings, facts));
                });
    }

    private Map<String, String> setsByName() {
        var names = new HashMap<String, String>();
        for (var set : sets(categories.sectors())) {
            names.put(set.code(), set.code());
            names.put(set.slug(), set.code());
            names.put(VietnameseText.fold(set.name().vi()), set.code());
            names.put(VietnameseText.fold(set.name().en()), set.code());
        }
        return names;
    }

    /** Rows of one listing are taken together, whether the sheet says so or the shop's own codes. */
    private static List<SheetPlan> plans(
            List<ListingRow> rows, SheetCodes codes, Map<UUID, EditedListing> listings, Facts facts) {
        var grouped = new LinkedHashMap<Object, List<ListingRow>>();
        for (var row : rows) {
            var listing = codes.listing(row);
            var of = listing == null ? SheetCodes.lower(row.product() == null ? row.sku() : row.product()) : listing;
            grouped.computeIfAbsent(of, first -> new ArrayList<>()).add(row);
        }
        var plans = new ArrayList<SheetPlan>();
        grouped.forEach((of, together) ->
                plans.add(SheetPlan.of(together, of instanceof UUID id ? listings.get(id) : null, codes, facts)));
        return plans;
    }

    private static List<RowOutcome> told(SheetPlan plan) {
        return switch (plan) {
            case SheetPlan.Create create -> created(create);
            case SheetPlan.Revise revise -> all(revise.rows(), RowOutcome.Kind.UPDATED);
            case SheetPlan.Keep keep -> kept(keep);
            case SheetPlan.Leave leave -> all(leave.rows(), RowOutcome.Kind.UNCHANGED);
            case SheetPlan.Refuse refuse -> refused(refuse.rows());
        };
    }

    /** What a new one still lacks is said once, on its first row. */
    private static List<RowOutcome> created(SheetPlan.Create create) {
        var outcomes = new ArrayList<>(all(create.rows(), RowOutcome.Kind.CREATED));
        var first = create.rows().getFirst().row();
        outcomes.set(0, new RowOutcome(first.number(), RowOutcome.Kind.CREATED, create.notes()));
        return outcomes;
    }

    private static List<RowOutcome> kept(SheetPlan.Keep keep) {
        var touched = keep.counts().stream().map(SheetPlan.Count::row).toList();
        return keep.rows().stream()
                .map(row -> RowOutcome.of(
                        row.row(), touched.contains(row) ? RowOutcome.Kind.UPDATED : RowOutcome.Kind.UNCHANGED))
                .toList();
    }

    private static List<RowOutcome> all(List<ListingRow> rows, RowOutcome.Kind kind) {
        return rows.stream().map(row -> RowOutcome.of(row.row(), kind)).toList();
    }

    private static List<RowOutcome> refused(List<ListingRow> rows) {
        return rows.stream()
                .map(row -> RowOutcome.refused(row.row(), row.problems()))
                .toList();
    }

    private Mono<List<RowOutcome>> effect(Shop shop, List<SheetPlan> plans, UUID actor) {
        var outcomes = new ArrayList<RowOutcome>();
        var creates = new ArrayList<SheetPlan.Create>();
        var keeps = new ArrayList<SheetPlan.Keep>();
        var revises = new ArrayList<SheetPlan.Revise>();
        for (var plan : plans) {
            switch (plan) {
                case SheetPlan.Create create -> creates.add(create);
                case SheetPlan.Keep keep -> keeps.add(keep);
                case SheetPlan.Revise revise -> revises.add(revise);
                case SheetPlan.Leave leave -> outcomes.addAll(told(leave));
                case SheetPlan.Refuse refuse -> outcomes.addAll(told(refuse));
            }
        }
        return Flux.concat(
                        create(shop, creates, actor),
                        keep(shop, keeps, actor),
                        Flux.fromIterable(revises).concatMap(revise -> revise(revise, actor)))
                .flatMapIterable(done -> done)
                .collectList()
                .map(done -> {
                    outcomes.addAll(done);
                    return outcomes;
                });
    }

    private Mono<List<RowOutcome>> create(Shop shop, List<SheetPlan.Create> creates, UUID actor) {
        if (creates.isEmpty()) {
            return Mono.empty();
        }
        var drafts = creates.stream().map(create -> draft(shop, create)).toList();
        return repository
                .insert(shop, drafts, actor)
                .as(transaction::transactional)
                .then(Mono.fromSupplier(() -> creates.stream()
                        .flatMap(create -> created(create).stream())
                        .toList()));
    }

    private SheetListingRepository.Draft draft(Shop shop, SheetPlan.Create create) {
        var listing = create.draft();
        return new SheetListingRepository.Draft(
                create.code(),
                create.rows().stream().map(ListingRow::sku).toList(),
                listing,
                Slugs.of(listing.title().vi()),
                words.of(listing.title(), listing.categoryCode(), shop));
    }

    /** Prices and stocks of many, locked first: what was sold since we looked is told, not overwritten. */
    private Mono<List<RowOutcome>> keep(Shop shop, List<SheetPlan.Keep> keeps, UUID actor) {
        if (keeps.isEmpty()) {
            return Mono.empty();
        }
        var counts = keeps.stream().flatMap(keep -> keep.counts().stream()).toList();
        return stock.lock(
                        shop.id(), counts.stream().map(SheetPlan.Count::variant).toList())
                .collectMap(KeptStockRepository.Kept::variantId, KeptStockRepository.Kept::stock)
                .flatMap(locked -> {
                    var moves = new ArrayList<KeepStock.Move>();
                    var moved = new HashMap<SheetRow, FieldProblem>();
                    for (var count : counts) {
                        var now = locked.get(count.variant());
                        if (now == null || (count.row().stockSeen() != null && now != count.seen())) {
                            moved.put(
                                    count.row().row(),
                                    new FieldProblem(
                                            SheetColumns.STOCK,
                                            "field.sheet-stock-moved",
                                            count.seen(),
                                            now == null ? 0 : now));
                        } else {
                            int quantity = count.stock() == null ? 0 : count.stock() - now;
                            moves.add(new KeepStock.Move(count.variant(), count.price(), quantity));
                        }
                    }
                    return stock.apply(moves, KeepStock.Kind.COUNTED, REASON, actor)
                            .then(Mono.fromSupplier(() -> keeps.stream()
                                    .flatMap(keep -> kept(keep).stream())
                                    .map(outcome -> told(outcome, moved))
                                    .toList()));
                })
                .as(transaction::transactional);
    }

    private static RowOutcome told(RowOutcome outcome, Map<SheetRow, FieldProblem> moved) {
        return moved.entrySet().stream()
                .filter(row -> row.getKey().number() == outcome.number())
                .map(row -> RowOutcome.refused(row.getKey(), List.of(row.getValue())))
                .findFirst()
                .orElse(outcome);
    }

    private Mono<List<RowOutcome>> revise(SheetPlan.Revise revise, UUID actor) {
        var added = new LinkedHashMap<String, String>();
        var names = revise.change().variants().stream()
                .filter(variant -> variant.id() == null)
                .map(variant -> Objects.requireNonNullElse(variant.name(), ""))
                .toList();
        revise.rows().stream()
                .filter(row ->
                        names.contains(Objects.requireNonNullElse(row.row().get(SheetColumns.CHOICE), "")))
                .forEach(row ->
                        added.put(Objects.requireNonNullElse(row.row().get(SheetColumns.CHOICE), ""), row.sku()));
        return reviseListing
                .reviseFor(actor, revise.before().id(), revise.before().revision(), revise.change())
                .then(Mono.defer(() -> repository.giveCodes(revise.before().id(), added)))
                .as(transaction::transactional)
                .then(Mono.fromSupplier(() -> all(revise.rows(), RowOutcome.Kind.UPDATED)))
                .onErrorResume(ProblemException.class, refusal -> Mono.just(refused(revise.rows(), refusal)));
    }

    private static List<RowOutcome> refused(List<ListingRow> rows, ProblemException refusal) {
        var why = refusal.fields().isEmpty()
                ? List.of(new FieldProblem("", refusal.problem().code() + ".detail", texts(refusal.arguments())))
                : refusal.fields().stream().map(SheetPlan::asColumn).toList();
        return rows.stream().map(row -> RowOutcome.refused(row.row(), why)).toList();
    }

    /** Arguments are kept with the row, so they must be plain. */
    private static Object[] texts(Object[] arguments) {
        return java.util.Arrays.stream(arguments).map(String::valueOf).toArray();
    }
}
