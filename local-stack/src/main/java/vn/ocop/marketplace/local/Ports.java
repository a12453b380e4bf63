package vn.ocop.marketplace.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of one stack, each from its environment variable. */
record Ports(int web, int api, int indexer, int postgres, int elasticsearch, int sandbox, int identity) {

    static Ports from(Map<String, String> environment) {
        var used = new LinkedHashMap<Integer, String>();
        return new Ports(
                port("WEB_PORT", environment, 8080, used),
                port("API_PORT", environment, 8081, used),
                port("INDEXER_PORT", environment, 8082, used),
                port("PG_PORT", environment, 15432, used),
                port("ES_PORT", environment, 19200, used),
                port("SANDBOX_PORT", environment, 8090, used),
                port("IDENTITY_PORT", environment, 8091, used));
    }

    private static int port(String variable, Map<String, String> environment, int standard, Map<Integer, String> used) {
        var port = port(variable, environment.getOrDefault(variable, ""), standard);
        var other = used.putIfAbsent(port, variable);
        if (other != null) {
            throw new StartRefused("same-port", other, variable, String.valueOf(port));
        }
        return port;
    }

    private static int port(String variable, String text, int standard) {
        if (text.isBlank()) {
            return standard;
        }
        try {
            var port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Refused below, in the same words as a number out of range.
        }
        throw new StartRefused("bad-port", variable, text);
    }

    void refuseIfTaken() {
        refuseIfTaken("WEB_PORT", web);
        refuseIfTaken("API_PORT", api);
        refuseIfTaken("INDEXER_PORT", indexer);
        refuseIfTaken("PG_PORT", postgres);
        refuseIfTaken("ES_PORT", elasticsearch);
        refuseIfTaken("SANDBOX_PORT", sandbox);
        refuseIfTaken("IDENTITY_PORT", identity);
    }

    static void refuseIfTaken(String variable, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new StartRefused("taken-port", variable, String.valueOf(port), String.valueOf(port + 100));
        }
    }
}
