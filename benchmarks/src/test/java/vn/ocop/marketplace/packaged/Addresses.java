package vn.ocop.marketplace.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Map;

/** Ports that were free when they were chosen. */
public record Addresses(int site, int api, int indexer, int postgres, int elasticsearch, int sandbox, int identity) {

    public static Addresses free() {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < 7; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var ports = sockets.stream()
                    .mapToInt(ServerSocket::getLocalPort)
                    .sorted()
                    .toArray();
            for (var socket : sockets) {
                socket.close();
            }
            return new Addresses(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        return Map.of(
                "WEB_PORT", String.valueOf(site),
                "API_PORT", String.valueOf(api),
                "INDEXER_PORT", String.valueOf(indexer),
                "PG_PORT", String.valueOf(postgres),
                "ES_PORT", String.valueOf(elasticsearch),
                "SANDBOX_PORT", String.valueOf(sandbox),
                "IDENTITY_PORT", String.valueOf(identity));
    }

    public String api(String path) {
        return "http://127.0.0.1:" + api + path;
    }

    public String elasticsearch(String path) {
        return "http://127.0.0.1:" + elasticsearch + path;
    }

    public String indexer(String path) {
        return "http://127.0.0.1:" + indexer + path;
    }

    public String sandbox(String path) {
        return "http://127.0.0.1:" + sandbox + path;
    }

    String health(Part part) {
        return switch (part) {
            case API -> api("/actuator/health");
            case INDEXER -> indexer("/actuator/health");
            case SITE -> "http://127.0.0.1:" + site + "/actuator/health";
            case ELASTICSEARCH -> elasticsearch("/_cluster/health?wait_for_status=yellow&timeout=1s");
            case ELASTICSEARCH_2, ELASTICSEARCH_3 ->
                throw new IllegalArgumentException("Ask the first node of the cluster");
            case POSTGRES -> throw new IllegalArgumentException("PostgreSQL does not speak HTTP");
        };
    }
}
