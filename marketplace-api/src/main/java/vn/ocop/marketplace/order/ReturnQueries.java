package vn.ocop.marketplace.order;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.Cursor;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.ProblemException;

/** Returns as their buyer, their shop and their province may read them. */
@Service
public class ReturnQueries {

    private final ReturnRepository returns;
    private final OrderReads reads;

    ReturnQueries(ReturnRepository returns, OrderReads reads) {
        this.returns = returns;
        this.reads = reads;
    }

    /** Those of a purchase, oldest first. */
    public Mono<List<ReturnCase>> ofPurchase(String code, Caller buyer) {
        return reads.findByCode(code)
                .filter(group -> group.buyerId().equals(buyer.id()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(OrderProblem.NOT_FOUND, code)))
                .flatMap(group -> returns.ofGroup(group.id()).collectList());
    }

    public Mono<Page<ReturnCase>> ofShop(
            UUID shop, @Nullable ReturnStatus status, @Nullable String after, int limit, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_ORDERS, shop.toString(), OrderProblem.NOT_FOUND);
        return page(new ReturnRepository.Whose(shop, null), status, after, limit);
    }

    public Mono<Page<ReturnCase>> ofProvince(
            String province, @Nullable ReturnStatus status, @Nullable String after, int limit, Caller officer) {
        officer.mustBeAllowed(Permission.PROVINCE_COMPLAINTS, province, OrderProblem.NOT_FOUND);
        return page(new ReturnRepository.Whose(null, province), status, after, limit);
    }

    private Mono<Page<ReturnCase>> page(
            ReturnRepository.Whose whose, @Nullable ReturnStatus status, @Nullable String after, int limit) {
        return returns.list(whose, status, after == null ? null : Cursor.decode(after), limit + 1)
                .collectList()
                .map(rows -> Page.of(rows, limit, found -> new Cursor(found.askedAt(), found.id()).encode()));
    }

    /** The order a return is about, for whoever may see the return. */
    public Mono<OrderInGroup> order(ReturnCase about) {
        return reads.findByCode(about.orderCode().substring(0, about.orderCode().lastIndexOf('-')))
                .map(group -> OrderInGroup.of(group, about.orderCode()));
    }

    /** What the caller can do about it now. */
    public static List<ReturnMove> moves(ReturnCase about, Caller caller) {
        return Arrays.stream(ReturnMove.values())
                .filter(move -> MoveReturn.is(caller, move.party(), about))
                .filter(move -> move.from(about.status(), about.kind()).isPresent())
                .toList();
    }
}
