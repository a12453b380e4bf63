package vn.ocop.marketplace.order;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.DirectPayments;
import vn.ocop.marketplace.payment.TransferInstructions;

/** Tells the buyer of an unpaid purchase what to transfer, and what a shop that was paid itself is to send back. */
@Service
public class PayByTransfer {

    private final OrderQueries orders;
    private final TransferInstructions instructions;
    private final DirectPayments direct;

    PayByTransfer(OrderQueries orders, TransferInstructions instructions, DirectPayments direct) {
        this.orders = orders;
        this.instructions = instructions;
        this.direct = direct;
    }

    public Mono<TransferInstructions.Instructions> of(String code, Caller buyer) {
        return orders.purchase(code, buyer).flatMap(group -> instructions.of(group.id(), group.code()));
    }

    public Mono<List<DirectPayments.ShopRefund>> sentBack(String code, Caller buyer) {
        return orders.purchase(code, buyer).flatMap(group -> direct.ofPurchase(group.id()));
    }
}
