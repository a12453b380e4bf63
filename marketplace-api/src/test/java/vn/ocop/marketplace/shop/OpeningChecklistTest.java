package vn.ocop.marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.ProblemException;

class OpeningChecklistTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private static ShopFile shop(Shop.Status status, Shop.LegalKind kind, boolean filled, boolean restricted) {
        return new ShopFile(
                new UUID(1, 1),
                "a",
                "A",
                kind,
                status,
                new LocalizedText("", ""),
                "12 Lê Duẩn",
                "19429",
                "44",
                filled ? "0912345678" : null,
                null,
                null,
                null,
                127,
                filled ? "2026-07" : null,
                null,
                null,
                filled
                        ? new ShopFile.Identity(
                                "Mai",
                                ShopFile.Identity.DocumentKind.CITIZEN_ID,
                                "••••1234",
                                ShopFile.Identity.State.SUBMITTED,
                                ShopFile.Identity.Method.MANUAL)
                        : null,
                filled ? new ShopFile.BankAccount("970436", "••••1234", "MAI") : null,
                restricted ? new ShopFile.Restriction("x", null, NOW, NOW.plus(Duration.ofDays(5)), null, null) : null,
                List.of(),
                List.of(),
                1);
    }

    private static OpeningChecklist.Standing standing(long listings) {
        return new OpeningChecklist.Standing(listings, listings / 2, "2026-07", false);
    }

    @Test
    void asksAgainWhenTheTermsHaveAnotherVersion() {
        var open = shop(Shop.Status.OPEN, Shop.LegalKind.HOUSEHOLD, true, false);

        assertThat(OpeningChecklist.of(open, new OpeningChecklist.Standing(2, 1, "2027-01", false))
                        .next())
                .contains(OpeningChecklist.Step.TERMS);
    }

    /** Whoever applies; what was looked at before the law asked for it stays as it is. */
    @Test
    void asksForAnElectronicIdentityWhileOneApplies() {
        var standing = new OpeningChecklist.Standing(0, 0, "2026-07", true);
        var applied = OpeningChecklist.of(shop(Shop.Status.APPLIED, Shop.LegalKind.HOUSEHOLD, true, false), standing);
        var open = OpeningChecklist.of(shop(Shop.Status.OPEN, Shop.LegalKind.HOUSEHOLD, true, false), standing);

        assertThat(applied.electronicIdentity()).isTrue();
        assertThat(applied.next()).contains(OpeningChecklist.Step.IDENTITY);
        assertThat(applied.missing()).containsExactly(OpeningChecklist.Step.IDENTITY);
        assertThat(open.electronicIdentity()).isFalse();
        assertThat(open.next()).contains(OpeningChecklist.Step.FIRST_LISTING);
    }

    @Test
    void namesTheOneNextStep() {
        var fresh = OpeningChecklist.of(shop(Shop.Status.APPLIED, Shop.LegalKind.HOUSEHOLD, false, false), standing(0));
        var filled = OpeningChecklist.of(shop(Shop.Status.APPLIED, Shop.LegalKind.HOUSEHOLD, true, false), standing(0));
        var open = OpeningChecklist.of(shop(Shop.Status.OPEN, Shop.LegalKind.HOUSEHOLD, true, false), standing(0));
        var selling = OpeningChecklist.of(shop(Shop.Status.OPEN, Shop.LegalKind.HOUSEHOLD, true, false), standing(2));

        assertThat(fresh.next()).contains(OpeningChecklist.Step.TERMS);
        assertThat(filled.next()).contains(OpeningChecklist.Step.SUBMIT);
        assertThat(filled.missing()).isEmpty();
        assertThat(open.next()).contains(OpeningChecklist.Step.FIRST_LISTING);
        assertThat(selling.next()).isEmpty();
    }

    @Test
    void asksCompaniesForTheirTaxCode() {
        assertThat(OpeningChecklist.of(shop(Shop.Status.APPLIED, Shop.LegalKind.COMPANY, true, false), standing(0))
                        .missing())
                .containsExactly(OpeningChecklist.Step.PROFILE);
    }

    @ParameterizedTest
    @CsvSource({
        "UNDER_REVIEW, false, OPEN, true",
        "UNDER_REVIEW, false, ASK_CHANGES, true",
        "UNDER_REVIEW, false, REFUSE, true",
        "UNDER_REVIEW, false, SUSPEND, false",
        "UNDER_REVIEW, false, LIFT, false",
        "APPLIED, false, OPEN, false",
        "OPEN, false, OPEN, false",
        "OPEN, false, SUSPEND, true",
        "OPEN, true, SUSPEND, false",
        "OPEN, true, LIFT, true",
        "OPEN, false, LIFT, false",
        "SUSPENDED, true, LIFT, true",
        "SUSPENDED, true, OPEN, false",
        "SUSPENDED, true, UPHOLD, false",
        "CLOSED, false, OPEN, false"
    })
    void isJudgedOnlyAsItStands(Shop.Status status, boolean restricted, ShopVerdict.Kind kind, boolean fits) {
        var shop = shop(status, Shop.LegalKind.HOUSEHOLD, true, restricted);
        var verdict = new ShopVerdict(kind, "lý do", null);

        if (fits) {
            verdict.mustFit(shop);
        } else {
            assertThatThrownBy(() -> verdict.mustFit(shop)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void givesNoticeUnlessAnAuthorityOrders() {
        var announced = new ShopVerdict(ShopVerdict.Kind.SUSPEND, "x", null);
        var ordered = new ShopVerdict(ShopVerdict.Kind.SUSPEND, "x", "12/QĐ-SCT");

        assertThat(announced.statusNow(Shop.Status.OPEN, 5)).isEqualTo(Shop.Status.OPEN);
        assertThat(announced.effectiveAt(NOW, 5)).isEqualTo(NOW.plus(Duration.ofDays(5)));
        assertThat(ordered.statusNow(Shop.Status.OPEN, 5)).isEqualTo(Shop.Status.SUSPENDED);
        assertThat(ordered.effectiveAt(NOW, 5)).isEqualTo(NOW);
    }
}
