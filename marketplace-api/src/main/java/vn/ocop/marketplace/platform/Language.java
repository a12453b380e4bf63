package vn.ocop.marketplace.platform;

import java.util.Locale;

/** The two languages people are addressed in. */
public enum Language {
    VI("vi"),
    EN("en");

    private final String tag;
    private final Locale locale;

    Language(String tag) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** English for readers who ask for it, Vietnamese for everyone else. */
    public static Language of(Locale locale) {
        return "en".equals(locale.getLanguage()) ? EN : VI;
    }

    public static Language ofTag(String tag) {
        return "en".equals(tag) ? EN : VI;
    }

    /** The text in this language, falling back to Vietnamese where no translation was written. */
    public String choose(String vi, String en) {
        return this == EN && !en.isBlank() ? en : vi;
    }
}
