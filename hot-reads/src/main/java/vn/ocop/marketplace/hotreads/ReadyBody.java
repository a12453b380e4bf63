package vn.ocop.marketplace.hotreads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The bytes of an answer as they are and, once somebody can take them so, compressed; each with its strong tag. */
final class ReadyBody {

    /** Below this, compressing costs more than it saves. */
    private static final int WORTH_COMPRESSING = 860;

    private static final String GZIP_SUFFIX = "-gz\"";

    private final byte[] plain;
    private final String tag;
    private final boolean compressible;
    private volatile byte @Nullable [] gzip;

    /** Keeps the tag that the application chose, if it chose a strong one. */
    ReadyBody(byte[] plain, @Nullable String tag, @Nullable MediaType type) {
        this.plain = plain;
        this.tag = tag != null && tag.startsWith("\"") ? tag : tagOf(plain);
        this.compressible = plain.length >= WORTH_COMPRESSING && isText(type);
    }

    byte[] plain() {
        return plain;
    }

    String tag() {
        return tag;
    }

    boolean compressible() {
        return compressible;
    }

    String gzipTag() {
        return tag.substring(0, tag.length() - 1) + GZIP_SUFFIX;
    }

    /** Compressed by the first who asks; two at once do the same work and get the same bytes. */
    byte[] gzip() {
        var ready = gzip;
        if (ready == null) {
            ready = compress(plain);
            gzip = ready;
        }
        return ready;
    }

    /** Whether a client that knows one of these tags needs no body. */
    boolean known(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String candidate : ifNoneMatch.split(",")) {
            var known = candidate.strip();
            known = known.startsWith("W/") ? known.substring(2) : known;
            if (known.equals("*") || known.equals(tag) || known.equals(gzipTag())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(@Nullable MediaType type) {
        return type != null
                && ("text".equals(type.getType())
                        || type.getSubtype().endsWith("json")
                        || type.getSubtype().endsWith("xml")
                        || type.getSubtype().endsWith("javascript"));
    }

    private static String tagOf(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            var tag = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 15));
            return '"' + tag + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] compress(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new QuickGzip(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    /** A second's worth of readers is too few to pay for the best compression. */
    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 4096);
            def.setLevel(Deflater.BEST_SPEED + 3);
        }
    }
}
