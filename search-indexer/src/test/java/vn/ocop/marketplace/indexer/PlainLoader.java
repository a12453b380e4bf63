package vn.ocop.marketplace.indexer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * What the indexer is held against: reads ready documents from a file and sends them, nothing else. As many connections
 * and as large bulks as the indexer has.
 */
record PlainLoader(String engine, Path documents, int bulk, int connections) {

    /** How many documents went in, and how many that is a second. */
    record Result(long documents, double perSecond) {}

    Result load(String index, String definition) {
        send("PUT", "/" + index, definition);
        long started = System.nanoTime();
        long sent = sendAll(index);
        double seconds = (System.nanoTime() - started) / 1e9;
        send("DELETE", "/" + index, "");
        return new Result(sent, sent / seconds);
    }

    private long sendAll(String index) {
        try (var lines = Files.newBufferedReader(documents);
                var threads = Executors.newFixedThreadPool(connections)) {
            Callable<Long> sender = () -> sendBulks(index, lines);
            long sent = 0;
            for (var part : threads.invokeAll(
                    IntStream.range(0, connections).mapToObj(i -> sender).toList())) {
                sent += part.get();
            }
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long sendBulks(String index, BufferedReader lines) throws IOException {
        long sent = 0;
        while (true) {
            var body = new StringBuilder(1 << 20);
            int documents = nextBulk(lines, body);
            if (documents == 0) {
                return sent;
            }
            send("POST", "/" + index + "/_bulk?filter_path=errors", body.toString());
            sent += documents;
        }
    }

    private int nextBulk(BufferedReader lines, StringBuilder body) throws IOException {
        synchronized (lines) {
            int documents = 0;
            String action;
            while (documents < bulk && (action = lines.readLine()) != null) {
                body.append(action).append('\n').append(lines.readLine()).append('\n');
                documents++;
            }
            return documents;
        }
    }

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private void send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(engine + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300 || answer.body().contains("\"errors\":true")) {
                throw new IllegalStateException(method + " " + path + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<String> pair(String id, String document) {
        return List.of("{\"index\":{\"_id\":\"" + id + "\"}}", document);
    }
}
