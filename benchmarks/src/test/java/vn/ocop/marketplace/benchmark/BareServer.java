package vn.ocop.marketplace.benchmark;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.netty.http.server.HttpServer;

/** The yardstick of hot reads: Reactor Netty and nothing else, answering what another server answered it once. */
final class BareServer {

    private static final List<String> KEPT = List.of("content-type", "cache-control", "etag", "vary");

    private BareServer() {}

    /** Arguments: the server to copy, then the paths; prints its own port. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, HttpResponse<byte[]>> answers = new HashMap<>();
        try (var http = HttpClient.newHttpClient()) {
            for (var path : List.of(arguments).subList(1, arguments.length)) {
                var request = HttpRequest.newBuilder(URI.create(arguments[0] + path))
                        .header("Accept-Language", "vi")
                        .build();
                answers.put(path, http.send(request, BodyHandlers.ofByteArray()));
            }
        }
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> {
                    var kept = answers.get(request.uri());
                    if (kept == null) {
                        return response.sendNotFound();
                    }
                    KEPT.forEach(
                            name -> kept.headers().firstValue(name).ifPresent(value -> response.header(name, value)));
                    return response.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(kept.body().length))
                            .sendObject(Unpooled.wrappedBuffer(kept.body()));
                })
                .bindNow();
        System.out.println(server.port());
        server.onDispose().block();
    }
}
