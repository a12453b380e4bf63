package vn.ocop.marketplace.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Idempotency;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

/** Takes sheets in: sent, their columns named, looked at, put into effect; each step answers at once and works on. */
@Service
public class Imports {

    private static final int STAGED_AT_ONCE = 500;
    private static final int RECENT = 20;
    private static final int SAMPLE = 3;

    private final ImportRepository repository;
    private final SheetKinds kinds;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    Imports(
            ImportRepository repository,
            SheetKinds kinds,
            Idempotency idempotency,
            Outbox outbox,
            AuditLog audit,
            TransactionalOperator transaction) {
        this.repository = repository;
        this.kinds = kinds;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A file as it was sent. */
    public record Sent(Memberships.Place place, String kind, String fileName, byte[] bytes) {}

    /**
     * A sheet with what one wants to see of it.
     *
     * @param outcomes how many rows came out how
     * @param sample its first rows
     */
    public record Opened(SheetImport sheet, SheetKind kind, Map<String, Long> outcomes, List<SheetImport.Row> sample) {}

    public Mono<Opened> send(Sent sent, Caller caller, String idempotencyKey) {
        var body = Map.of("place", sent.place(), "kind", sent.kind(), "file", DigestUtils.sha256Hex(sent.bytes()));
        var request = new Idempotency.Request(caller.id(), idempotencyKey, body);
        return kinds.open(sent.kind(), sent.place(), caller)
                .flatMap(kind -> idempotency
                        .once(request, UUID.class, () -> stage(sent, kind, caller))
                        .as(transaction::transactional))
                .flatMap(id -> open(sent.place(), id, caller));
    }

    /** Rows go to the database while the file is read; of the file no more is held than its bytes. */
    private Mono<UUID> stage(Sent sent, SheetKind kind, Caller caller) {
        return repository
                .insert(sent.place(), kind.code(), sent.fileName(), caller.id())
                .delayUntil(id -> {
                    var heading = new Heading(kinds.recognised(kind));
                    return SheetFile.lines(sent.bytes())
                            .concatMapIterable(heading::accept)
                            .concatWith(Flux.defer(() -> Flux.fromIterable(heading.end())))
                            .buffer(STAGED_AT_ONCE)
                            .subscribeOn(Schedulers.boundedElastic())
                            .concatMap(lines -> repository.addRows(id, lines), 1)
                            .then(Mono.defer(() -> repository.describe(id, heading)));
                });
    }

    public Mono<List<SheetImport>> recent(Memberships.Place place, String kind, Caller caller) {
        return kinds.open(kind, place, caller)
                .flatMap(known -> repository
                        .at(place, RECENT)
                        .filter(sheet -> sheet.kind().equals(kind))
                        .collectList());
    }

    public Mono<Opened> open(Memberships.Place place, UUID id, Caller caller) {
        return find(place, id, caller).flatMap(sheet -> opened(sheet));
    }

    private Mono<Opened> opened(SheetImport sheet) {
        return Mono.zip(
                repository.outcomes(sheet.id()),
                repository.rows(sheet.id(), null, false, 0, SAMPLE).collectList(),
                (outcomes, sample) -> new Opened(sheet, kinds.get(sheet.kind()), outcomes, sample));
    }

    private Mono<SheetImport> find(Memberships.Place place, UUID id, Caller caller) {
        return repository
                .find(id)
                .filter(sheet ->
                        sheet.place().equals(place) && SheetKinds.allowed(kinds.get(sheet.kind()), place, caller))
                .switchIfEmpty(Mono.error(() -> new ProblemException(SheetProblem.NOT_FOUND)));
    }

    /** Looks at every row under these names of columns; what it says is read when it is done. */
    public Mono<Opened> check(Memberships.Place place, UUID id, @Nullable Map<String, Integer> wanted, Caller caller) {
        return find(place, id, caller)
                .flatMap(sheet -> {
                    var kind = kinds.get(sheet.kind());
                    var mapping = wanted == null ? sheet.mapping() : wanted;
                    mustFit(kind, mapping, sheet.headings().size());
                    return repository
                            .beginCheck(id, mapping, caller.id())
                            .switchIfEmpty(Mono.error(() -> new ProblemException(SheetProblem.NOT_NOW)))
                            .delayUntil(begun -> arrange(kind, begun))
                            .delayUntil(this::setGoing);
                })
                .as(transaction::transactional)
                .flatMap(this::opened);
    }

    private Mono<Void> arrange(SheetKind kind, SheetImport sheet) {
        int key = Objects.requireNonNull(sheet.mapping().get(kind.key()));
        return repository.arrange(sheet.id(), key, sheet.mapping().getOrDefault(kind.group(), key));
    }

    private static void mustFit(SheetKind kind, Map<String, Integer> mapping, int places) {
        var problems = new ArrayList<FieldProblem>();
        for (var column : kind.columns()) {
            var place = mapping.get(column.code());
            if (place == null && column.needed()) {
                problems.add(new FieldProblem("mapping." + column.code(), "field.sheet-column-needed"));
            } else if (place != null && (place < 0 || place >= places)) {
                problems.add(new FieldProblem("mapping." + column.code(), "field.invalid"));
            }
        }
        var known = kind.columns().stream().map(SheetColumn::code).toList();
        mapping.keySet().stream()
                .filter(column -> !known.contains(column))
                .forEach(column -> problems.add(new FieldProblem("mapping." + column, "field.invalid")));
        if (mapping.values().stream().distinct().count() < mapping.size()) {
            problems.add(new FieldProblem("mapping", "field.sheet-column-twice"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(PlatformProblem.INVALID, problems);
        }
    }

    /** Puts a sheet into effect that was looked at. Asked for again it goes on as it does. */
    public Mono<Opened> run(Memberships.Place place, UUID id, Caller caller) {
        return find(place, id, caller)
                .flatMap(sheet -> begunAlready(sheet) ? Mono.just(sheet) : begin(sheet, caller))
                .as(transaction::transactional)
                .flatMap(this::opened);
    }

    private static boolean begunAlready(SheetImport sheet) {
        return sheet.state() == SheetImport.State.RUNNING || sheet.state() == SheetImport.State.DONE;
    }

    private Mono<SheetImport> begin(SheetImport sheet, Caller caller) {
        var act = Act.of(
                        "sheet.import-run",
                        Act.Owner.at(sheet.place().kind(), sheet.place().scope()))
                .on(sheet.id())
                .with("kind", sheet.kind())
                .with("rows", sheet.totalRows());
        return repository
                .beginRun(sheet.id(), caller.id())
                .delayUntil(begun -> audit.record(caller, act))
                .delayUntil(this::setGoing)
                // Somebody may have been a moment faster.
                .switchIfEmpty(Mono.defer(() -> repository.find(sheet.id())).filter(Imports::begunAlready))
                .switchIfEmpty(Mono.error(() -> new ProblemException(SheetProblem.NOT_NOW)));
    }

    private Mono<Void> setGoing(SheetImport sheet) {
        return outbox.append(ImportSteps.TYPE, sheet.id(), new ImportSteps.Step(sheet.pass()));
    }

    /** Rows with what became of them, in the order of the file. */
    public Mono<Page<SheetImport.Row>> rows(
            Memberships.Place place,
            UUID id,
            RowOutcome.@Nullable Kind outcome,
            boolean noted,
            int after,
            int limit,
            Caller caller) {
        return find(place, id, caller)
                .flatMap(sheet -> repository
                        .rows(id, outcome, noted, after, limit + 1)
                        .collectList()
                        .map(found -> Page.of(found, limit, row -> Integer.toString(row.number()))));
    }

    /** The kind of a sheet, for naming its columns. */
    public Mono<SheetKind> kindOf(Memberships.Place place, UUID id, Caller caller) {
        return find(place, id, caller).map(sheet -> kinds.get(sheet.kind()));
    }
}
