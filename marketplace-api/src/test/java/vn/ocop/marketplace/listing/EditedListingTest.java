package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.LocalizedText;

class EditedListingTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);
    private static final UUID PICTURE = new UUID(2, 1);

    private final EditedListing now = new EditedListing(
            new UUID(3, 3),
            new UUID(4, 4),
            "tieu-cua",
            ListingStatus.ON_SALE,
            7,
            new LocalizedText("Tiêu Cùa", "Cua pepper"),
            new LocalizedText("Tiêu đen", ""),
            "s10",
            Map.of("origin", new LocalizedText("Cam Lộ", "Cam Lo")),
            null,
            List.of(new ShownPicture(PICTURE, "", "")),
            List.of(choice(FIRST, "Túi 200 g", 85_000), choice(SECOND, "Túi 500 g", 195_000)),
            true,
            4,
            null);

    private static EditedListing.Choice choice(UUID id, String name, long price) {
        return new EditedListing.Choice(id, new LocalizedText(name, ""), price, 5, 250, null);
    }

    private static ListingChange variants(ListingChange.VariantChange... changes) {
        return new ListingChange(null, null, null, null, null, null, null, null, null, List.of(changes));
    }

    private static ListingChange.VariantChange variant(
            @Nullable UUID id, @Nullable String name, @Nullable Long price, @Nullable Boolean removed) {
        return new ListingChange.VariantChange(id, name, null, price, null, null, null, removed);
    }

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        var after = now.after(variants(variant(FIRST, null, 99_000L, null), variant(SECOND, null, null, true)));

        assertThat(after.variants()).singleElement().satisfies(left -> {
            assertThat(left.price()).isEqualTo(99_000);
            assertThat(left.name().vi()).isEqualTo("Túi 200 g");
        });
        assertThat(after.title()).isEqualTo(now.title());
    }

    @Test
    void keepsTheTranslationOfAnAttributeThatStays() {
        var same = new ListingChange(
                null, null, null, null, null, Map.of("origin", "Cam Lộ"), null, null, null, List.of());
        var other = new ListingChange(
                null, null, null, null, null, Map.of("origin", "Hướng Hóa"), null, null, null, List.of());

        assertThat(now.after(same).attributes()).containsEntry("origin", new LocalizedText("Cam Lộ", "Cam Lo"));
        assertThat(now.after(other).attributes()).containsEntry("origin", new LocalizedText("Hướng Hóa", ""));
    }

    @Test
    void seesChoicesNobodyCouldTellApart() {
        assertThat(now.after(variants(variant(null, "Túi 200 g", 1_000L, null))).confusing())
                .extracting(FieldProblem::field)
                .containsExactly("variants[2].name");
        assertThat(now.confusing()).isEmpty();
    }

    @Test
    void aWishIsWhatDiffersFromWhatIs() {
        var same = new RiskyChange("Tiêu Cùa", "Cua pepper", "s10", List.of(new ShownPicture(PICTURE, "x", "y")), null);
        var other = new RiskyChange("Tiêu Lào", null, "s10", null, ListingChange.NO_CERTIFICATE);

        assertThat(same.beside(now).isNothing()).isTrue();
        assertThat(other.beside(now)).isEqualTo(new RiskyChange("Tiêu Lào", null, null, null, null));
    }

    @Test
    void aNewerWishIsLaidOverTheOlder() {
        var older = new RiskyChange("Tiêu Lào", null, "s11", null, null);
        var newer = new RiskyChange("Tiêu rừng", null, null, null, null);

        assertThat(older.with(newer)).isEqualTo(new RiskyChange("Tiêu rừng", null, "s11", null, null));
    }

    @Test
    void saysWhatIsMissingBeforeItCanBeSubmitted() {
        var blank = new EditedListing(
                now.id(),
                now.shopId(),
                "x",
                ListingStatus.DRAFT,
                1,
                new LocalizedText("", ""),
                new LocalizedText("", ""),
                "",
                Map.of(),
                null,
                List.of(),
                List.of(),
                false,
                0,
                null);

        var first = Completeness.of(blank, false, Set.of("origin", "storage"));
        var later = Completeness.of(now, true, Set.of("origin"));

        assertThat(first.missing())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "pictures", "title", "categoryCode", "attributes.origin", "attributes.storage", "variants");
        assertThat(later.missing()).isEmpty();
        assertThat(later.percent()).isBetween(70, 100).isGreaterThan(first.percent());
    }

    @ParameterizedTest
    @CsvSource({"89, 5, true", "91, 5, false", "91, 2, true", "91, 3, false", "1, 0, true"})
    void aShopIsNewUntilItHasBeenThereAndListedEnough(int days, long listed, boolean isNew) {
        var today = Instant.parse("2026-11-22T00:00:00Z");

        assertThat(new ModerationRule(90, 3).isNew(today.minus(Duration.ofDays(days)), listed, today))
                .isEqualTo(isNew);
    }
}
