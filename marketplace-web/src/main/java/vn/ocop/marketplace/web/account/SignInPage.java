package vn.ocop.marketplace.web.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/**
 * Signing in or up; passwords are never sent back.
 *
 * @param returnTo the local path to go to afterwards, or empty
 * @param team the code of the team that helped, or empty
 * @param provider the identity provider one may sign in with
 * @param refusal one sentence for the whole form
 * @param errors sentences by field
 */
public record SignInPage(
        Head head,
        String name,
        String login,
        String returnTo,
        String team,
        @Nullable String provider,
        @Nullable String refusal,
        Map<String, String> errors) {

    public @Nullable String errorOf(String field) {
        return errors.get(field);
    }
}
