package vn.ocop.marketplace.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void eachCanBeChangedAlone() {
        assertThat(Ports.from(Map.of("API_PORT", " 9000 ", "WEB_PORT", "")))
                .isEqualTo(new Ports(8080, 9000, 8082, 15432, 19200, 8090, 8091));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80 80"})
    void refusesWhatIsNoPort(String port) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Ports.from(Map.of("PG_PORT", port)))
                .withMessageContaining("PG_PORT=" + port);
    }

    @Test
    void refusesOnePortForTwo() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Ports.from(Map.of("ES_PORT", "8080")))
                .withMessageContainingAll("WEB_PORT", "ES_PORT", "8080");
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var other = new ServerSocket(0)) {
            var port = other.getLocalPort();
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> Ports.refuseIfTaken("WEB_PORT", port))
                    .withMessageContaining(String.valueOf(port))
                    .withMessageContaining("WEB_PORT=");
        }
        assertThatCode(() -> Ports.refuseIfTaken("WEB_PORT", LocalServers.freePort()))
                .doesNotThrowAnyException();
    }
}
