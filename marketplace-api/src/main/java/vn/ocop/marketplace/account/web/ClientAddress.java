package vn.ocop.marketplace.account.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where a request comes from. A forwarding header is believed only as far as machines of the own network wrote it,
 * which is where the site and the proxies are; whoever calls from outside is who they are.
 */
final class ClientAddress {

    private static final String FORWARDED = "X-Forwarded-For";

    private ClientAddress() {}

    static String of(ServerWebExchange exchange) {
        var peer = exchange.getRequest().getRemoteAddress();
        return of(peer, exchange.getRequest().getHeaders().getFirst(FORWARDED));
    }

    /** From the right, the first address that is not of the own network. */
    static String of(@Nullable InetSocketAddress peer, @Nullable String forwarded) {
        if (peer == null || peer.getAddress() == null) {
            return "unknown";
        }
        var nearest = peer.getAddress().getHostAddress();
        if (forwarded == null || !isOwn(peer.getAddress())) {
            return nearest;
        }
        var hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = parsed(hops[i].strip());
            if (hop == null) {
                return nearest;
            }
            nearest = hop.getHostAddress();
            if (!isOwn(hop)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static @Nullable InetAddress parsed(String literal) {
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static boolean isOwn(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
    }
}
