package vn.ocop.marketplace.community;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.Vnd;

/** What people whom a team brought have bought, month by month; answered by the module in which it happens. */
public interface TeamPurchases {

    /** Of fewer buyers in a month only the number of orders is told, so that nobody can be told apart. */
    int FEWEST = 3;

    /**
     * One month of it, without what was called off.
     *
     * @param month its first day
     * @param buyers null when there were fewer than {@value #FEWEST}
     * @param goods what they paid for goods; null likewise
     */
    record Month(
            LocalDate month,
            long orders,
            @Nullable Long buyers,
            @Nullable Vnd goods) {

        public static Month of(LocalDate month, long orders, long buyers, Vnd goods) {
            return buyers < FEWEST ? new Month(month, orders, null, null) : new Month(month, orders, buyers, goods);
        }
    }

    /** The newest first. */
    Mono<List<Month>> monthly(Collection<UUID> people, LocalDate since);
}
