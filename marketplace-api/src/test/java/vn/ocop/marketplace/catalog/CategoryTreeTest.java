package vn.ocop.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocop.marketplace.platform.LocalizedText;

class CategoryTreeTest {

    private static final CategoryTree TREE = CategoryTree.of(
            List.of(
                    row("II", null, Category.Level.SECTOR),
                    row("g07", "II", Category.Level.GROUP),
                    row("s14", "g07", Category.Level.SET),
                    row("s15", "g07", Category.Level.SET)),
            List.of(
                    new CategoryRule(
                            "s14", CategoryRule.Kind.ADULTS_ONLY, LocalDate.of(2020, 1, 1), LocalDate.of(2027, 1, 1)),
                    new CategoryRule("g07", CategoryRule.Kind.NO_CASH_ON_DELIVERY, LocalDate.of(2020, 1, 1), null)),
            List.of(
                    new RequiredAttribute("II", "origin", LocalDate.of(2020, 1, 1), null),
                    new RequiredAttribute("s14", "licence", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))));

    private static CategoryTree.Row row(String code, @Nullable String parent, Category.Level level) {
        return new CategoryTree.Row(code, parent, level, new LocalizedText(code, code), "slug-" + code);
    }

    @Test
    void hangsEachCategoryUnderItsParent() {
        assertThat(TREE.sectors()).singleElement().satisfies(sector -> {
            assertThat(sector.children()).extracting(Category::code).containsExactly("g07");
            assertThat(sector.children().getFirst().children())
                    .extracting(Category::code)
                    .containsExactly("s14", "s15");
        });
    }

    @Test
    void knowsTheWayFromTheSectorDown() {
        assertThat(TREE.path("s14")).extracting(Category::code).containsExactly("II", "g07", "s14");
        assertThat(TREE.path("nothing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s14, 2019-12-31, false",
        "s14, 2020-01-01, true",
        "s14, 2026-12-31, true",
        "s14, 2027-01-01, false",
        "s15, 2026-01-01, false",
        "g07, 2026-01-01, false",
        "unknown, 2026-01-01, false"
    })
    void bindsFromTheFirstDayToBeforeTheLast(String code, LocalDate day, boolean bound) {
        assertThat(TREE.bound(code, CategoryRule.Kind.ADULTS_ONLY, day)).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource({"s14, true", "s15, true", "g07, true", "II, false"})
    void bindsEverythingBelow(String code, boolean bound) {
        assertThat(TREE.bound(code, CategoryRule.Kind.NO_CASH_ON_DELIVERY, LocalDate.of(2026, 1, 1)))
                .isEqualTo(bound);
    }
}
