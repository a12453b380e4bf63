package vn.ocop.marketplace.web.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/**
 * Asks for a code that was sent or that an app shows.
 *
 * @param action where the form goes
 * @param hidden what it takes along
 * @param text whereto the code was sent, or where it is found
 * @param help what to do if none comes; null where none is sent
 */
public record CodePage(
        Head head,
        String action,
        Map<String, String> hidden,
        String text,
        @Nullable String help,
        @Nullable String refusal) {}
