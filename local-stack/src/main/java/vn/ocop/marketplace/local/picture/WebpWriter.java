package vn.ocop.marketplace.local.picture;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Scales and compresses with libwebp inside the process; a process per file would take most of the time. */
final class WebpWriter {

    private WebpWriter() {}

    static byte[] encode(BufferedImage image, float quality, int method) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
            param.setCompressionType(CompressionType.Lossy);
            param.setCompressionQuality(quality);
            param.setMethod(method);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
            out.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    /** Halves as long as it can, so that every pixel of the large drawing counts. */
    static BufferedImage scale(BufferedImage image, int width) {
        BufferedImage current = image;
        while (current.getWidth() >= width * 2) {
            current = resize(current, current.getWidth() / 2);
        }
        return current.getWidth() == width ? current : resize(current, width);
    }

    private static BufferedImage resize(BufferedImage image, int width) {
        BufferedImage smaller = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, width, null);
        graphics.dispose();
        return smaller;
    }
}
