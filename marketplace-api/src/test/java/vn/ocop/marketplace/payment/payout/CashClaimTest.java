package vn.ocop.marketplace.payment.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Vnd;

class CashClaimTest {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final UUID ID = new UUID(0, 1);
    private static final CashRecipient MAI = new CashRecipient("Hồ Thị Mai", "045123456789");

    private static CashClaim claim(int wrong, Instant until, Payout.Status status) {
        return new CashClaim(
                ID, ID, ID, "CT26112300001", Vnd.of(91_865), "19429", MAI, "01234567", wrong, until, status);
    }

    private static CashClaim due(int wrong) {
        return claim(wrong, NOW.plus(Duration.ofDays(1)), Payout.Status.DUE);
    }

    @Test
    void whoSaysTheSecretAndShowsTheDocumentIsHandedIt() {
        assertThat(due(0).refusal(new CashClaim.Shown("0123 4567", "045 123 456 789"), NOW))
                .isEmpty();
        assertThat(due(CashClaim.MOST_WRONG - 1).refusal(new CashClaim.Shown("01234567", "045123456789"), NOW))
                .isEmpty();
    }

    @Test
    void oneOfThemIsNotEnough() {
        assertThat(due(0).refusal(new CashClaim.Shown("01234567", "045123456780"), NOW))
                .contains(PayoutProblem.WRONG_CODE);
        assertThat(due(0).refusal(new CashClaim.Shown("01234560", "045123456789"), NOW))
                .contains(PayoutProblem.WRONG_CODE);
        assertThat(due(0).refusal(new CashClaim.Shown("", ""), NOW)).contains(PayoutProblem.WRONG_CODE);
    }

    @Property
    void noOtherSecretOpensIt(@ForAll @IntRange(max = 99_999_999) int guess) {
        var secret = String.format(Locale.ROOT, "%08d", guess);
        assertThat(due(0).refusal(new CashClaim.Shown(secret, "045123456789"), NOW)
                        .isEmpty())
                .isEqualTo(secret.equals("01234567"));
    }

    @Property
    void nothingOpensItAfterItWasGuessedAtTooOften(@ForAll @IntRange(min = 5, max = 9) int wrong) {
        assertThat(due(wrong).refusal(new CashClaim.Shown("01234567", "045123456789"), NOW))
                .contains(PayoutProblem.CODE_LOCKED);
    }

    @Test
    void whatIsOverIsNotHandedOver() {
        var right = new CashClaim.Shown("01234567", "045123456789");
        var tomorrow = NOW.plus(Duration.ofDays(1));
        assertThat(claim(0, NOW.minusSeconds(1), Payout.Status.DUE).refusal(right, NOW))
                .contains(PayoutProblem.MOVED_ON);
        assertThat(claim(0, tomorrow, Payout.Status.PAID).refusal(right, NOW)).contains(PayoutProblem.MOVED_ON);
        assertThat(claim(0, tomorrow, Payout.Status.FAILED).refusal(right, NOW)).contains(PayoutProblem.MOVED_ON);
    }

    @Test
    void aRecipientHasANameAndTwelveDigitsAndIsNeverPrinted() {
        assertThat(MAI.hint()).isEqualTo("…789");
        assertThat(MAI.toString() + due(0) + new CashClaim.Shown("01234567", "045123456789"))
                .doesNotContain("Mai", "045", "0123");
        for (var identity : new String[] {"", "12345678901", "1234567890123", "04512345678x"}) {
            assertThatThrownBy(() -> new CashRecipient("Mai", identity)).isInstanceOf(ProblemException.class);
        }
        assertThatThrownBy(() -> new CashRecipient(" ", "045123456789")).isInstanceOf(ProblemException.class);
    }
}
