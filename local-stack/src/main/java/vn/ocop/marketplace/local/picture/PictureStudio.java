package vn.ocop.marketplace.local.picture;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Draws the pictures of demo listings. The same request always gives the same files; what is there is not drawn again.
 */
public final class PictureStudio {

    private static final List<Integer> WIDTHS = List.of(160, 320, 640, 1200);
    private static final int SIZE = 1200;
    private static final int PREVIEW = 20;
    /** Part of every hash: raise it when sizes or qualities change, so that old files are not taken for new ones. */
    private static final String RECIPE = "1";

    private PictureStudio() {}

    /** Writes {@code <hash>-<width>.webp} for every width that is missing in the directory. */
    public static DrawnPicture draw(PictureRequest request, Path mediaDir) {
        String svg = Scene.draw(request);
        String hash = hash(svg);
        try {
            Files.createDirectories(mediaDir);
            Path previewFile = mediaDir.resolve(hash + "-preview.webp");
            // The preview is written last: where it is, the picture is complete.
            if (!Files.exists(previewFile)) {
                write(svg, hash, mediaDir, previewFile);
            }
            String preview =
                    "data:image/webp;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(previewFile));
            AltText alt = AltText.of(request, Subject.of(request));
            return new DrawnPicture(hash, SIZE, SIZE, WIDTHS, preview, alt.vi(), alt.en());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the picture of " + request.key(), e);
        }
    }

    private static void write(String svg, String hash, Path mediaDir, Path previewFile) throws IOException {
        BufferedImage image = render(svg, SIZE);
        save(mediaDir.resolve(hash + "-1200.webp"), WebpWriter.encode(image, 0.72f, 2));
        BufferedImage half = WebpWriter.scale(image, 640);
        save(mediaDir.resolve(hash + "-640.webp"), WebpWriter.encode(half, 0.74f, 2));
        BufferedImage small = WebpWriter.scale(half, 320);
        save(mediaDir.resolve(hash + "-320.webp"), WebpWriter.encode(small, 0.76f, 2));
        BufferedImage tiny = WebpWriter.scale(small, 160);
        save(mediaDir.resolve(hash + "-160.webp"), WebpWriter.encode(tiny, 0.76f, 2));
        save(previewFile, WebpWriter.encode(WebpWriter.scale(tiny, PREVIEW), 0.3f, 4));
    }

    /** Moved into place when whole, so that a reader never sees half a file. */
    private static void save(Path file, byte[] bytes) throws IOException {
        Path draft = Files.createTempFile(Objects.requireNonNull(file.getParent()), ".draft", ".webp");
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static BufferedImage render(String svg, int width) {
        SVGDocument document = Objects.requireNonNull(
                new SVGLoader()
                        .load(
                                new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                                null,
                                LoaderContext.createDefault()),
                "the drawing is no SVG");
        int height = Math.round(width * document.size().height / document.size().width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox(width, height));
        graphics.dispose();
        return image;
    }

    private static String hash(String svg) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(RECIPE.getBytes(StandardCharsets.UTF_8));
            digest.update(svg.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
