package vn.ocop.marketplace.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.platform.BusinessTime;

/** Says for every listing of a first page how many points it has and what for. */
@Component
public class Explanations {

    private final TextReader reader;
    private final Vocabulary vocabulary;
    private final SearchEngine engine;
    private final Clock clock;

    Explanations(TextReader reader, Vocabulary vocabulary, SearchEngine engine, Clock clock) {
        this.reader = reader;
        this.vocabulary = vocabulary;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * How a text is read, and what it finds.
     *
     * @param searched the words after correction, without courtesy
     * @param alsoCalled other names that are searched beside each part
     */
    public record Explanation(
            String text,
            @Nullable String corrected,
            String searched,
            Map<String, List<String>> alsoCalled,
            List<Placed> listings) {}

    /** A listing in its place. */
    public record Placed(String id, String title, double points, List<Reason> reasons) {}

    /** What a listing has points for. */
    public record Reason(String what, double points) {}

    Mono<Explanation> of(String text, int limit) {
        var understood = reader.read(text);
        var clauses = new TextClauses(vocabulary.words());
        var filters = new FilterClauses(ListingFilters.NONE.with(understood), BusinessTime.today(clock));
        var request = Map.of(
                "size",
                limit,
                "explain",
                true,
                "_source",
                false,
                "stored_fields",
                List.of("titleVi"),
                "query",
                EngineRequest.ranked(
                        understood.isEmpty() ? null : clauses.all(understood),
                        List.of(filters.chosen()),
                        null,
                        BusinessTime.today(clock)));
        return engine.search(request).map(answer -> explanation(text, understood, answer));
    }

    private static Explanation explanation(String text, UnderstoodText understood, JsonNode answer) {
        var listings = new ArrayList<Placed>();
        for (var hit : answer.path("hits").path("hits")) {
            listings.add(new Placed(
                    hit.path("_id").asString(),
                    hit.path("fields").path("titleVi").path(0).asString(),
                    hit.path("_score").asDouble(),
                    reasons(hit.path("_explanation"))));
        }
        return new Explanation(
                text, understood.corrected(), exact(understood.words()), alsoCalled(understood), List.copyOf(listings));
    }

    private static Map<String, List<String>> alsoCalled(UnderstoodText understood) {
        var others = new TreeMap<String, List<String>>();
        for (var span : understood.spans()) {
            if (!span.others().isEmpty()) {
                others.put(
                        exact(span.words()),
                        span.others().stream()
                                .map(other -> other.category() == null ? exact(other.words()) : "@" + other.category())
                                .toList());
            }
        }
        return others;
    }

    private static String exact(List<Word> words) {
        return String.join(" ", words.stream().map(Word::exact).toList());
    }

    /** The leaves of the engine's own explanation that count; of alternatives only the best does, all but a trace. */
    static List<Reason> reasons(JsonNode explanation) {
        var reasons = new ArrayList<Reason>();
        collect(explanation, reasons);
        return reasons.stream()
                .sorted((one, other) -> Double.compare(other.points(), one.points()))
                .toList();
    }

    private static void collect(JsonNode node, List<Reason> reasons) {
        double value = node.path("value").asDouble();
        var what = node.path("description").asString("");
        if (value <= 0) {
            return;
        }
        if (what.startsWith("ConstantScore(") || what.startsWith("*:*")) {
            reasons.add(new Reason(
                    what.replaceAll("\\^[0-9.]+$", "").replaceAll("^ConstantScore\\((.*)\\)$", "$1"), value));
        } else if (what.startsWith("function score") || what.startsWith("min of:")) {
            reasons.add(new Reason(function(node), value));
        } else if (what.startsWith("max")) {
            best(node, reasons);
        } else {
            node.path("details").forEach(detail -> collect(detail, reasons));
        }
    }

    private static void best(JsonNode node, List<Reason> reasons) {
        JsonNode best = null;
        for (var detail : node.path("details")) {
            if (best == null
                    || detail.path("value").asDouble() > best.path("value").asDouble()) {
                best = detail;
            }
        }
        if (best != null) {
            collect(best, reasons);
        }
    }

    private static String function(JsonNode node) {
        var text = node.toString();
        return text.contains("doc['rank']") ? "stock and sales" : text.contains("publishedAt") ? "fresh" : "function";
    }
}
