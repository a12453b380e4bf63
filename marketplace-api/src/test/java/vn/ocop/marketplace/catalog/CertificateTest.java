package vn.ocop.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.ProblemException;

class CertificateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Certificate certificate(Certificate.Status status, LocalDate validTo) {
        var claim = claim(4, Certificate.Level.PROVINCE, validTo.minusMonths(36), validTo);
        return new Certificate(new UUID(1, 1), new UUID(2, 2), claim, status, null, null, null, null, 3);
    }

    private static Certificate.Claim claim(int stars, Certificate.Level level, LocalDate decided, LocalDate validTo) {
        return new Certificate.Claim("Cà phê", "01", stars, "12/QĐ-UBND", decided, "UBND tỉnh", level, validTo);
    }

    private static CertificateVerdict verdict(CertificateVerdict.Kind kind, @Nullable LocalDate day) {
        return new CertificateVerdict(kind, "lý do", day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, EXPIRED",
        "2026-11-22, EXPIRING",
        "2027-05-21, EXPIRING",
        "2027-05-22, VALID",
        "2029-01-01, VALID"
    })
    void countsUntilTheEndOfItsLastDay(LocalDate lastDay, Certificate.Standing standing) {
        assertThat(certificate(Certificate.Status.VERIFIED, lastDay).standing(TODAY))
                .isEqualTo(standing);
    }

    @Test
    void countsOnlyOnceVerified() {
        assertThat(certificate(Certificate.Status.SUBMITTED, TODAY.plusYears(1)).standing(TODAY))
                .isEqualTo(Certificate.Standing.WAITING);
        assertThat(certificate(Certificate.Status.REFUSED, TODAY.plusYears(1)).standing(TODAY))
                .isEqualTo(Certificate.Standing.REFUSED);
    }

    @Test
    void isRevokedAtOnceUnlessADayIsSaid() {
        var verified = certificate(Certificate.Status.VERIFIED, TODAY.plusYears(1));
        var now = verdict(CertificateVerdict.Kind.REVOKE, null).on(verified, TODAY);
        var later = verdict(CertificateVerdict.Kind.REVOKE, TODAY.plusDays(3)).on(verified, TODAY);

        assertThat(now.standing(TODAY)).isEqualTo(Certificate.Standing.REVOKED);
        assertThat(later.standing(TODAY.plusDays(2))).isNotEqualTo(Certificate.Standing.REVOKED);
        assertThat(later.standing(TODAY.plusDays(3))).isEqualTo(Certificate.Standing.REVOKED);
    }

    @Test
    void runsLongerWhenExtended() {
        var verified = certificate(Certificate.Status.VERIFIED, TODAY.minusDays(1));
        var extended =
                verdict(CertificateVerdict.Kind.EXTEND, TODAY.plusDays(180)).on(verified, TODAY);

        assertThat(extended.standing(TODAY)).isEqualTo(Certificate.Standing.EXPIRING);
        assertThat(extended.endsOn()).isEqualTo(TODAY.plusDays(180));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, VERIFY, true",
        "SUBMITTED, REFUSE, true",
        "SUBMITTED, EXTEND, false",
        "SUBMITTED, REVOKE, false",
        "REFUSED, VERIFY, true",
        "REFUSED, REFUSE, false",
        "REFUSED, EXTEND, false",
        "REFUSED, REVOKE, false",
        "VERIFIED, VERIFY, false",
        "VERIFIED, REFUSE, false",
        "VERIFIED, EXTEND, true",
        "VERIFIED, REVOKE, true"
    })
    void isDecidedOnlyAsItStands(Certificate.Status status, CertificateVerdict.Kind kind, boolean allowed) {
        var certificate = certificate(status, TODAY.plusYears(1));
        var verdict = verdict(kind, TODAY.plusYears(2));

        if (allowed) {
            assertThat(verdict.on(certificate, TODAY)).isNotEqualTo(certificate);
        } else {
            assertThatThrownBy(() -> verdict.on(certificate, TODAY)).isInstanceOf(ProblemException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, PROVINCE, 2026-01-05, true",
        "4, PROVINCE, 2026-01-05, true",
        "5, PROVINCE, 2026-01-05, false",
        "5, MINISTRY, 2026-01-05, true",
        "4, MINISTRY, 2026-01-05, false",
        "3, DISTRICT_LEGACY, 2025-06-30, true",
        "3, DISTRICT_LEGACY, 2025-07-01, false",
        "4, DISTRICT_LEGACY, 2024-01-05, false"
    })
    void knowsWhoMayGiveWhichStars(int stars, Certificate.Level level, LocalDate decided, boolean possible) {
        assertThat(claim(stars, level, decided, decided.plusMonths(36))
                        .problems(TODAY)
                        .isEmpty())
                .isEqualTo(possible);
    }

    @Test
    void cannotRunLongerThanTheLawLetsIt() {
        var decided = LocalDate.of(2026, 1, 5);

        assertThat(claim(
                                4,
                                Certificate.Level.PROVINCE,
                                decided,
                                decided.plusMonths(36).plusDays(1))
                        .problems(TODAY))
                .extracting(FieldProblem::field)
                .containsExactly("validTo");
        assertThat(claim(4, Certificate.Level.PROVINCE, TODAY.plusDays(1), TODAY.plusYears(1))
                        .problems(TODAY))
                .extracting(FieldProblem::field)
                .containsExactly("decisionDate");
    }
}
