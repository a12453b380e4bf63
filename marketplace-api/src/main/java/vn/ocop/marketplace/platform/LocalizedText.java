package vn.ocop.marketplace.platform;

import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/** The same words in both languages of the marketplace; Vietnamese stands in where nobody has translated. */
@NullMarked
public record LocalizedText(String vi, String en) {

    public String in(Locale reader) {
        return "en".equals(reader.getLanguage()) && !en.isEmpty() ? en : vi;
    }
}
