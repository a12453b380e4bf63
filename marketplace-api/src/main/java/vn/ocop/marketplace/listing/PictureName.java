package vn.ocop.marketplace.listing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the name of a picture's file says: {@code TC-200.jpg} is the first picture of what has the code TC-200, or the
 * 200th of TC; {@code TC-200 (2).jpg} and {@code TC-200_2.jpg} are the second.
 *
 * @param meanings from the whole name to the shorter one
 */
record PictureName(List<Meaning> meanings) {

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{2,5}$");
    private static final Pattern COUNTED = Pattern.compile("^(.+?)[\\s_.-]*\\(?([0-9]{1,3})\\)?$");

    /** A code in lower case, and which of its pictures this is. */
    record Meaning(String code, int order) {}

    static PictureName of(String file) {
        var slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        var stem = ENDING.matcher(file.substring(slash + 1))
                .replaceFirst("")
                .strip()
                .toLowerCase(Locale.ROOT);
        var counted = COUNTED.matcher(stem);
        return new PictureName(
                counted.matches()
                        ? List.of(
                                new Meaning(stem, 0), new Meaning(counted.group(1), Integer.parseInt(counted.group(2))))
                        : List.of(new Meaning(stem, 0)));
    }
}
