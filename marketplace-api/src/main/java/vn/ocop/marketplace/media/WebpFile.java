package vn.ocop.marketplace.media;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Compresses with libwebp inside the process. */
final class WebpFile {

    private static final int METHOD = 3;

    private WebpFile() {}

    static byte[] of(BufferedImage image, float quality) throws IOException {
        var writer = new WebPImageWriterSpi().createWriterInstance();
        try (var bytes = new ByteArrayOutputStream();
                var out = new MemoryCacheImageOutputStream(bytes)) {
            var param = new WebPWriteParam(Locale.ROOT);
            param.setCompressionType(CompressionType.Lossy);
            param.setCompressionQuality(quality);
            param.setMethod(METHOD);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
            out.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
