package vn.ocop.marketplace.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Act;
import vn.ocop.marketplace.account.AuditLog;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.shop.ShopProblem;

/**
 * Prices and stock of many variants of one shop, at once and for all at the same time. Stock is moved, not set: what is
 * sold between looking and saving stays sold.
 */
@Service
public class KeepStock {

    public static final int MOST_AT_ONCE = 500;

    private final KeptStockRepository stock;
    private final AuditLog audit;
    private final TransactionalOperator transaction;

    KeepStock(KeptStockRepository stock, AuditLog audit, TransactionalOperator transaction) {
        this.stock = stock;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Why stock moves. */
    public enum Kind {
        RECEIVED,
        COUNTED,
        DAMAGED
    }

    /**
     * One variant's new price, and by how much its stock moves.
     *
     * @param price null leaves it
     * @param quantity signed; 0 leaves it
     */
    public record Move(UUID variantId, @Nullable Long price, int quantity) {}

    /** Saves all of them or, if one cannot be, none and says which. */
    public Mono<Void> save(UUID shop, List<Move> moves, Kind kind, String reason, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), ShopProblem.NOT_FOUND);
        var variants = moves.stream().map(Move::variantId).toList();
        return stock.lock(shop, variants)
                .collectMap(KeptStockRepository.Kept::variantId)
                .doOnNext(kept -> {
                    var problems = new ArrayList<FieldProblem>();
                    for (int i = 0; i < moves.size(); i++) {
                        var now = kept.get(moves.get(i).variantId());
                        if (now == null) {
                            problems.add(
                                    new FieldProblem("moves[" + i + "].variantId", "field.listing-unknown-variant"));
                        } else if (!now.holds(moves.get(i).quantity())) {
                            problems.add(new FieldProblem(
                                    "moves[" + i + "].quantity", "field.listing-stock-below-zero", now.stock()));
                        }
                    }
                    if (!problems.isEmpty()) {
                        throw new ProblemException(PlatformProblem.INVALID, problems);
                    }
                })
                .then(Mono.defer(() -> stock.apply(moves, kind, reason, seller.id())))
                .then(Mono.defer(() -> audit.recordOnBehalf(
                        seller,
                        Act.of("listing.stock-kept", Act.Owner.shop(shop)).with("choices", moves.size()))))
                .as(transaction::transactional);
    }

    /** The newest moves of a variant's stock. */
    public Flux<StockMove> history(UUID shop, UUID variant, int limit, Caller seller) {
        seller.mustBeAllowed(Permission.SHOP_LISTINGS, shop.toString(), ShopProblem.NOT_FOUND);
        return stock.history(shop, variant, limit);
    }
}
