package vn.ocop.marketplace.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of document that are taken, known by their bytes; names and declared types are not asked. */
public enum DocumentKind {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp");

    private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String PDF_END = "%%EOF";
    /** Programs write a line or two after the end. */
    private static final int TAIL = 1_024;

    private final String mediaType;
    private final String ending;

    DocumentKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file's name. */
    public String ending() {
        return ending;
    }

    /** Whether a browser may show it where it is; a PDF may run what is in it, so it is only handed over. */
    public boolean isPicture() {
        return this != PDF;
    }

    /** Empty for anything else and for files that stop early. */
    static Optional<DocumentKind> of(byte[] file) {
        if (isPdf(file)) {
            return Optional.of(PDF);
        }
        return PictureFormat.of(file).filter(format -> format.isWhole(file)).map(format -> switch (format) {
            case JPEG -> JPEG;
            case PNG -> PNG;
            case WEBP -> WEBP;
        });
    }

    private static boolean isPdf(byte[] file) {
        return file.length > PDF_START.length
                && Arrays.equals(file, 0, PDF_START.length, PDF_START, 0, PDF_START.length)
                && new String(
                                file,
                                Math.max(0, file.length - TAIL),
                                Math.min(TAIL, file.length),
                                StandardCharsets.US_ASCII)
                        .contains(PDF_END);
    }
}
