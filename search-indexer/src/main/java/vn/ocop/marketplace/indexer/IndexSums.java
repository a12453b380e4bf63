package vn.ocop.marketplace.indexer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ocop.marketplace.indexer.CatalogueSums.Part;
import vn.ocop.marketplace.searchcontract.ListingIndex;

/** What the index holds, part by part. A document's version is its listing's revision, so versions can be summed. */
@Component
class IndexSums {

    private static final int PAGE = 10_000;
    private static final String SEARCH = "/" + ListingIndex.READ_ALIAS + "/_search";

    private final Elasticsearch engine;
    private final JsonMapper json;

    IndexSums(Elasticsearch engine, JsonMapper json) {
        this.engine = engine;
        this.json = json;
    }

    Mono<SliceSum> of(Part part) {
        var request = Map.of(
                "size",
                0,
                "track_total_hits",
                true,
                "query",
                range(part.after(), part.to()),
                "aggs",
                Map.of("revisions", Map.of("sum", Map.of("field", "_version"))));
        return engine.post(SEARCH, json.writeValueAsString(request))
                .map(answer -> answer.ofIndex(ListingIndex.READ_ALIAS))
                .map(found -> new SliceSum(
                        found.at("/hits/total/value").asLong(),
                        Math.round(found.at("/aggregations/revisions/value").asDouble())));
    }

    Mono<Map<UUID, Long>> revisions(Part part) {
        return page(part.after(), part.to())
                .expand(hits -> hits.size() < PAGE
                        ? Mono.empty()
                        : page(UUID.fromString(hits.get(PAGE - 1).path("_id").asString()), part.to()))
                .collect(LinkedHashMap::new, IndexSums::put);
    }

    private Mono<JsonNode> page(UUID after, UUID to) {
        var request = Map.of(
                "size",
                PAGE,
                "_source",
                false,
                "version",
                true,
                "track_total_hits",
                false,
                "sort",
                List.of("id"),
                "query",
                range(after, to));
        return engine.post(SEARCH, json.writeValueAsString(request))
                .map(answer -> answer.ofIndex(ListingIndex.READ_ALIAS))
                .map(found -> found.path("hits").path("hits"));
    }

    private static void put(Map<UUID, Long> revisions, JsonNode hits) {
        hits.forEach(hit -> revisions.put(
                UUID.fromString(hit.path("_id").asString()),
                hit.path("_version").asLong()));
    }

    /** Their text sorts as the database sorts them. */
    private static Map<String, ?> range(UUID after, UUID to) {
        return Map.of("range", Map.of("id", Map.of("gt", after.toString(), "lte", to.toString())));
    }
}
