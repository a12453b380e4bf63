package vn.ocop.marketplace.local.sandbox;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything the sandbox remembers, as Stripe's own objects. Each save appends one line to a journal, so a restart
 * finds the last state of every object. Callers hold this object's monitor while they read, decide and save.
 */
final class StripeObjects implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final BufferedWriter journal;

    StripeObjects(Path directory, Clock clock) {
        this.clock = clock;
        try {
            var file = Files.createDirectories(directory).resolve("journal.jsonl");
            if (Files.exists(file)) {
                for (var line : Files.readAllLines(file)) {
                    load(line);
                }
            }
            journal = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(String line) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode object) {
                byId.put(object.path("id").asString(), object);
            }
        } catch (JacksonException tornLine) {
            // The last line of a sandbox that was killed while writing: its request was never answered.
        }
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    ObjectNode create(String object, String idPrefix) {
        return JSON.createObjectNode()
                .put("id", idPrefix + randomText(24))
                .put("object", object)
                .put("created", now())
                .put("livemode", false);
    }

    String randomText(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    synchronized void save(ObjectNode object) {
        byId.put(object.path("id").asString(), object);
        try {
            journal.write(JSON.writeValueAsString(object));
            journal.write('\n');
            journal.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    ObjectNode get(String object, String id) {
        return find(id).filter(found -> object.equals(found.path("object").asString()))
                .orElseThrow(() -> StripeError.noSuch(object, id));
    }

    /** Newest first, as Stripe lists. */
    synchronized List<ObjectNode> list(String object, Predicate<ObjectNode> condition) {
        return byId.values().stream()
                .filter(found -> object.equals(found.path("object").asString()))
                .filter(condition)
                .toList()
                .reversed();
    }

    @Override
    public synchronized void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
