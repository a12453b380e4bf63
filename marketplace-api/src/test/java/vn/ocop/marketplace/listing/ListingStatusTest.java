package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingStatusTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DRAFT     | IN_REVIEW CLOSED",
                "IN_REVIEW | DRAFT CLOSED",
                "ON_SALE   | PAUSED CLOSED",
                "PAUSED    | ON_SALE CLOSED",
                "REFUSED   | IN_REVIEW CLOSED",
                "CLOSED    | ''"
            })
    void itsSellerTakesItOnlyWhereTheyMay(ListingStatus from, String targets) {
        assertThat(from.bySeller()).isEqualTo(statuses(targets));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DRAFT     | ''",
                "IN_REVIEW | ON_SALE REFUSED",
                "ON_SALE   | REFUSED",
                "PAUSED    | REFUSED",
                "REFUSED   | ''",
                "CLOSED    | ''"
            })
    void anOfficerTakesItOnlyWhereTheyMay(ListingStatus from, String targets) {
        assertThat(from.byOfficer()).isEqualTo(statuses(targets));
    }

    private static Set<ListingStatus> statuses(String names) {
        var statuses = EnumSet.noneOf(ListingStatus.class);
        for (var name : names.split(" ")) {
            if (!name.isBlank()) {
                statuses.add(ListingStatus.valueOf(name));
            }
        }
        return statuses;
    }
}
