package vn.ocop.marketplace.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;

/** Sheets to take home: an empty one to fill in, what the shop has, the rows that were refused. */
@Component
public class SheetFiles {

    private static final String NEEDED_MARK = " *";

    private final SheetKinds kinds;
    private final ImportRepository repository;
    private final MessageSource messages;

    SheetFiles(SheetKinds kinds, ImportRepository repository, MessageSource messages) {
        this.kinds = kinds;
        this.repository = repository;
        this.messages = messages;
    }

    /** A file ready to be sent. */
    public record Ready(String name, SheetFormat format, byte[] bytes) {}

    /** An empty sheet with an example, and beside it what each column means and which a category needs. */
    public Mono<Ready> template(
            Memberships.Place place,
            String code,
            @Nullable String category,
            SheetFormat format,
            Language language,
            Caller caller) {
        return kinds.open(code, place, caller)
                .publishOn(Schedulers.boundedElastic())
                .map(kind -> {
                    var needed = category == null ? Set.<String>of() : Set.copyOf(kind.neededFor(category));
                    var headings = kind.columns().stream()
                            .map(column -> heading(kind, column, needed, language))
                            .toList();
                    var writer =
                            format.writer(words("sheet.page.rows", language)).withHeadings(headings);
                    writer.add(kind.columns().stream()
                            .map(column -> kinds.words(kind, column.code(), "example", language))
                            .toList());
                    writer.explain(words("sheet.page.guide", language), guide(kind, needed, language));
                    return new Ready("mau-" + code, format, writer.finish());
                });
    }

    private String heading(SheetKind kind, SheetColumn column, Set<String> needed, Language language) {
        var heading = kinds.heading(kind, column.code(), language);
        return column.needed() || needed.contains(column.code()) ? heading + NEEDED_MARK : heading;
    }

    private List<List<String>> guide(SheetKind kind, Set<String> needed, Language language) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(words("sheet." + kind.code() + ".intro", language)));
        lines.add(List.of(words("sheet.guide.intro", language)));
        lines.add(List.of());
        lines.add(List.of(
                words("sheet.guide.column", language),
                words("sheet.guide.meaning", language),
                words("sheet.guide.example", language)));
        for (var column : kind.columns()) {
            lines.add(List.of(
                    heading(kind, column, needed, language),
                    kinds.words(kind, column.code(), "hint", language),
                    kinds.words(kind, column.code(), "example", language)));
        }
        lines.add(List.of());
        lines.addAll(kind.guide(language));
        return lines;
    }

    /** What the place has; sent back changed, it changes just that. */
    public Mono<Ready> export(
            Memberships.Place place, String code, SheetFormat format, Language language, Caller caller) {
        return kinds.open(code, place, caller).flatMap(kind -> {
            var columns = kind.columns();
            var headings = columns.stream()
                    .map(column -> kinds.heading(kind, column.code(), language))
                    .toList();
            return kind.export(place)
                    .publishOn(Schedulers.boundedElastic())
                    .collect(
                            () -> format.writer(words("sheet.page.rows", language))
                                    .withHeadings(headings),
                            (writer, row) -> writer.add(columns.stream()
                                    .map(column -> row.getOrDefault(column.code(), ""))
                                    .toList()))
                    .map(writer -> new Ready(code, format, writer.finish()));
        });
    }

    /** The refused rows as they came, each with the reason, to be mended and sent again. */
    public Mono<Ready> refused(Memberships.Place place, UUID id, SheetFormat format, Language language, Caller caller) {
        return repository
                .find(id)
                .filter(sheet ->
                        sheet.place().equals(place) && SheetKinds.allowed(kinds.get(sheet.kind()), place, caller))
                .switchIfEmpty(Mono.error(() -> new ProblemException(SheetProblem.NOT_FOUND)))
                .flatMap(sheet -> {
                    var kind = kinds.get(sheet.kind());
                    var headings = new ArrayList<>(sheet.headings());
                    headings.add(words("sheet.reason", language));
                    return repository
                            .rows(id, RowOutcome.Kind.REFUSED, false, 0, SheetFile.MOST_ROWS)
                            .publishOn(Schedulers.boundedElastic())
                            .collect(
                                    () -> format.writer(words("sheet.page.rows", language))
                                            .withHeadings(headings),
                                    (writer, row) -> writer.add(
                                            withReason(row, sheet.headings().size(), kind, language)))
                            .map(writer -> new Ready("chua-nhap-duoc", format, writer.finish()));
                });
    }

    private List<String> withReason(SheetImport.Row row, int width, SheetKind kind, Language language) {
        var cells = new ArrayList<>(
                row.cells().subList(0, Math.min(width, row.cells().size())));
        while (cells.size() < width) {
            cells.add("");
        }
        cells.add(String.join(
                "; ",
                row.outcome().notes().stream()
                        .map(note -> sentence(note, kind, language))
                        .toList()));
        return cells;
    }

    /** A note in words, with the column it is about. */
    public String sentence(FieldProblem note, SheetKind kind, Language language) {
        var words = String.valueOf(messages.getMessage(note.code(), note.arguments(), note.code(), language.locale()));
        return note.field().isEmpty() ? words : kinds.heading(kind, note.field(), language) + ": " + words;
    }

    public String heading(SheetKind kind, String column, Language language) {
        return kinds.heading(kind, column, language);
    }

    private String words(String key, Language language) {
        return String.valueOf(messages.getMessage(key, null, key, language.locale()));
    }
}
