package vn.ocop.marketplace.searchcontract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedCardTest {

    private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
    private static final LocalDate TO = LocalDate.of(2028, 6, 1);

    @ParameterizedTest
    @CsvSource({"2025-05-31, null", "2025-06-01, 5", "2028-05-31, 5", "2028-06-01, null"})
    void showsStarsWhileTheCertificateIsValid(LocalDate day, String stars) {
        var stored = new DatedCard("{\"id\":\"1\"}", 5, FROM, TO, "s13");

        var read = DatedCard.of(stored.dated(), stored.json());

        assertThat(read).isEqualTo(stored);
        assertThat(read.on(day, true)).isEqualTo("{\"id\":\"1\",\"stars\":" + stars + ",\"ageRestricted\":true}");
    }

    @Test
    void showsNoStarsWithoutACertificate() {
        var stored = new DatedCard("{\"id\":\"1\"}", 0, null, null, "s13");

        assertThat(DatedCard.of(stored.dated(), stored.json()).on(FROM, false))
                .isEqualTo("{\"id\":\"1\",\"stars\":null,\"ageRestricted\":false}");
    }
}
