package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ocop.marketplace.platform.Vnd;

class TransferTest {

    private static Payment payment(PaymentStatus status, long amount) {
        return new Payment(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                PaymentMethod.BANK_TRANSFER,
                status,
                Vnd.of(amount),
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                Vnd.ZERO,
                null,
                false);
    }

    @Property
    void paysOnceAllOfItIsThere(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long due,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long held,
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long amount) {
        var fit = Transfer.fit(payment(PaymentStatus.PENDING, due), Vnd.of(held), Vnd.of(amount));

        assertThat(fit)
                .isEqualTo(
                        held + amount == due
                                ? Transfer.Finding.EXACT
                                : held + amount > due ? Transfer.Finding.OVER : Transfer.Finding.UNDER);
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentStatus.class,
            names = {"PAID", "EXPIRED", "CANCELLED", "REFUNDED"})
    void isLateWhereNothingWaitsForIt(PaymentStatus status) {
        assertThat(Transfer.fit(payment(status, 95_000), Vnd.ZERO, Vnd.of(95_000)))
                .isEqualTo(Transfer.Finding.LATE);
    }
}
