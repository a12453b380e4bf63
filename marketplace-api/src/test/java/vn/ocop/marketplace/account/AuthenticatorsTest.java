package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorsTest {

    private static final String RFC_SECRET =
            new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The vectors of RFC 6238, appendix B, cut to six digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Authenticators.matchingStep(RFC_SECRET, code, Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @Test
    void aClockMayBeOffByOneStep() {
        var at = Instant.ofEpochSecond(1_111_111_109L);

        assertThat(Authenticators.matchingStep(RFC_SECRET, "081804", at.plusSeconds(30)))
                .isPresent();
        assertThat(Authenticators.matchingStep(RFC_SECRET, "081804", at.minusSeconds(30)))
                .isPresent();
        assertThat(Authenticators.matchingStep(RFC_SECRET, "081804", at.plusSeconds(90)))
                .isEmpty();
    }
}
