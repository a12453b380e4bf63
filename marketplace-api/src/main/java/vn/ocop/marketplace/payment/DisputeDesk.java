package vn.ocop.marketplace.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;

/** Where those who keep the platform's money see disputes and say who bears them. */
@Service
public class DisputeDesk {

    private final DisputeRepository disputes;

    DisputeDesk(DisputeRepository disputes) {
        this.disputes = disputes;
    }

    /** Newest first. */
    public Mono<Page<Dispute>> list(@Nullable String after, int limit, Caller caller) {
        mustKeepMoney(caller);
        return disputes.list(after == null ? null : Cursor.decode(after), limit + 1)
                .collectList()
                .map(rows -> Page.of(rows, limit, dispute -> new Cursor(dispute.openedAt(), dispute.id()).encode()));
    }

    /** Until it is decided by the banks. */
    public Mono<Dispute> bearer(UUID id, Takeback.Bearer bearer, Caller caller) {
        mustKeepMoney(caller);
        return disputes.decideBearer(id, bearer, caller.id())
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOT_FOUND)));
    }

    private static void mustKeepMoney(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_MONEY, "*", PaymentProblem.NOT_FOUND);
    }
}
