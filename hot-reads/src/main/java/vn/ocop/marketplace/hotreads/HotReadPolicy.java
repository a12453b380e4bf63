package vn.ocop.marketplace.hotreads;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Which requests an application lets be answered from ready-made bytes. Asked for every GET and HEAD: keep it quick.
 */
public interface HotReadPolicy {

    /**
     * What the answer depends on beside path and query, such as {@code "vi"} or {@code "en quangtritrade.vn"}; empty
     * when on nothing else. Null when the request must run: it is personal, or not public, or not hot.
     */
    @Nullable String variant(ServerHttpRequest request);

    /**
     * The request headers that {@link #variant} has looked at. An answer that says it varies by any other is not kept.
     */
    Set<String> varies();
}
