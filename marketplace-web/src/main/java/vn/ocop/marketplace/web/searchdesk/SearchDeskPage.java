package vn.ocop.marketplace.web.searchdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/**
 * The administrators' page for the search.
 *
 * @param tried the text whose answer is explained
 * @param refusal why a rule was not kept
 */
public record SearchDeskPage(
        Head head,
        SearchDesk.All all,
        @Nullable String tried,
        @Nullable String refusal) {

    public static final List<String> KINDS = List.of("SYNONYM", "ALSO", "REDIRECT", "PIN");
}
