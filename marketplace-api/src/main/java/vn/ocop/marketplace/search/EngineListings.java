package vn.ocop.marketplace.search;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.search.FoundListings.Count;
import vn.ocop.marketplace.searchcontract.DatedCard;

/** Finds listings in the engine. */
@Component
class EngineListings {

    private final SearchEngine engine;
    private final Clock clock;

    EngineListings(SearchEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * @param text what must match of the text; absent to browse
     * @param near whether the list holds what comes near instead of what was asked for
     */
    Mono<FoundListings> find(ListingQuestion question, @Nullable Map<String, Object> text, boolean near) {
        LocalDate today = BusinessTime.today(clock);
        return engine.search(EngineRequest.of(question, text, today)).map(answer -> found(answer, question, near));
    }

    /** What comes near, without counting it. */
    Mono<List<DatedCard>> more(ListingQuestion question, Map<String, Object> text) {
        return engine.search(EngineRequest.page(question, text, BusinessTime.today(clock)))
                .map(answer -> cards(answer.path("hits").path("hits"), question.language()));
    }

    private static FoundListings found(JsonNode answer, ListingQuestion question, boolean near) {
        var hits = answer.path("hits").path("hits");
        long total = answer.path("hits").path("total").path("value").asLong();
        var facets = answer.path("aggregations");
        return new FoundListings(
                ids(hits),
                cards(hits, question.language()),
                total,
                facets.path(EngineRequest.ALL).path("doc_count").asLong(),
                counts(facets),
                next(hits, question, near, total));
    }

    private static List<String> ids(JsonNode hits) {
        var ids = new ArrayList<String>(hits.size());
        for (var hit : hits) {
            ids.add(hit.path("_id").asString());
        }
        return ids;
    }

    static List<DatedCard> cards(JsonNode hits, Language language) {
        var cards = new ArrayList<DatedCard>(hits.size());
        for (var hit : hits) {
            var fields = hit.path("fields");
            cards.add(DatedCard.of(
                    fields.path("dated").path(0).asString(),
                    fields.path(EngineRequest.card(language)).path(0).asString()));
        }
        return cards;
    }

    private static @Nullable PageMark next(JsonNode hits, ListingQuestion question, boolean near, long total) {
        int seen = question.seen() + hits.size();
        if (hits.isEmpty() || seen >= total) {
            return null;
        }
        var sort = hits.path(hits.size() - 1).path("sort");
        return new PageMark(
                SearchSource.SEARCH,
                question.fingerprint(),
                near,
                seen,
                sort.path(0).asDouble(),
                UUID.fromString(sort.path(1).asString()));
    }

    private static Map<Facet, List<Count>> counts(JsonNode facets) {
        var counts = new EnumMap<Facet, List<Count>>(Facet.class);
        for (var shared : facets) {
            for (var facet : Facet.values()) {
                var counted = shared.path(facet.wireName());
                if (!counted.isMissingNode()) {
                    counts.put(facet, counts(counted.path("buckets"), new ArrayList<>()));
                }
            }
        }
        return counts;
    }

    private static List<Count> counts(JsonNode buckets, List<Count> values) {
        for (var bucket : buckets) {
            var key = bucket.has("key_as_string") ? bucket.path("key_as_string") : bucket.path("key");
            values.add(new Count(key.asString(), bucket.path("doc_count").asLong()));
        }
        return values;
    }
}
