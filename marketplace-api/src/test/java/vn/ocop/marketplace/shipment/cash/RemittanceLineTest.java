package vn.ocop.marketplace.shipment.cash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.platform.Vnd;

class RemittanceLineTest {

    @Test
    void everyLineStandsForItself() {
        var known = Map.of(
                "A", new RemittanceLine.Known(Vnd.of(100), false),
                "B", new RemittanceLine.Known(Vnd.of(200), false),
                "C", new RemittanceLine.Known(Vnd.of(300), true),
                "D", new RemittanceLine.Known(null, false));

        var lines = RemittanceLine.match(
                List.of(
                        claim("A", 100),
                        claim("B", 150),
                        claim("C", 300),
                        claim("D", 50),
                        claim("E", 10),
                        claim("A", 100)),
                known);

        assertThat(lines.stream().map(RemittanceLine::outcome))
                .containsExactly(
                        RemittanceLine.Outcome.MATCHED,
                        RemittanceLine.Outcome.DIFFERS,
                        RemittanceLine.Outcome.REPEATED,
                        RemittanceLine.Outcome.NOT_TAKEN,
                        RemittanceLine.Outcome.UNKNOWN,
                        RemittanceLine.Outcome.REPEATED);
    }

    @Test
    void whatWasPaidOutMatchesBelowZero() {
        var known = Map.of("A", new RemittanceLine.Known(Vnd.of(-100), false));

        var lines = RemittanceLine.match(List.of(claim("A", 100), claim("A", -100)), known);

        assertThat(lines.getFirst().outcome()).isEqualTo(RemittanceLine.Outcome.DIFFERS);
        assertThat(RemittanceLine.match(List.of(claim("A", -100)), known)
                        .getFirst()
                        .outcome())
                .isEqualTo(RemittanceLine.Outcome.MATCHED);
    }

    private static RemittanceLine.Claim claim(String number, long amount) {
        return new RemittanceLine.Claim(number, Vnd.of(amount));
    }
}
