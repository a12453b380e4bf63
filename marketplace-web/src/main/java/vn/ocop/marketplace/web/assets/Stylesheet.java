package vn.ocop.marketplace.web.assets;

import java.util.regex.Pattern;

/** Takes comments and needless white space out of a style sheet. */
final class Stylesheet {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern AROUND = Pattern.compile(" ?([{};,]) ?");

    private Stylesheet() {}

    static String compact(String css) {
        var withoutComments = COMMENT.matcher(css).replaceAll("");
        var singleSpaced = SPACE.matcher(withoutComments).replaceAll(" ");
        return AROUND.matcher(singleSpaced).replaceAll("$1").replace(";}", "}").strip();
    }
}
