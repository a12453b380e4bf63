package vn.ocop.marketplace.sheet;

import java.text.Normalizer;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Single cells on their way in and out. */
public final class Cells {

    /** Longer than anything of ours may be, so that it is refused for its length and not cut in silence. */
    static final int LONGEST = 20_001;

    private Cells() {}

    /**
     * Composed, trimmed, without characters that no text needs, and without the mark that kept a formula from running.
     */
    static String in(String cell) {
        var cut = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
        var composed = Normalizer.normalize(cut, Normalizer.Form.NFC)
                .replaceAll("[\\x00-\\x08\\x0b-\\x1f\\x7f\\ufffe\\uffff]", "")
                .replace('\u00a0', ' ')
                .strip();
        return composed.length() > 1 && composed.charAt(0) == '\'' && startsFormula(composed.charAt(1))
                ? composed.substring(1)
                : composed;
    }

    /** Spreadsheet programs run what begins so, wherever the text came from. */
    static String harmless(String cell) {
        return !cell.isEmpty() && startsFormula(cell.charAt(0)) ? '\'' + cell : cell;
    }

    private static boolean startsFormula(char first) {
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
    }

    /** A heading without marks, stars and units' brackets, to be recognised by. */
    public static String plain(String heading) {
        return VietnameseText.fold(heading).replaceAll("[^a-z0-9]+", " ").strip();
    }
}
