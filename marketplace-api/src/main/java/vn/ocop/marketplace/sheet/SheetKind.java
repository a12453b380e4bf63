package vn.ocop.marketplace.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Memberships;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Language;

/** One kind of sheet; answered by the module whose things the rows are. */
public interface SheetKind {

    /** The name in addresses and message keys. */
    String code();

    /** What one needs to send such a sheet or take one home; at kinds of workplaces without one there are none. */
    Set<Permission> permissions();

    List<SheetColumn> columns();

    /** The column by which a row is known again. */
    String key();

    /** The column that holds rows together which belong to one thing; the key itself where there is none. */
    default String group() {
        return key();
    }

    /** Codes of the columns that rows about a category must fill; for the template. */
    default List<String> neededFor(String category) {
        return List.of();
    }

    /** More lines for the template's page of explanations. */
    default List<List<String>> guide(Language language) {
        return List.of();
    }

    Mono<Boolean> knows(Memberships.Place place);

    /**
     * Puts rows into effect, or says what would become of them. Doing the same twice changes nothing more: rows are
     * known by their key.
     */
    Mono<List<RowOutcome>> apply(SheetBatch batch);

    /** What the place has, as the rows of such a sheet: texts and whole numbers by the codes of columns. */
    Flux<Map<String, Object>> export(Memberships.Place place);

    /** The shop that a place is; only for kinds that are of shops. */
    static UUID shop(Memberships.Place place) {
        return UUID.fromString(place.scope());
    }

    /** What a heading is called, for refusals that name it. */
    static String headingKey(String kind, @Nullable String column) {
        return "sheet." + kind + "." + column;
    }
}
