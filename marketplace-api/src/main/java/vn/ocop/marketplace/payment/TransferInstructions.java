package vn.ocop.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.payout.Accounts;
import vn.ocop.marketplace.payment.payout.BankAccount;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

/** Tells a buyer what to transfer and where to, as text and as the content of a VietQR code. */
@Service
public class TransferInstructions {

    private final BankProperties bank;
    private final PaymentRepository payments;
    private final TransferRepository transfers;
    private final PartRepository parts;
    private final Accounts accounts;

    TransferInstructions(
            BankProperties bank,
            PaymentRepository payments,
            TransferRepository transfers,
            PartRepository parts,
            Accounts accounts) {
        this.bank = bank;
        this.payments = payments;
        this.transfers = transfers;
        this.parts = parts;
        this.accounts = accounts;
    }

    /**
     * What to transfer.
     *
     * @param direct whether the account is the shop's own
     * @param bankName empty where only the bank's number is known
     * @param reference to be the transfer's memo
     * @param received what has come in already, short of the whole
     * @param demoPage where a demo shopper can pretend to; null on a real marketplace
     */
    public record Instructions(
            boolean direct,
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
                .flatMap(payment -> payment.direct()
                        ? direct(payment, code)
                        : transfers.held(payment.id()).map(held -> instructions(payment, held, code)));
    }

    private Instructions instructions(Payment payment, Vnd held, String code) {
        var amount = payment.due().minus(held);
        var reference = TransferMemo.reference(code);
        return new Instructions(
                false,
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

    /** Its account may be a new one that does not count yet: then the buyer is told to wait rather than pay the old. */
    private Mono<Instructions> direct(Payment payment, String code) {
        return parts.shops(payment.id())
                .next()
                .flatMap(accounts::usable)
                .switchIfEmpty(Mono.error(() -> new ProblemException(PaymentProblem.NO_ACCOUNT)))
                .map(account -> direct(payment, account, TransferMemo.reference(code)));
    }

    private static Instructions direct(Payment payment, BankAccount account, String reference) {
        return new Instructions(
                true,
                "",
                account.bin(),
                account.number(),
                account.plainHolder(),
                payment.due(),
                Vnd.ZERO,
                reference,
                new VietQr(account.bin(), account.number(), payment.due(), reference).payload(),
                payment.payUntil(),
                null);
    }
}
