package vn.ocop.marketplace.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Keeps a number of connections busy from one thread, as wrk does: each sends the next request as soon as it has read
 * the answer to the last. Costs a few microseconds a request, so that on two cores it measures the server, not itself.
 */
final class LoadGenerator {

    private final int port;
    private final Samples samples = new Samples();
    private long deadline;
    private int open;

    private LoadGenerator(int port) {
        this.port = port;
    }

    /** Runs until the time is up or every visitor is done, whichever comes first. */
    static Samples run(int port, int connections, Duration limit, IntFunction<Visitor> visitors) {
        var generator = new LoadGenerator(port);
        try (var selector = Selector.open()) {
            generator.run(selector, connections, limit, visitors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return generator.samples;
    }

    private void run(Selector selector, int connections, Duration limit, IntFunction<Visitor> visitors)
            throws IOException {
        samples.start();
        deadline = System.nanoTime() + limit.toNanos();
        for (int i = 0; i < connections; i++) {
            var connection = new Connection(visitors.apply(i), connect());
            open++;
            connection.channel.register(selector, SelectionKey.OP_READ, connection);
            connection.ask();
        }
        while (open > 0) {
            selector.select(5_000);
            for (var key : selector.selectedKeys()) {
                ((Connection) key.attachment()).read();
            }
            selector.selectedKeys().clear();
            if (System.nanoTime() > deadline + Duration.ofSeconds(30).toNanos()) {
                throw new IllegalStateException(open + " requests were not answered within 30 s");
            }
        }
        samples.stop();
    }

    private SocketChannel connect() throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel;
    }

    /** One keep-alive connection and who speaks on it. */
    private final class Connection {

        private final Visitor visitor;
        private final SocketChannel channel;
        private final HttpParser parser = new HttpParser();
        private Visitor.Ask asked = new Visitor.Ask("", new byte[0], new byte[0]);
        private long askedAt;

        Connection(Visitor visitor, SocketChannel channel) {
            this.visitor = visitor;
            this.channel = channel;
        }

        void ask() throws IOException {
            var next = System.nanoTime() < deadline ? visitor.next() : null;
            if (next == null) {
                channel.close();
                open--;
                return;
            }
            asked = next;
            if (!next.goesOn()) {
                askedAt = System.nanoTime();
            }
            var bytes = ByteBuffer.wrap(next.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        void read() throws IOException {
            int count = channel.read(
                    ByteBuffer.wrap(parser.buffer(), parser.filled(), parser.buffer().length - parser.filled()));
            if (count < 0) {
                throw new EOFException("The server closed the connection after " + asked.name());
            }
            parser.read(count);
            if (parser.isComplete()) {
                samples.add(asked.name(), System.nanoTime() - askedAt);
                visitor.answered(asked, parser.answer());
                parser.clear();
                ask();
            }
        }
    }
}
