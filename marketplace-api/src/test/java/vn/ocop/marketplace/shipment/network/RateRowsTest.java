package vn.ocop.marketplace.shipment.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Nearness;

/** What a carrier's sheet comes to, and what of it is refused. */
class RateRowsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final RateCard OLD = new RateCard(
            "vnpost",
            "standard",
            Nearness.FAR,
            500,
            Vnd.of(29_000),
            500,
            Vnd.of(8_500),
            3,
            5,
            LocalDate.parse("2025-07-01"),
            null);
    private static final Map<String, String> GOOD = Map.of(
            "service", "standard",
            "zone", "Liên vùng",
            "base-grams", "500",
            "base-fee", "31.000",
            "step-grams", "500",
            "step-fee", "9000.0",
            "days-from", "2",
            "days-to", "4",
            "valid-from", "01/12/2026",
            "valid-to", "");

    private static RateRows.Read read(List<Map<String, String>> rows) {
        var numbered = new ArrayList<SheetTable.Row>();
        rows.forEach(cells -> numbered.add(new SheetTable.Row(numbered.size() + 2, cells)));
        return RateRows.read(numbered, new RateRows.Known("vnpost", Set.of("standard"), List.of(OLD), TODAY));
    }

    private static Map<String, String> with(String column, String cell) {
        var row = new HashMap<>(GOOD);
        row.put(column, cell);
        return row;
    }

    @Test
    void readsWhatPeopleWrite() {
        var read = read(List.of(GOOD));

        assertThat(read.wrong()).isEmpty();
        assertThat(read.cards())
                .containsExactly(new RateCard(
                        "vnpost",
                        "standard",
                        Nearness.FAR,
                        500,
                        Vnd.of(31_000),
                        500,
                        Vnd.of(9_000),
                        2,
                        4,
                        LocalDate.parse("2026-12-01"),
                        null));
    }

    @Test
    void namesEveryWrongCell() {
        var read = read(List.of(
                with("service", "rocket"),
                with("zone", "Mặt trăng"),
                with("base-fee", "-1"),
                with("days-to", "1"),
                with("valid-from", "31/02/2026"),
                with("valid-to", "01/12/2026")));

        assertThat(read.cards()).isEmpty();
        assertThat(read.wrong().stream().map(RateRows.Wrong::column))
                .containsExactly("service", "zone", "base-fee", "days-to", "valid-from", "valid-to");
    }

    @Test
    void whatHasBeenSoldByStaysAsItIsButMayEnd() {
        var inForce = Map.of(
                "service", "standard",
                "zone", "FAR",
                "base-grams", "500",
                "base-fee", "29.000",
                "step-grams", "500",
                "step-fee", "8.500",
                "days-from", "3",
                "days-to", "5",
                "valid-from", "2025-07-01",
                "valid-to", "30/11/2026");
        var dearer = new HashMap<>(inForce);
        dearer.put("base-fee", "30.000");

        assertThat(read(List.of(inForce)).cards())
                .singleElement()
                .satisfies(card -> assertThat(card.validTo()).isEqualTo(LocalDate.parse("2026-11-30")));
        assertThat(read(List.of(dearer)).wrong())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.code()).isEqualTo("shipment.sheet.began"));
        assertThat(read(List.of(GOOD, GOOD)).wrong())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.code()).isEqualTo("shipment.sheet.twice"));
    }
}
