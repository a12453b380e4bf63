package vn.ocop.marketplace.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole answer, still in the buffer it was read into; good until the next request. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and copying would cost more than the answer.
record Answer(int status, byte[] buffer, int from, int to) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether the body holds these bytes. */
    boolean contains(byte[] wanted) {
        for (int start = from; start <= to - wanted.length; start++) {
            if (buffer[start] == wanted[0]
                    && Arrays.equals(buffer, start, start + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    JsonNode json() {
        return JSON.readTree(buffer, from, to - from);
    }

    String text() {
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }

    byte[] body() {
        return Arrays.copyOfRange(buffer, from, to);
    }
}
