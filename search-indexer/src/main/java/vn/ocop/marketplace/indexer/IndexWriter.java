package vn.ocop.marketplace.indexer;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.searchcontract.ListingIndex;

/**
 * Writes states of listings into indices. The revision is the document's external version, so an older state never
 * overwrites a newer one, whoever writes it and in whatever order.
 */
@Component
class IndexWriter {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final Elasticsearch engine;
    private final JsonMapper json;

    IndexWriter(Elasticsearch engine, JsonMapper json) {
        this.engine = engine;
        this.json = json;
    }

    private record Line(UUID listing, String target, boolean deletion) {}

    /** What became of a batch: the listings that could not be written, with the reason. */
    record Outcome(Map<UUID, String> refused) {

        static final Outcome NONE = new Outcome(Map.of());

        static Outcome refused(UUID listing, String reason) {
            return new Outcome(Map.of(listing, reason));
        }

        Outcome and(Outcome other) {
            var both = new LinkedHashMap<>(refused);
            both.putAll(other.refused);
            return new Outcome(both);
        }
    }

    /**
     * Writes the states to each target. Fails as a whole only when the engine is away, or when the write alias is
     * missing, which means that the engine has lost its data.
     */
    Mono<Outcome> write(List<ListingState> states, List<String> targets) {
        var lines = new ArrayList<Line>();
        var body = new ByteArrayOutputStream();
        var writable = states.stream().filter(state -> state.problem() == null).toList();
        for (var target : targets) {
            for (var state : writable) {
                boolean deletion = state.document() == null;
                lines.add(new Line(state.id(), target, deletion));
                append(body, action(state, target, deletion));
                if (!deletion) {
                    append(body, state.document());
                }
            }
        }
        if (lines.isEmpty()) {
            return Mono.just(unreadable(states));
        }
        return engine.bulk(body.toByteArray()).map(answer -> unreadable(states).and(outcome(lines, answer)));
    }

    private static Outcome unreadable(List<ListingState> states) {
        var refused = new LinkedHashMap<UUID, String>();
        for (var state : states) {
            var problem = state.problem();
            if (problem != null) {
                refused.put(state.id(), problem);
            }
        }
        return new Outcome(refused);
    }

    private void append(ByteArrayOutputStream body, @Nullable Object value) {
        body.writeBytes(json.writeValueAsBytes(value));
        body.write('\n');
    }

    private static Map<String, ?> action(ListingState state, String target, boolean deletion) {
        var details = new LinkedHashMap<String, Object>();
        details.put("_index", target);
        details.put("_id", state.id().toString());
        if (state.revision() > 0) {
            details.put("version", state.revision());
            // Greater or equal: writing the same revision again is a repeat, not a conflict.
            details.put("version_type", "external_gte");
        }
        if (!deletion) {
            details.put("require_alias", target.equals(ListingIndex.WRITE_ALIAS));
        }
        return Map.of(deletion ? "delete" : "index", details);
    }

    private static Outcome outcome(List<Line> lines, Elasticsearch.Answer answer) {
        var items = answer.required().path("items");
        var refused = new LinkedHashMap<UUID, String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var error = refusal(line, items.path(i).iterator().next());
            if (error != null) {
                refused.put(line.listing(), error);
            }
        }
        return new Outcome(refused);
    }

    private static @Nullable String refusal(Line line, JsonNode item) {
        int status = item.path("status").asInt();
        if (status < 300 || status == CONFLICT) {
            return null;
        }
        if (status == 429 || status >= 500) {
            throw new EngineAwayException("Elasticsearch is busy: " + item);
        }
        if (status == NOT_FOUND) {
            boolean noIndex = "index_not_found_exception"
                    .equals(item.path("error").path("type").asString(""));
            if (noIndex && line.target().equals(ListingIndex.WRITE_ALIAS)) {
                throw new EngineAwayException("the index is missing");
            }
            // A document that was never there, or an index whose rebuild was given up.
            return line.deletion() || noIndex ? null : item.toString();
        }
        return item.path("error").toString();
    }
}
