package vn.ocop.marketplace.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Makes picture files for tests; no two are alike. */
public final class PictureFiles {

    private static final AtomicInteger SHADE = new AtomicInteger();

    private PictureFiles() {}

    public static byte[] jpeg(int width, int height) {
        return file("jpg", width, height);
    }

    public static byte[] png(int width, int height) {
        return file("png", width, height);
    }

    /** An archive of files by their names. */
    public static byte[] zip(Map<String, byte[]> files) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** Red on the left, blue on the right, with a shade of its own. */
    private static byte[] file(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        var shade = SHADE.addAndGet(7) % 200;
        graphics.setPaint(new GradientPaint(0, 0, new Color(255, shade, 0), width, 0, new Color(0, shade, 255)));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
