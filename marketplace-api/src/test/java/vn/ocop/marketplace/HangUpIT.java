package vn.ocop.marketplace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.platform.Rows;

/** Clients that hang up at any moment of a search, which reads in a transaction: no connection keeps one open. */
class HangUpIT implements LocalApi {

    private static final int TIMES = 400;
    private static final int MOST_MICROS = 6_000;

    @Autowired
    DatabaseClient database;

    @Test
    void nobodyWorksInTheTransactionOfOneWhoHungUp() throws IOException {
        var random = new Random(20261122);
        for (int i = 0; i < TIMES; i++) {
            hangUpAfter(random.nextInt(MOST_MICROS), "/api/v1/listings?q=mat+ong&maxPrice=" + (900_000_000 + i));
        }

        await("no connection is in a transaction")
                .atMost(Duration.ofSeconds(20))
                .until(() -> inTransactions() == 0);
        for (int i = 0; i < 40; i++) {
            assertThat(ApiClient.guest().raw("GET", "/api/v1/cart", "").status())
                    .isEqualTo(200);
        }
    }

    /** Just when is chance: what is looked for is a race. */
    private static void hangUpAfter(int micros, String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(US_ASCII));
            LockSupport.parkNanos(micros * 1_000L);
        }
    }

    private long inTransactions() {
        var count = database.sql("""
                        select count(*) as open
                          from pg_stat_activity
                         where datname = current_database()
                           and state like 'idle in transaction%'
                        """)
                .map(row -> Rows.get(row, "open", Long.class))
                .one()
                .block();
        return count == null ? -1 : count;
    }
}
