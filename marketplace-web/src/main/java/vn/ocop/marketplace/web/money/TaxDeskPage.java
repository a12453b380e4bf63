package vn.ocop.marketplace.web.money;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/**
 * Tax withheld, declared and paid.
 *
 * @param lastMonth the month that can be declared now
 */
public record TaxDeskPage(
        Head head,
        List<TaxDesk.Declaration> declarations,
        String lastMonth,
        boolean done,
        @Nullable String refusal) {

    /** Whether the month that is over still has to be declared. */
    public boolean toDeclare() {
        return declarations.stream()
                .noneMatch(declaration ->
                        !declaration.open() && declaration.month().equals(lastMonth));
    }
}
