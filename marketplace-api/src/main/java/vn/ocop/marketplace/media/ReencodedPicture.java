package vn.ocop.marketplace.media;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import vn.ocop.marketplace.platform.ProblemException;

/**
 * An uploaded picture drawn anew: only what can be seen is left of the file, so nothing hidden in it, nor where it was
 * taken, gets through.
 *
 * @param hash of the bytes of the largest size; the same picture sent twice is one picture
 * @param files WebP by width
 * @param preview a tiny picture to show while the real one loads
 */
record ReencodedPicture(String hash, int width, int height, Map<Integer, byte[]> files, String preview) {

    static final int LEAST_SIDE = 300;
    private static final int MOST_SIDE = 12_000;
    private static final int MOST_RATIO = 4;
    private static final int WORKING_SIDE = 2_400;
    private static final int PREVIEW_WIDTH = 20;
    private static final List<Integer> WIDTHS = List.of(160, 320, 640, 1200);

    static ReencodedPicture of(byte[] file) {
        var format = PictureFormat.of(file).orElseThrow(() -> new ProblemException(MediaProblem.UNKNOWN_FORMAT));
        if (!format.isWhole(file)) {
            throw new ProblemException(MediaProblem.UNREADABLE);
        }
        try {
            return encode(upright(decode(file, format), orientation(file, format)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException broken) {
            throw new ProblemException(MediaProblem.UNREADABLE);
        } catch (java.awt.color.CMMException strangeColours) {
            throw new ProblemException(MediaProblem.UNREADABLE);
        }
    }

    /** Reads every n-th point of a large picture, so that what lies in memory has a limit. */
    private static BufferedImage decode(byte[] file, PictureFormat format) throws IOException {
        var reader = format.reader();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            int period = period(reader, format);
            var part = reader.getDefaultReadParam();
            if (format != PictureFormat.WEBP) {
                part.setSourceSubsampling(period, period, 0, 0);
            }
            return onWhite(reader.read(0, part));
        } finally {
            reader.dispose();
        }
    }

    private static int period(ImageReader reader, PictureFormat format) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int longer = Math.max(width, height);
        int shorter = Math.min(width, height);
        if (longer > MOST_SIDE || (long) width * height > format.mostPixels()) {
            throw new ProblemException(MediaProblem.TOO_MANY_PIXELS);
        }
        if (shorter < LEAST_SIDE || longer > (long) shorter * MOST_RATIO) {
            throw new ProblemException(MediaProblem.TOO_SMALL, LEAST_SIDE);
        }
        return Math.ceilDiv(longer, WORKING_SIDE);
    }

    private static BufferedImage onWhite(BufferedImage read) {
        var flat = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = flat.createGraphics();
        graphics.drawImage(read, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return flat;
    }

    /** How the camera was held; only JPEG files of cameras say so in practice. */
    private static int orientation(byte[] file, PictureFormat format) throws IOException {
        if (format != PictureFormat.JPEG) {
            return 1;
        }
        try {
            var metadata = JpegMetadataReader.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader()));
            var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            var said = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return said == null ? 1 : said;
        } catch (JpegProcessingException unreadable) {
            return 1;
        }
    }

    /** Turns and mirrors as the eight values of EXIF say. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation < 2 || orientation > 8) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        var turn = new AffineTransform();
        switch (orientation) {
            case 2 -> turn.setTransform(-1, 0, 0, 1, width, 0);
            case 3 -> turn.setTransform(-1, 0, 0, -1, width, height);
            case 4 -> turn.setTransform(1, 0, 0, -1, 0, height);
            case 5 -> turn.setTransform(0, 1, 1, 0, 0, 0);
            case 6 -> turn.setTransform(0, 1, -1, 0, height, 0);
            case 7 -> turn.setTransform(0, -1, -1, 0, height, width);
            default -> turn.setTransform(0, -1, 1, 0, 0, width);
        }
        var turned = orientation > 4
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = turned.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return turned;
    }

    private static ReencodedPicture encode(BufferedImage image) throws IOException {
        var files = new LinkedHashMap<Integer, byte[]>();
        var current = image;
        for (int width : widths(image.getWidth()).reversed()) {
            current = scale(current, width);
            files.put(width, WebpFile.of(current, 0.76f));
        }
        int widest = files.keySet().iterator().next();
        var tiny = WebpFile.of(scale(current, PREVIEW_WIDTH), 0.3f);
        return new ReencodedPicture(
                DigestUtils.sha256Hex(files.getOrDefault(widest, tiny)).substring(0, 40),
                widest,
                heightAt(image, widest),
                files,
                "data:image/webp;base64," + Base64.getEncoder().encodeToString(tiny));
    }

    /** The usual widths as far as the picture reaches, ascending. */
    private static List<Integer> widths(int own) {
        var widths =
                new ArrayList<>(WIDTHS.stream().filter(width -> width < own).toList());
        widths.add(Math.min(own, WIDTHS.getLast()));
        return widths.stream().distinct().toList();
    }

    private static int heightAt(BufferedImage image, int width) {
        return Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
    }

    /** Halves as long as it can, so that every point counts. */
    private static BufferedImage scale(BufferedImage image, int width) {
        var current = image;
        while (current.getWidth() >= width * 2) {
            current = resize(current, current.getWidth() / 2);
        }
        return current.getWidth() == width ? current : resize(current, width);
    }

    private static BufferedImage resize(BufferedImage image, int width) {
        int height = heightAt(image, width);
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return smaller;
    }
}
