package vn.ocop.marketplace.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Outbox;
import vn.ocop.marketplace.platform.OutboxHandler;

/**
 * Works through a sheet a batch at a time, each delivered by the outbox and asking for the next: any copy goes on where
 * a killed one stopped, and rows that were done twice are known by their keys.
 */
@Component
class ImportSteps implements OutboxHandler<ImportSteps.Step> {

    static final String TYPE = "sheet.import-step";

    private static final int BATCH = 400;
    private static final Logger LOG = LoggerFactory.getLogger(ImportSteps.class);

    private final ImportRepository repository;
    private final SheetKinds kinds;
    private final Outbox outbox;
    private final TransactionalOperator transaction;

    ImportSteps(ImportRepository repository, SheetKinds kinds, Outbox outbox, TransactionalOperator transaction) {
        this.repository = repository;
        this.kinds = kinds;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    record Step(int pass) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Step> payloadType() {
        return Step.class;
    }

    @Override
    public Mono<Void> handle(UUID id, Step step) {
        return repository
                .find(id)
                .filter(sheet -> sheet.pass() == step.pass() && sheet.state().working())
                .flatMap(
                        sheet -> repository.next(sheet, BATCH + 1).collectList().flatMap(rows -> next(sheet, rows)));
    }

    private Mono<Void> next(SheetImport sheet, List<ImportRepository.Staged> rows) {
        if (rows.isEmpty()) {
            return repository.finish(sheet);
        }
        var whole = wholeGroups(rows);
        if (whole.isEmpty()) {
            int group = rows.getFirst().groupRow();
            var why = new FieldProblem("", "field.sheet-group-too-large", BATCH);
            return done(sheet, repository.refuseGroup(sheet.id(), group, why), group, rows.size());
        }
        return apply(sheet, groups(sheet, whole))
                .flatMap(outcomes -> done(
                        sheet,
                        repository.keep(sheet.id(), outcomes),
                        whole.getLast().groupRow(),
                        whole.size()));
    }

    /** The last group may go on after what was read, so it waits; empty if the first alone is more than a batch. */
    private static List<ImportRepository.Staged> wholeGroups(List<ImportRepository.Staged> rows) {
        if (rows.size() <= BATCH) {
            return rows;
        }
        int cut = rows.getLast().groupRow();
        return rows.stream().filter(row -> row.groupRow() != cut).toList();
    }

    private List<List<SheetRow>> groups(SheetImport sheet, List<ImportRepository.Staged> rows) {
        var groups = new ArrayList<List<SheetRow>>();
        int current = -1;
        for (var row : rows) {
            if (row.groupRow() != current) {
                groups.add(new ArrayList<>());
                current = row.groupRow();
            }
            groups.getLast().add(row(sheet, row));
        }
        return groups;
    }

    private static SheetRow row(SheetImport sheet, ImportRepository.Staged row) {
        var values = new HashMap<String, String>();
        sheet.mapping().forEach((column, place) -> {
            if (place < row.cells().size() && !row.cells().get(place).isEmpty()) {
                values.put(column, row.cells().get(place));
            }
        });
        return new SheetRow(row.number(), row.twinRow(), values);
    }

    private Mono<List<RowOutcome>> apply(SheetImport sheet, List<List<SheetRow>> groups) {
        var kind = kinds.get(sheet.kind());
        return kind.apply(new SheetBatch(sheet.place(), sheet.actor(), sheet.trial(), groups))
                .onErrorResume(DataIntegrityViolationException.class, clash -> oneByOne(kind, sheet, groups));
    }

    /** Somebody made the same thing meanwhile, or the database knows better than we: the rest must not suffer. */
    private static Mono<List<RowOutcome>> oneByOne(SheetKind kind, SheetImport sheet, List<List<SheetRow>> groups) {
        return Flux.fromIterable(groups)
                .concatMap(group -> kind.apply(
                                new SheetBatch(sheet.place(), sheet.actor(), sheet.trial(), List.of(group)))
                        .onErrorResume(DataIntegrityViolationException.class, clash -> {
                            LOG.warn("A row of sheet {} could not be saved: {}", sheet.id(), clash.toString());
                            var why = List.of(new FieldProblem("", "field.sheet-not-saved"));
                            return Mono.just(group.stream()
                                    .map(row -> RowOutcome.refused(row, why))
                                    .toList());
                        }))
                .flatMapIterable(outcomes -> outcomes)
                .collectList();
    }

    private Mono<Void> done(SheetImport sheet, Mono<Void> results, int toRow, int rows) {
        return results.then(Mono.defer(() -> repository.advance(sheet, toRow, rows)))
                .filter(first -> first)
                .flatMap(first -> outbox.append(TYPE, sheet.id(), new Step(sheet.pass())))
                .as(transaction::transactional);
    }
}
