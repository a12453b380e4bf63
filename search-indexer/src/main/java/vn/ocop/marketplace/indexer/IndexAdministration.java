package vn.ocop.marketplace.indexer;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ocop.marketplace.searchcontract.ListingIndex;

/** Creates indices, moves the aliases between them and clears away what no alias leads to. */
@Component
class IndexAdministration {

    private static final String REFRESH = "refresh_interval";

    private final Elasticsearch engine;
    private final JsonMapper json;

    IndexAdministration(Elasticsearch engine, JsonMapper json) {
        this.engine = engine;
        this.json = json;
    }

    /** Whether the aliases lead to an index of today's definition. */
    Mono<Boolean> ready() {
        return engine.get("/" + ListingIndex.WRITE_ALIAS + "/_mapping?filter_path=*.mappings._meta")
                .map(answer -> answer.ok()
                        && answer.body().properties().stream()
                                .allMatch(index -> ListingIndex.fingerprint()
                                        .equals(index.getValue()
                                                .at("/mappings/_meta/definition")
                                                .asString(""))));
    }

    /**
     * Creates the index, or creates it anew. While it is filled nobody searches it, so it need not become searchable
     * every moment.
     */
    Mono<Void> createEmpty(String index) {
        var definition = (ObjectNode) json.readTree(ListingIndex.definition());
        ((ObjectNode) definition.path("settings")).put(REFRESH, "-1");
        return engine.delete("/" + index)
                .then(engine.put("/" + index, json.writeValueAsString(definition)))
                .map(Elasticsearch.Answer::required)
                .then();
    }

    /** In one step nobody can see the middle of: both aliases lead to the index and to no other. */
    Mono<Void> lead(String index) {
        var refresh = json.readTree(ListingIndex.definition()).path("settings").path(REFRESH);
        var actions = List.of(
                remove(ListingIndex.READ_ALIAS),
                remove(ListingIndex.WRITE_ALIAS),
                Map.of("add", Map.of("index", index, "alias", ListingIndex.READ_ALIAS)),
                Map.of("add", Map.of("index", index, "alias", ListingIndex.WRITE_ALIAS, "is_write_index", true)));
        return engine.put(
                        "/" + index + "/_settings", json.writeValueAsString(Map.of("index", Map.of(REFRESH, refresh))))
                .map(answer -> answer.ofIndex(index))
                .then(engine.post("/" + index + "/_refresh", ""))
                .map(answer -> answer.ofIndex(index))
                .then(engine.post("/_aliases", json.writeValueAsString(Map.of("actions", actions))))
                .map(answer -> answer.ofIndex(index))
                .then();
    }

    private static Map<String, ?> remove(String alias) {
        return Map.of("remove", Map.of("index", ListingIndex.PREFIX + "*", "alias", alias, "must_exist", false));
    }

    /** Deletes every index of ours but one: earlier ones, and those of rebuilds that were given up. */
    Mono<Void> deleteAllBut(String index) {
        return engine.get("/" + ListingIndex.PREFIX + "*/_mapping?filter_path=*.mappings._meta")
                .flatMapIterable(answer -> answer.required().propertyNames())
                .filter(name -> !name.equals(index))
                .concatMap(name -> engine.delete("/" + name))
                .then();
    }
}
