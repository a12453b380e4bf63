package vn.ocop.marketplace.packaged;

/** A part of the stack that runs as processes of its own. */
public enum Part {
    API("marketplace-api"),
    INDEXER("search-indexer"),
    SITE("marketplace-web"),
    POSTGRES("PostgreSQL"),
    ELASTICSEARCH("Elasticsearch"),
    /** The other nodes, where the engine runs as a cluster. */
    ELASTICSEARCH_2("Elasticsearch-2"),
    ELASTICSEARCH_3("Elasticsearch-3");

    private final String recordedName;

    Part(String recordedName) {
        this.recordedName = recordedName;
    }

    /** Under which the supervisor writes down the part's process. */
    String recordedName() {
        return recordedName;
    }
}
