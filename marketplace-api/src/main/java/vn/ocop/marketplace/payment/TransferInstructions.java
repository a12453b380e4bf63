package vn.ocop.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** Tells a buyer what to transfer and where to, as text and as the content of a VietQR code. */
@Service
public class TransferInstructions {

    private final BankProperties bank;
    private final PaymentRepository payments;
    private final TransferRepository transfers;

    TransferInstructions(BankProperties bank, PaymentRepository payments, TransferRepository transfers) {
        this.bank = bank;
        this.payments = payments;
        this.transfers = transfers;
    }

    /**
     * What to transfer.
     *
     * @param reference to be the transfer's memo
     * @param received what has come in already, short of the whole
     * @param demoPage where a demo shopper can pretend to; null on a real marketplace
     */
    public record Instructions(
            String bankName,
            String bin,
            String account,
            String holder,
            Vnd amount,
            Vnd received,
            String reference,
            String qr,
            @Nullable Instant payUntil,
            @Nullable String demoPage) {}

    /** Refused once nothing waits to be transferred any more. */
    public Mono<Instructions> of(UUID payableId, String code) {
        return payments.ofPayable(payableId)
                .filter(payment ->
                        payment.method() == PaymentMethod.BANK_TRANSFER && payment.status() == PaymentStatus.PENDING)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NOTHING_TO_PAY)))
                .flatMap(payment -> transfers.held(payment.id()).map(held -> instructions(payment, held, code)));
    }

    private Instructions instructions(Payment payment, Vnd held, String code) {
        var amount = payment.due().minus(held);
        var reference = TransferMemo.reference(code);
        return new Instructions(
                bank.bankName(),
                bank.bin(),
                bank.account(),
                bank.holder(),
                amount,
                held,
                reference,
                new VietQr(bank.bin(), bank.account(), amount, reference).payload(),
                payment.payUntil(),
                bank.demoPage().isBlank() ? null : bank.demoPage());
    }
}
