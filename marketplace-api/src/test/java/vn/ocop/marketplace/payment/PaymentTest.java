package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

class PaymentTest {

    private static Payment payment(PaymentMethod method, PaymentStatus status, long amount) {
        return new Payment(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                method,
                status,
                Vnd.of(amount),
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                null,
                false);
    }

    @Test
    void isPaidOnceAllThatIsDueCameIn() {
        var due = payment(PaymentMethod.CASH_ON_DELIVERY, PaymentStatus.DUE_ON_DELIVERY, 300_000);

        var half = due.capture(Vnd.of(100_000));

        assertThat(half.status()).isEqualTo(PaymentStatus.DUE_ON_DELIVERY);
        assertThat(half.due()).isEqualTo(Vnd.of(200_000));
        assertThat(half.capture(Vnd.of(200_000)).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void isPaidWhenTheRestFellAway() {
        var half = payment(PaymentMethod.CASH_ON_DELIVERY, PaymentStatus.DUE_ON_DELIVERY, 300_000)
                .capture(Vnd.of(100_000));

        assertThat(half.waive(Vnd.of(200_000)).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void isCancelledWhenEverythingFellAway() {
        var due = payment(PaymentMethod.CARD, PaymentStatus.PENDING, 300_000);

        assertThat(due.waive(Vnd.of(300_000)).status()).isEqualTo(PaymentStatus.CANCELLED);
    }

    @Test
    void isRefundedOnceAllOfItWentBack() {
        var paid = payment(PaymentMethod.CARD, PaymentStatus.PENDING, 300_000).capture(Vnd.of(300_000));

        assertThat(paid.refund(Vnd.of(100_000)).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(paid.refund(Vnd.of(100_000)).refund(Vnd.of(200_000)).status())
                .isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void waitsOnlyForExactlyWhatIsDue() {
        var due = payment(PaymentMethod.CARD, PaymentStatus.PENDING, 300_000);

        assertThat(due.awaits(Vnd.of(300_000))).isTrue();
        assertThat(due.awaits(Vnd.of(299_999))).isFalse();
        assertThat(due.capture(Vnd.of(300_000)).awaits(Vnd.of(300_000))).isFalse();
    }

    @Test
    void asksForNothingThatItsLinesDoNotExplain() {
        var line = new Payable.Line(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "QT-261122-7F3K9M-1",
                "HTX Nông sản Khe Sanh",
                Vnd.of(269_999),
                Vnd.of(30_000),
                Charges.NONE,
                Relief.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Payable(
                        UUID.randomUUID(),
                        "QT-261122-7F3K9M",
                        UUID.randomUUID(),
                        Vnd.of(300_000),
                        List.of(line),
                        Language.VI));
    }

    @Test
    void asksBackNoMoreThanCameIn() {
        var paid = payment(PaymentMethod.CARD, PaymentStatus.PENDING, 300_000)
                .capture(Vnd.of(300_000))
                .askBack(Vnd.of(200_000));

        assertThat(paid.askBack(Vnd.of(100_000)).askedBack()).isEqualTo(Vnd.of(300_000));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> paid.askBack(Vnd.of(100_001)))
                .returns(PaymentProblem.MORE_THAN_PAID, ProblemException::problem);
    }

    @Test
    void staysDueAtTheDoorForWhatIsStillToCome() {
        var half = payment(PaymentMethod.CASH_ON_DELIVERY, PaymentStatus.DUE_ON_DELIVERY, 300_000)
                .capture(Vnd.of(100_000))
                .refund(Vnd.of(100_000));

        assertThat(half.status()).isEqualTo(PaymentStatus.DUE_ON_DELIVERY);
        assertThat(half.capture(Vnd.of(200_000)).status()).isEqualTo(PaymentStatus.PAID);
    }
}
