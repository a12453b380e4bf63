package vn.ocop.marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocop.marketplace.account.MandateFile;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.sheet.SheetRow;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Province;

class PreparedRowTest {

    private static final Commune KHE_SANH = new Commune(
            "19429", "Khe Sanh", "xã", new Province("44", "Quảng Trị", "tỉnh", "quang-tri", "Bắc Trung Bộ"));

    private static PreparedRow read(Map<String, String> cells) {
        return PreparedRow.read(
                new SheetRow(2, null, cells),
                (commune, province) -> commune.equals("Khe Sanh") ? Optional.of(KHE_SANH) : Optional.empty());
    }

    @Test
    void readsWhatASheetHolds() {
        var row = read(Map.of(
                "phone", "912345678",
                "person", "Hồ Thị Mai",
                "name", "Hộ bà Mai",
                "legal-kind", "HTX nông nghiệp",
                "street", "Thôn 3",
                "commune", "Khe Sanh"));

        assertThat(row.problems()).isEmpty();
        assertThat(row.missing()).isEmpty();
        assertThat(row.phone()).isEqualTo("+84912345678");
        assertThat(row.legalKind()).isEqualTo(Shop.LegalKind.COOPERATIVE);
        assertThat(row.commune()).isEqualTo(KHE_SANH);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 12, field.shop-no-phone",
        "commune, Ở đâu đó, field.shop-commune-unclear",
        "tax-code, 123, field.shop-no-tax-code",
        "legal-kind, Nhóm bạn, field.shop-no-kind"
    })
    void saysWhichCellIsWrong(String column, String cell, String code) {
        var cells = new HashMap<>(Map.of("phone", "0912345678"));
        cells.put(column, cell);
        assertThat(read(cells).problems())
                .extracting(FieldProblem::field, FieldProblem::code)
                .contains(org.assertj.core.api.Assertions.tuple(column, code));
    }

    @Test
    void aNewShopNeedsMoreThanANumber() {
        assertThat(read(Map.of("phone", "0912345678")).missing())
                .extracting(FieldProblem::field)
                .containsExactly("person", "name", "street", "commune");
    }

    private static PreparedShop known(Shop.Status status, long leftAt, long version) {
        return new PreparedShop(
                UUID.randomUUID(),
                "+84912345678",
                true,
                "Hồ Thị Mai",
                null,
                leftAt,
                version,
                status,
                "Hộ bà Mai",
                Shop.LegalKind.HOUSEHOLD,
                "Thôn 3",
                "19429",
                null,
                "");
    }

    private static PreparedShop.Fate fate(
            String name, @Nullable PreparedShop known, MandateFile.@Nullable State mandate, boolean agreed) {
        return PreparedShop.fate(read(Map.of("phone", "0912345678", "name", name)), known, mandate, agreed);
    }

    @Test
    void aSheetSentAgainChangesOnlyWhatNobodyElseWorkedOn() {
        var untouched = known(Shop.Status.APPLIED, 1, 1);

        assertThat(fate("Hộ bà Mai", null, null, false)).isEqualTo(PreparedShop.Fate.CREATE);
        assertThat(fate("Hộ bà Mai", untouched, null, false)).isEqualTo(PreparedShop.Fate.NOTHING);
        assertThat(fate("Hộ Mai", untouched, null, false)).isEqualTo(PreparedShop.Fate.CHANGE);
        assertThat(fate("Hộ Mai", untouched, MandateFile.State.ACTIVE, true)).isEqualTo(PreparedShop.Fate.CHANGE);
        assertThat(fate("Hộ Mai", known(Shop.Status.APPLIED, 1, 2), null, false))
                .isEqualTo(PreparedShop.Fate.REFUSE);
        assertThat(fate("Hộ Mai", known(Shop.Status.OPEN, 1, 1), null, false)).isEqualTo(PreparedShop.Fate.REFUSE);
        assertThat(fate("Hộ bà Mai", known(Shop.Status.OPEN, 1, 9), null, false))
                .isEqualTo(PreparedShop.Fate.NOTHING);
        assertThat(fate("Hộ Mai", untouched, MandateFile.State.ENDED, true)).isEqualTo(PreparedShop.Fate.REFUSE);
    }

    @Test
    void aQuestionThatRanOutIsAskedAgain() {
        var untouched = known(Shop.Status.APPLIED, 1, 1);

        assertThat(fate("Hộ bà Mai", untouched, MandateFile.State.ENDED, false)).isEqualTo(PreparedShop.Fate.ASK_AGAIN);
        assertThat(fate("Hộ bà Mai", untouched, MandateFile.State.ENDED, true)).isEqualTo(PreparedShop.Fate.NOTHING);
    }
}
