package vn.ocop.marketplace.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Finds the end of one answer in what has been read so far: just enough of HTTP/1.1 for servers that behave. */
final class HttpParser {

    private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer = new byte[64 * 1024];
    private int filled;
    private int bodyStart = -1;
    private int length;

    byte[] buffer() {
        return buffer;
    }

    int filled() {
        return filled;
    }

    void read(int bytes) {
        filled += bytes;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    /** Forgets the answer that was read; connections carry one at a time. */
    void clear() {
        filled = 0;
        bodyStart = -1;
    }

    boolean isComplete() {
        if (bodyStart < 0) {
            findBody();
        }
        return bodyStart >= 0 && (length >= 0 ? filled >= bodyStart + length : isLastChunkThere());
    }

    /** Only when complete. */
    Answer answer() {
        int end = length >= 0 ? bodyStart + length : joinChunks();
        return new Answer(digit(9) * 100 + digit(10) * 10 + digit(11), buffer, bodyStart, end);
    }

    private int digit(int at) {
        return buffer[at] - '0';
    }

    private void findBody() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r') {
                bodyStart = i + 1;
                length = contentLength();
                return;
            }
        }
    }

    /** -1 when the answer comes in chunks. */
    private int contentLength() {
        for (int i = 12; i < bodyStart - LENGTH.length; i++) {
            if (buffer[i] == '\r' && isLengthAt(i)) {
                int value = 0;
                for (int j = i + LENGTH.length; buffer[j] != '\r'; j++) {
                    value = buffer[j] == ' ' ? value : value * 10 + digit(j);
                }
                return value;
            }
        }
        return isBodiless() ? 0 : -1;
    }

    private boolean isBodiless() {
        int status = digit(9) * 100 + digit(10) * 10 + digit(11);
        return status == 204 || status == 304;
    }

    private boolean isLengthAt(int start) {
        for (int i = 0; i < LENGTH.length; i++) {
            int read = buffer[start + i];
            if ((read >= 'A' && read <= 'Z' ? read + 32 : read) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isLastChunkThere() {
        return filled >= bodyStart + 5
                && buffer[filled - 5] == '0'
                && buffer[filled - 4] == '\r'
                && buffer[filled - 3] == '\n'
                && buffer[filled - 2] == '\r'
                && buffer[filled - 1] == '\n';
    }

    /** Moves the chunks together; answers where the body ends. */
    private int joinChunks() {
        int from = bodyStart;
        int to = bodyStart;
        while (true) {
            int line = from;
            while (buffer[line] != '\r') {
                line++;
            }
            var size = Integer.parseInt(
                    new String(buffer, from, line - from, StandardCharsets.US_ASCII)
                            .strip()
                            .toLowerCase(Locale.ROOT),
                    16);
            if (size == 0) {
                return to;
            }
            System.arraycopy(buffer, line + 2, buffer, to, size);
            to += size;
            from = line + 2 + size + 2;
        }
    }
}
