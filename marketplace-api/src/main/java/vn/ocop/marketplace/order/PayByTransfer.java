package vn.ocop.marketplace.order;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.TransferInstructions;

/** Tells the buyer of an unpaid purchase what to transfer. */
@Service
public class PayByTransfer {

    private final OrderQueries orders;
    private final TransferInstructions instructions;

    PayByTransfer(OrderQueries orders, TransferInstructions instructions) {
        this.orders = orders;
        this.instructions = instructions;
    }

    public Mono<TransferInstructions.Instructions> of(String code, Caller buyer) {
        return orders.purchase(code, buyer).flatMap(group -> instructions.of(group.id(), group.code()));
    }
}
