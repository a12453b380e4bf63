package vn.ocop.marketplace.web.community;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/**
 * Where a shopper says which team helped, on the way to an order.
 *
 * @param named the team, once it is said
 */
public record NamingPage(
        Head head,
        String code,
        Team.@Nullable Named named,
        @Nullable String refusal) {}
