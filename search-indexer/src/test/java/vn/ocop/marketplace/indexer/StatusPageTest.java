package vn.ocop.marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.indexer.DriftLog.DriftReport;
import vn.ocop.marketplace.indexer.Refusals.Refused;

class StatusPageTest {

    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    private final StatusPage page = new StatusPage();

    private static IndexerState state(RebuildProgress rebuild, List<Refused> refusals) {
        return new IndexerState(
                "green",
                12,
                3.5,
                1800,
                500,
                refusals.size(),
                4,
                1,
                rebuild,
                new DriftReport(NOON, 50, 1, 1_000_000, 2),
                refusals);
    }

    private static RebuildProgress rebuild(RebuildProgress.State state) {
        return new RebuildProgress("listings-1", state, NOON, NOON, 50, 20, 400_000, null);
    }

    @Test
    void saysHowFarBehindAndHowFast() {
        var html = page.of(state(rebuild(RebuildProgress.State.RUNNING), List.of()), StatusPage.VIETNAMESE);

        assertThat(html)
                .contains(
                        "12 thay đổi, 3,5 giây", "1.800 tài liệu mỗi giây", "400.000 tài liệu", "22/11/2026 12:00:00");
    }

    @Test
    void showsWhatWasSetAsideWithoutTrustingIt() {
        var refused = new Refused(new UUID(0, 7), "<b>mapper</b>", 3, NOON, NOON);

        var html = page.of(state(rebuild(RebuildProgress.State.DONE), List.of(refused)), Locale.ENGLISH);

        assertThat(html)
                .contains("00000000-0000-0000-0000-000000000007: 3 times", "&lt;b&gt;mapper&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void everyStateHasItsWordsInBothLanguages() {
        for (var language : List.of(StatusPage.VIETNAMESE, Locale.ENGLISH)) {
            var words = ResourceBundle.getBundle("status", language);
            for (var state : RebuildProgress.State.values()) {
                assertThat(words.containsKey("rebuild." + state))
                        .as("%s %s", language, state)
                        .isTrue();
            }
            for (var engine : List.of("green", "yellow", "red", "away", "unknown")) {
                assertThat(words.containsKey("engine." + engine)).isTrue();
            }
        }
        assertThat(ResourceBundle.getBundle("status", Locale.ENGLISH).keySet())
                .isEqualTo(ResourceBundle.getBundle("status", StatusPage.VIETNAMESE)
                        .keySet());
    }
}
