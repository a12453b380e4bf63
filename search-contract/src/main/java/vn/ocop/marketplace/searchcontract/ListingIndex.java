package vn.ocop.marketplace.searchcontract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;

/** Names and definition of the index of listings, in a form every stock Elasticsearch understands. */
public final class ListingIndex {

    /** What queries read. */
    public static final String READ_ALIAS = "listings";

    /** What the indexer writes; the same index as {@link #READ_ALIAS}. */
    public static final String WRITE_ALIAS = "listings-write";

    /** What index names begin with; the moment of creation follows. */
    public static final String PREFIX = "listings-";

    private static final String DEFINITION = read();

    private ListingIndex() {}

    /** Settings and mappings, with their fingerprint in the mapping's {@code _meta}. */
    public static String definition() {
        return DEFINITION.replace("FINGERPRINT", fingerprint());
    }

    /** Differs when the definition does: an index with another fingerprint has to be rebuilt. */
    public static String fingerprint() {
        CRC32 crc = new CRC32();
        crc.update(DEFINITION.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static String read() {
        try (var definition = ListingIndex.class.getResourceAsStream("listing-index.json")) {
            return new String(Objects.requireNonNull(definition).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
