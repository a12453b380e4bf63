package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** A word of a query, as typed and folded. */
record Word(String exact, String plain) {

    /** Whether the writer typed marks, so that other marks are a worse match. */
    boolean marked() {
        return !VietnameseText.isUnmarked(exact);
    }

    static List<Word> of(String text) {
        String[] exact = VietnameseText.exact(text).split(" ");
        String[] plain = VietnameseText.fold(text).split(" ");
        var words = new ArrayList<Word>();
        for (int i = 0; i < plain.length; i++) {
            if (!plain[i].isEmpty()) {
                // Stray marks can make the two differ in number; then only the folded words are of use.
                words.add(new Word(exact.length == plain.length ? exact[i] : plain[i], plain[i]));
            }
        }
        return List.copyOf(words);
    }
}
