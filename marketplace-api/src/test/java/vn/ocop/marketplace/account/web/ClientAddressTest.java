package vn.ocop.marketplace.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.7 | 113.160.1.1 | 113.160.1.1",
                "127.0.0.1 | 113.160.1.1, 192.168.1.4 | 113.160.1.1",
                "10.0.0.7 | 8.8.8.8, 113.160.1.1 | 113.160.1.1",
                "113.160.1.1 | 8.8.8.8 | 113.160.1.1",
                "10.0.0.7 | not an address | 10.0.0.7",
                "10.0.0.7 | 113.160.1.1, evil | 10.0.0.7",
                "10.0.0.7 | 192.168.1.4 | 192.168.1.4"
            })
    void believesOnlyWhatOwnMachinesWrote(String peer, String forwarded, String address) {
        assertThat(ClientAddress.of(new InetSocketAddress(peer, 1), forwarded)).isEqualTo(address);
    }

    @Test
    void withoutAHeaderItIsThePeer() {
        assertThat(ClientAddress.of(new InetSocketAddress("10.0.0.7", 1), null)).isEqualTo("10.0.0.7");
        assertThat(ClientAddress.of(null, null)).isEqualTo("unknown");
    }
}
