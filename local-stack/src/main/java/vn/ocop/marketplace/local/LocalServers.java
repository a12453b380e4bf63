package vn.ocop.marketplace.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The servers of a test run: one of each per JVM, started when first asked for, gone with the JVM. */
public final class LocalServers {

    private static @Nullable LocalPostgres postgres;
    private static @Nullable LocalElasticsearch elasticsearch;

    private LocalServers() {}

    public static synchronized LocalPostgres postgres() {
        var server = postgres;
        if (server == null) {
            server = LocalPostgres.startForTests(
                    temporaryDirectory("postgres").resolve("data"),
                    BuildTree.target().resolve("postgres-binaries"));
            stopAtEnd(server);
            postgres = server;
        }
        return server;
    }

    public static synchronized LocalElasticsearch elasticsearch() {
        var server = elasticsearch;
        if (server == null) {
            server = LocalElasticsearch.launch(
                    BuildTree.elasticsearchHome(), temporaryDirectory("elasticsearch"), EngineNode.alone(freePort()));
            stopAtEnd(server);
            server.awaitReady();
            elasticsearch = server;
        }
        return server;
    }

    /** A port nobody listens on at this moment. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many at once, all different: one that was found and let go may be found again. */
    static List<Integer> freePorts(int many) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < many; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(LocalServers::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory(String name) {
        try {
            var parent = Files.createDirectories(BuildTree.target().resolve("test-servers"));
            var directory = Files.createTempDirectory(parent, name + "-");
            Lifeline.get().removeAtEnd(directory);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stopAtEnd(AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (Exception e) {
                System.err.println("A test server did not stop cleanly: " + e);
            }
        }));
    }
}
