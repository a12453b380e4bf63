package vn.ocop.marketplace.indexer;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.indexer.WriteOutcome.Refusal;
import vn.ocop.marketplace.searchcontract.ListingIndex;

/**
 * Writes states of listings into indices. The revision is the document's external version, so an older state never
 * overwrites a newer one, whoever writes it and in whatever order.
 */
@Component
class IndexWriter {

    /** Far below what the engine takes in one request, and a bound on what one bulk costs in memory on both sides. */
    private static final int MOST_BYTES = 4 << 20;

    private static final String NO_INDEX = "index_not_found_exception";

    private final Elasticsearch engine;
    private final EnginePressure pressure;
    private final IndexerMetrics metrics;
    private final JsonMapper json;

    IndexWriter(Elasticsearch engine, EnginePressure pressure, IndexerMetrics metrics, JsonMapper json) {
        this.engine = engine;
        this.pressure = pressure;
        this.metrics = metrics;
        this.json = json;
    }

    private record Line(ListingState state, String target) {

        boolean deletion() {
            return state.document() == null;
        }
    }

    /**
     * Writes the states to each target, in as many requests as their size and the engine's mood call for. Fails as a
     * whole only when the engine is away, or when an index is missing that should be there.
     */
    Mono<WriteOutcome> write(List<ListingState> states, List<String> targets) {
        var lines = new ArrayList<Line>();
        var unreadable = new LinkedHashMap<UUID, String>();
        for (var state : states) {
            var problem = state.problem();
            if (problem == null) {
                targets.forEach(target -> lines.add(new Line(state, target)));
            } else {
                unreadable.put(state.id(), problem);
            }
        }
        return sendFrom(lines, 0)
                .expand(sent -> sendFrom(lines, sent.next()))
                .map(Sent::outcome)
                .reduce(new WriteOutcome(unreadable, List.of()), WriteOutcome::and);
    }

    /** How far the lines have been sent, and what became of the last of them. */
    private record Sent(int next, WriteOutcome outcome) {}

    private Mono<Sent> sendFrom(List<Line> lines, int first) {
        if (first >= lines.size()) {
            return Mono.empty();
        }
        return Mono.defer(() -> {
            var body = new ByteArrayOutputStream(1 << 16);
            int next = first;
            while (next < lines.size() && next - first < pressure.size() && body.size() < MOST_BYTES) {
                append(body, lines.get(next++));
            }
            return send(lines.subList(first, next), body.toByteArray(), next);
        });
    }

    private Mono<Sent> send(List<Line> lines, byte[] body, int next) {
        long started = System.nanoTime();
        return Mono.delay(pressure.pause())
                .then(engine.bulk(body))
                .doOnError(EngineAwayException.class, away -> pressure.refused())
                .map(answer -> outcome(lines, answer))
                .doOnNext(outcome -> learn(outcome, lines.size(), Duration.ofNanos(System.nanoTime() - started)))
                .map(outcome -> new Sent(next, outcome));
    }

    private void learn(WriteOutcome outcome, int documents, Duration took) {
        metrics.bulk(documents, took);
        if (outcome.pushedBack().isEmpty()) {
            pressure.answered(documents, took);
        } else {
            metrics.pushedBack(outcome.pushedBack().size());
            pressure.refused();
        }
    }

    /** Writes until nothing is pushed back any more. */
    Mono<WriteOutcome> insist(List<ListingState> states, String target) {
        return write(states, List.of(target))
                .expand(outcome -> outcome.pushedBack().isEmpty()
                        ? Mono.empty()
                        : write(only(states, outcome.pushedBack()), List.of(target)))
                .reduce(
                        WriteOutcome.NONE,
                        (all, next) -> new WriteOutcome(all.and(next).refused(), List.of()));
    }

    private static List<ListingState> only(List<ListingState> states, List<UUID> ids) {
        return states.stream().filter(state -> ids.contains(state.id())).toList();
    }

    private void append(ByteArrayOutputStream body, Line line) {
        body.writeBytes(json.writeValueAsBytes(action(line)));
        body.write('\n');
        if (!line.deletion()) {
            body.writeBytes(json.writeValueAsBytes(line.state().document()));
            body.write('\n');
        }
    }

    private static Map<String, ?> action(Line line) {
        var state = line.state();
        var details = new LinkedHashMap<String, Object>();
        details.put("_index", line.target());
        details.put("_id", state.id().toString());
        if (state.revision() > 0) {
            details.put("version", state.revision());
            // Greater or equal: writing the same revision again is a repeat, not a conflict.
            details.put("version_type", "external_gte");
        }
        if (!line.deletion()) {
            details.put("require_alias", line.target().equals(ListingIndex.WRITE_ALIAS));
        }
        return Map.of(line.deletion() ? "delete" : "index", details);
    }

    private static WriteOutcome outcome(List<Line> lines, Elasticsearch.Answer answer) {
        var items = answer.required().path("items");
        var refused = new LinkedHashMap<UUID, String>();
        var pushedBack = new ArrayList<UUID>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var item = items.path(i).iterator().next();
            switch (refusal(line, item)) {
                case NONE -> {}
                case PUSHED_BACK -> pushedBack.add(line.state().id());
                case REFUSED -> refused.put(line.state().id(), reason(item));
                case INDEX_MISSING -> throw new IndexMissingException(line.target());
            }
        }
        return new WriteOutcome(refused, pushedBack);
    }

    private static Refusal refusal(Line line, JsonNode item) {
        int status = item.path("status").asInt();
        boolean noIndex = NO_INDEX.equals(item.path("error").path("type").asString(""));
        // A document of another version is a newer one; one to delete that was never there is deleted.
        boolean nothingToDo = status < 300 || status == 409 || status == 404 && line.deletion() && !noIndex;
        if (nothingToDo) {
            return Refusal.NONE;
        }
        if (noIndex) {
            return Refusal.INDEX_MISSING;
        }
        return status == 429 || status >= 500 ? Refusal.PUSHED_BACK : Refusal.REFUSED;
    }

    private static String reason(JsonNode item) {
        var error = item.path("error");
        return error.path("type").asString("unknown") + ": "
                + error.path("reason").asString("");
    }
}
