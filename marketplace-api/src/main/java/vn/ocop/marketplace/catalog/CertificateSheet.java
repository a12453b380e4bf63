package vn.ocop.marketplace.catalog;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.searchcontract.VietnameseText;
import vn.ocop.marketplace.sheet.RowOutcome;
import vn.ocop.marketplace.sheet.SheetBatch;
import vn.ocop.marketplace.sheet.SheetColumn;
import vn.ocop.marketplace.sheet.SheetDates;
import vn.ocop.marketplace.sheet.SheetKind;
import vn.ocop.marketplace.sheet.SheetRow;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;

/** Certificates by sheet, known by their numbers. Like those claimed one by one they wait for an officer. */
@Component
class CertificateSheet implements SheetKind {

    private static final String NUMBER = "number";
    private static final String PRODUCT = "product-name";
    private static final String STARS = "stars";
    private static final String DECISION = "decision-no";
    private static final String DATE = "decision-date";
    private static final String ISSUER = "issuer";
    private static final String LEVEL = "level";
    private static final String VALID_TO = "valid-to";

    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.needed(NUMBER, "so", "so gcn", "so giay chung nhan", "ma so", "certificate number"),
            SheetColumn.of(PRODUCT, "san pham", "ten san pham ocop", "product"),
            SheetColumn.of(STARS, "sao", "hang sao", "xep hang", "stars"),
            SheetColumn.of(DECISION, "quyet dinh so", "so qd", "decision"),
            SheetColumn.of(DATE, "ngay qd", "ngay ky", "ngay cap", "decision date"),
            SheetColumn.of(ISSUER, "noi cap", "don vi cap", "issuer"),
            SheetColumn.of(LEVEL, "cap", "cap cong nhan", "level"),
            SheetColumn.of(VALID_TO, "het han", "ngay het han", "han", "valid to"));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 10_000;

    private final CertificateRepository repository;
    private final ShopDirectory shops;
    private final TransactionalOperator transaction;
    private final Clock clock;

    CertificateSheet(
            CertificateRepository repository, ShopDirectory shops, TransactionalOperator transaction, Clock clock) {
        this.repository = repository;
        this.shops = shops;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "certificates";
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(Permission.SHOP_LISTINGS);
    }

    @Override
    public List<SheetColumn> columns() {
        return COLUMNS;
    }

    @Override
    public String key() {
        return NUMBER;
    }

    @Override
    public Mono<Boolean> knows(Memberships.Place shop) {
        return shops.find(SheetKind.shop(shop)).map(found -> found.status() != Shop.Status.CLOSED);
    }

    @Override
    public Mono<List<RowOutcome>> apply(SheetBatch batch) {
        var rows = batch.groups().stream().flatMap(List::stream).toList();
        var numbers = rows.stream()
                .map(row -> row.values().getOrDefault(NUMBER, ""))
                .distinct()
                .toList();
        return repository
                .carrying(batch.shop(), numbers)
                .collectMap(certificate -> certificate.claim().number())
                .flatMap(known -> Flux.fromIterable(rows)
                        .concatMap(
                                row -> apply(batch, row, known.get(row.values().getOrDefault(NUMBER, ""))))
                        .collectList()
                        .as(transaction::transactional));
    }

    private Mono<RowOutcome> apply(SheetBatch batch, SheetRow row, @Nullable Certificate now) {
        if (VietnameseText.fold(row.values().getOrDefault(NUMBER, "")).startsWith("vi du")) {
            return Mono.just(RowOutcome.of(row, RowOutcome.Kind.SKIPPED));
        }
        var problems = new ArrayList<FieldProblem>();
        var claim = claim(row, problems);
        if (claim != null) {
            claim.problems(BusinessTime.today(clock))
                    .forEach(problem ->
                            problems.add(new FieldProblem(asColumn(problem), problem.code(), problem.arguments())));
        }
        if (now != null && !now.editable() && claim != null && !claim.equals(now.claim())) {
            problems.add(new FieldProblem(NUMBER, "field.certificate-verified-already"));
        }
        if (!problems.isEmpty() || claim == null) {
            return Mono.just(RowOutcome.refused(row, problems));
        }
        if (now != null && claim.equals(now.claim())) {
            return Mono.just(RowOutcome.of(row, RowOutcome.Kind.UNCHANGED));
        }
        var outcome = RowOutcome.of(row, now == null ? RowOutcome.Kind.CREATED : RowOutcome.Kind.UPDATED);
        return batch.trial() ? Mono.just(outcome) : save(batch, claim, now).thenReturn(outcome);
    }

    private Mono<Void> save(SheetBatch batch, Certificate.Claim claim, @Nullable Certificate now) {
        var saved = now == null ? repository.insert(batch.shop(), claim) : repository.update(now, claim);
        return saved.flatMap(certificate -> repository.remember(certificate.id(), batch.actor(), "SUBMITTED", ""))
                .then();
    }

    private static String asColumn(FieldProblem problem) {
        return switch (problem.field()) {
            case "decisionDate" -> DATE;
            case "validTo" -> VALID_TO;
            default -> problem.field();
        };
    }

    private static Certificate.@Nullable Claim claim(SheetRow row, List<FieldProblem> problems) {
        if (row.twin() != null) {
            problems.add(new FieldProblem(NUMBER, "field.sheet-twin", row.twin()));
        }
        var number = text(row, NUMBER, LONGEST_NUMBER, problems);
        var product = text(row, PRODUCT, LONGEST_NAME, problems);
        var decision = text(row, DECISION, LONGEST_NUMBER, problems);
        var issuer = text(row, ISSUER, LONGEST_NAME, problems);
        var stars = stars(row, problems);
        var level = level(row, problems);
        var date = date(row, DATE, problems);
        if (date == null && row.get(DATE) == null) {
            problems.add(new FieldProblem(DATE, "field.sheet-cell-needed"));
        }
        var until = date(row, VALID_TO, problems);
        return problems.isEmpty() && date != null && level != null
                ? new Certificate.Claim(
                        product,
                        number,
                        stars,
                        decision,
                        date,
                        issuer,
                        level,
                        until == null ? date.plusMonths(Certificate.MONTHS) : until)
                : null;
    }

    private static String text(SheetRow row, String column, int longest, List<FieldProblem> problems) {
        var text = row.get(column);
        if (text == null) {
            problems.add(new FieldProblem(column, "field.sheet-cell-needed"));
            return "";
        }
        if (text.length() > longest) {
            problems.add(new FieldProblem(column, "field.sheet-too-long", longest));
        }
        return text;
    }

    private static int stars(SheetRow row, List<FieldProblem> problems) {
        var digits = row.values().getOrDefault(STARS, "").replaceAll("[^0-9]", "");
        if (digits.length() == 1 && digits.charAt(0) >= '3' && digits.charAt(0) <= '5') {
            return digits.charAt(0) - '0';
        }
        problems.add(new FieldProblem(STARS, "field.sheet-out-of-range", 3, 5));
        return 0;
    }

    /** Without a word about it, what the number of stars says. */
    private static Certificate.@Nullable Level level(SheetRow row, List<FieldProblem> problems) {
        var typed = VietnameseText.fold(row.values().getOrDefault(LEVEL, ""));
        if (typed.isEmpty()) {
            return row.values().getOrDefault(STARS, "").contains("5")
                    ? Certificate.Level.MINISTRY
                    : Certificate.Level.PROVINCE;
        }
        if (typed.contains("huyen") || typed.contains("district")) {
            return Certificate.Level.DISTRICT_LEGACY;
        }
        if (typed.contains("tinh") || typed.contains("thanh pho") || typed.contains("province")) {
            return Certificate.Level.PROVINCE;
        }
        if (typed.contains("bo")
                || typed.contains("trung uong")
                || typed.contains("quoc gia")
                || typed.contains("ministry")) {
            return Certificate.Level.MINISTRY;
        }
        problems.add(new FieldProblem(LEVEL, "field.invalid"));
        return null;
    }

    private static @Nullable LocalDate date(SheetRow row, String column, List<FieldProblem> problems) {
        var typed = row.get(column);
        if (typed == null) {
            return null;
        }
        try {
            return SheetDates.day(typed);
        } catch (DateTimeException unread) {
            problems.add(new FieldProblem(column, "field.sheet-no-date"));
            return null;
        }
    }

    @Override
    public Flux<Map<String, Object>> export(Memberships.Place shop) {
        return repository.ofShop(SheetKind.shop(shop), MOST).map(certificate -> {
            var claim = certificate.claim();
            var cells = new LinkedHashMap<String, Object>();
            cells.put(NUMBER, claim.number());
            cells.put(PRODUCT, claim.productName());
            cells.put(STARS, claim.stars());
            cells.put(DECISION, claim.decisionNo());
            cells.put(DATE, DAY.format(claim.decisionDate()));
            cells.put(ISSUER, claim.issuer());
            cells.put(
                    LEVEL,
                    switch (claim.level()) {
                        case MINISTRY -> "Bộ";
                        case PROVINCE -> "Tỉnh";
                        case DISTRICT_LEGACY -> "Huyện";
                    });
            cells.put(VALID_TO, DAY.format(claim.validTo()));
            return cells;
        });
    }
}
