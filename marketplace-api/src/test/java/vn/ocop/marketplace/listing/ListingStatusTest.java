package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingStatusTest {

    @ParameterizedTest
    @CsvSource({"DRAFT, ON_SALE CLOSED", "ON_SALE, PAUSED CLOSED", "PAUSED, ON_SALE CLOSED", "CLOSED, ''"})
    void goesOnlyWhereItMay(ListingStatus from, String targets) {
        for (ListingStatus to : ListingStatus.values()) {
            assertThat(from.next().contains(to)).isEqualTo(targets.contains(to.name()));
        }
    }
}
