package vn.ocop.marketplace.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.openpdf.text.pdf.BaseFont;

/** The fonts that printed documents carry with them, so that Vietnamese can be read, searched and copied anywhere. */
public final class PrintFonts {

    public static final BaseFont REGULAR = font("LiberationSans-Regular.ttf");
    public static final BaseFont BOLD = font("LiberationSans-Bold.ttf");

    private PrintFonts() {}

    private static BaseFont font(String name) {
        try (InputStream file = PrintFonts.class.getResourceAsStream("/liberation/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the font " + name + " is missing");
            }
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
