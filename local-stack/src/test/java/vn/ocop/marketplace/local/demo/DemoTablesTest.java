package vn.ocop.marketplace.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoTablesTest {

    @Test
    void readsQuotedCells() {
        assertThat(Csv.parse("a,b\n\"one, \"\"two\"\"\",\nthree,four\n"))
                .extracting(Csv.Row::cells)
                .containsExactly(Map.of("a", "one, \"two\"", "b", ""), Map.of("a", "three", "b", "four"));
    }

    @Test
    void everySpecialtyHasItsMakerAndFitsTheSchema() {
        var makers =
                Csv.read("makers.csv").stream().map(row -> row.text("slug")).toList();

        var specialties = Csv.read("specialties.csv");

        assertThat(specialties).hasSize(252).extracting(row -> row.text("slug")).doesNotHaveDuplicates();
        assertThat(specialties).allSatisfy(row -> {
            assertThat(makers).contains(row.text("maker"));
            assertThat(row.text("slug")).matches("[a-z0-9-]{1,160}");
            assertThat(row.text("title_vi")).hasSizeBetween(3, 150);
            assertThat(row.number("price")).isBetween(1000, 1_000_000_000);
            assertThat(row.number("stars")).isBetween(3, 5);
        });
    }

    @Test
    void everySignInHasAShopThatExists() {
        var makers =
                Csv.read("makers.csv").stream().map(row -> row.text("slug")).toList();

        assertThat(DemoPeople.all())
                .filteredOn(person -> "SHOP".equals(person.kind()))
                .hasSize(3)
                .allSatisfy(person -> assertThat(person.scope())
                        .matches(scope -> makers.contains(scope) || scope.equals(Newcomers.SHOP.toString())));
    }

    @Test
    void everyGeneratedKindHasAnEnglishFormForEachVietnameseOne() {
        assertThat(Goods.all())
                .isNotEmpty()
                .allSatisfy(goods -> assertThat(goods.formsEn()).hasSameSizeAs(goods.formsVi()));
    }
}
