package vn.ocop.marketplace.web.text;

/** A language of the site; English pages live under {@code /en}, Vietnamese ones at the root. */
public enum Language {
    VI("vi", ""),
    EN("en", "/en");

    private final String tag;
    private final String prefix;

    Language(String tag, String prefix) {
        this.tag = tag;
        this.prefix = prefix;
    }

    public String tag() {
        return tag;
    }

    /** What stands before every path of this language. */
    public String prefix() {
        return prefix;
    }

    public Language other() {
        return this == VI ? EN : VI;
    }

    /** The path of a page in this language, from its Vietnamese path. */
    public String link(String path) {
        return path.startsWith("/") ? prefix + path : path;
    }

    public static Language ofContextPath(String contextPath) {
        return contextPath.equals(EN.prefix) ? EN : VI;
    }
}
