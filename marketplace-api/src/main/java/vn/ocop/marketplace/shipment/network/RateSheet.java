package vn.ocop.marketplace.shipment.network;

import static vn.ocop.marketplace.platform.Nullables.orNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.sheet.SheetFile;
import vn.ocop.marketplace.sheet.SheetFormat;

/**
 * A carrier's tariff as a sheet, out and in: every version with its dates. All of a sheet is put into effect or
 * nothing.
 */
@Service
public class RateSheet {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final DatabaseClient database;
    private final MessageSource messages;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RateSheet(
            DatabaseClient database,
            MessageSource messages,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is wrong with a cell. */
    public record Wrong(int row, String column, String detail) {}

    /** What became of a sheet; with anything wrong nothing did. */
    public record Imported(int rows, int changed, List<Wrong> wrong) {}

    private static void mustKeepCarriers(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_CARRIERS, "*", NetworkProblem.CARRIER_UNKNOWN);
    }

    private Mono<Set<String>> services(String carrier) {
        return database.sql("select code from shipment.services where carrier_code = :carrier")
                .bind("carrier", carrier)
                .map(row -> Rows.get(row, "code", String.class))
                .all()
                .collect(Collectors.toSet())
                .filter(found -> !found.isEmpty())
                .switchIfEmpty(Mono.error(() -> new ProblemException(NetworkProblem.CARRIER_UNKNOWN, carrier)));
    }

    private Mono<List<RateCard>> cards(String carrier) {
        return database.sql("""
                select * from shipment.rate_cards
                 where carrier_code = :carrier
                 order by service_code, valid_from desc, zone desc
                """)
                .bind("carrier", carrier)
                .map(DeliveryRates::card)
                .all()
                .collectList();
    }

    public Mono<byte[]> export(String carrier, Language language, Caller caller) {
        mustKeepCarriers(caller);
        return services(carrier)
                .then(cards(carrier))
                .publishOn(Schedulers.boundedElastic())
                .map(cards -> workbook(cards, language));
    }

    private byte[] workbook(List<RateCard> cards, Language language) {
        var headings = RateRows.COLUMNS.stream()
                .map(column -> words("shipment.rates." + column, language))
                .toList();
        return SheetFormat.XLSX.sheet(
                words("shipment.rates", language),
                headings,
                cards.stream().map(RateSheet::cells).toList());
    }

    private static List<?> cells(RateCard card) {
        var to = card.validTo();
        return List.of(
                card.service(),
                card.zone().name(),
                card.baseGrams(),
                card.baseFee().dong(),
                card.stepGrams(),
                card.stepFee().dong(),
                card.daysFrom(),
                card.daysTo(),
                DAY.format(card.validFrom()),
                to == null ? "" : DAY.format(to));
    }

    private String words(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }

    private Map<String, List<String>> headings() {
        var headings = new LinkedHashMap<String, List<String>>();
        for (var column : RateRows.COLUMNS) {
            headings.put(
                    column,
                    List.of(
                            words("shipment.rates." + column, Language.VI),
                            words("shipment.rates." + column, Language.EN)));
        }
        return headings;
    }

    public Mono<Imported> read(String carrier, byte[] file, Language language, Caller caller) {
        mustKeepCarriers(caller);
        return Mono.zip(services(carrier), rows(file))
                .flatMap(both -> cards(carrier)
                        .map(stored ->
                                RateRows.read(both.getT2(), new RateRows.Known(carrier, both.getT1(), stored, today())))
                        .flatMap(read -> read.wrong().isEmpty()
                                ? put(carrier, read.cards(), caller)
                                        .map(changed ->
                                                new Imported(both.getT2().size(), changed, List.of()))
                                : Mono.just(new Imported(both.getT2().size(), 0, inWords(read.wrong(), language)))))
                .as(transaction::transactional);
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }

    private Mono<List<SheetTable.Row>> rows(byte[] file) {
        return SheetFile.lines(file)
                .collect(() -> new SheetTable(headings()), SheetTable::accept)
                .map(SheetTable::rows)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private List<Wrong> inWords(List<RateRows.Wrong> wrong, Language language) {
        return wrong.stream()
                .map(one -> new Wrong(
                        one.row(), words("shipment.rates." + one.column(), language), words(one.code(), language)))
                .toList();
    }

    /** Answers how many lines are new or other than before. */
    private Mono<Integer> put(String carrier, List<RateCard> cards, Caller caller) {
        return Flux.fromIterable(cards)
                .concatMap(this::put)
                .reduce(0L, Long::sum)
                .map(Math::toIntExact)
                .delayUntil(changed -> changed == 0
                        ? Mono.empty()
                        : audit.record(
                                caller,
                                Act.of("shipment.rates-changed", Act.Owner.platform())
                                        .on(carrier)
                                        .with("lines", changed)));
    }

    private Mono<Long> put(RateCard card) {
        return database.sql("""
                insert into shipment.rate_cards as r (carrier_code, service_code, zone, base_grams, base_fee, step_grams,
                       step_fee, days_from, days_to, valid_from, valid_to)
                values (:carrier, :service, :zone, :baseGrams, :baseFee, :stepGrams, :stepFee, :daysFrom, :daysTo, :from, :to)
                on conflict (carrier_code, service_code, zone, valid_from) do update
                   set base_grams = excluded.base_grams, base_fee = excluded.base_fee, step_grams = excluded.step_grams,
                       step_fee = excluded.step_fee, days_from = excluded.days_from, days_to = excluded.days_to,
                       valid_to = excluded.valid_to
                 where (r.base_grams, r.base_fee, r.step_grams, r.step_fee, r.days_from, r.days_to, r.valid_to)
                       is distinct from (excluded.base_grams, excluded.base_fee, excluded.step_grams, excluded.step_fee,
                                         excluded.days_from, excluded.days_to, excluded.valid_to)
                """)
                .bind("carrier", card.carrier())
                .bind("service", card.service())
                .bind("zone", card.zone().name())
                .bind("baseGrams", card.baseGrams())
                .bind("baseFee", card.baseFee().dong())
                .bind("stepGrams", card.stepGrams())
                .bind("stepFee", card.stepFee().dong())
                .bind("daysFrom", card.daysFrom())
                .bind("daysTo", card.daysTo())
                .bind("from", card.validFrom())
                .bind("to", orNull(card.validTo(), LocalDate.class))
                .fetch()
                .rowsUpdated();
    }
}
