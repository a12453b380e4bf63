package vn.ocop.marketplace.media;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The kinds of picture that are taken, known by their first bytes; names and declared types are not asked. */
enum PictureFormat {
    /** Phones make them of 50 million points; they are read in part, so their size costs time only. */
    JPEG(50_000_000),
    PNG(50_000_000),
    /** Decoded whole by the native library. */
    WEBP(16_000_000);

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final long mostPixels;

    PictureFormat(long mostPixels) {
        this.mostPixels = mostPixels;
    }

    long mostPixels() {
        return mostPixels;
    }

    static Optional<PictureFormat> of(byte[] file) {
        return Stream.of(values()).filter(format -> format.begins(file)).findFirst();
    }

    private boolean begins(byte[] file) {
        return switch (this) {
            case JPEG -> at(file, 0, JPEG_SIGNATURE);
            case PNG -> at(file, 0, PNG_SIGNATURE);
            case WEBP -> at(file, 0, ascii("RIFF")) && at(file, 8, ascii("WEBP"));
        };
    }

    private static byte[] ascii(String mark) {
        return mark.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean at(byte[] file, int offset, byte[] mark) {
        return file.length >= offset + mark.length
                && Arrays.equals(file, offset, offset + mark.length, mark, 0, mark.length);
    }

    /** Whether the file goes on to its end; decoders fill up what is missing with grey. */
    boolean isWhole(byte[] file) {
        return switch (this) {
            case JPEG -> JpegEnd.isThere(file);
            // Their decoders refuse a file that stops early.
            case PNG, WEBP -> true;
        };
    }

    ImageReader reader() throws IOException {
        return this == WEBP
                ? new WebPImageReaderSpi().createReaderInstance()
                : ImageIO.getImageReadersByFormatName(name()).next();
    }
}
