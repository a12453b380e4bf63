package vn.ocop.marketplace.search;

import java.util.ArrayList;
import java.util.List;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** A stretch of a suggestion, and whether it is what the shopper has typed already. */
public record Highlight(String text, boolean match) {

    /** Cuts a text into stretches: words that begin with a word of the query match as far as they agree. */
    static List<Highlight> of(String text, List<Word> words) {
        var stretches = new ArrayList<Highlight>();
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            int matched = matched(text.substring(at, end), words);
            append(stretches, text.substring(at, at + matched), true);
            append(stretches, text.substring(at + matched, end), false);
            int next = nextWord(text, end);
            append(stretches, text.substring(end, next), false);
            at = next;
        }
        return List.copyOf(stretches);
    }

    private static int matched(String shown, List<Word> words) {
        String plain = VietnameseText.fold(shown);
        return words.stream()
                .filter(word -> plain.startsWith(word.plain()))
                // Folding keeps the number of letters of composed words, so that the beginning is as long.
                .mapToInt(
                        word -> plain.length() == shown.length() ? word.plain().length() : shown.length())
                .max()
                .orElse(0);
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int nextWord(String text, int from) {
        int next = from;
        while (next < text.length() && !Character.isLetterOrDigit(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static void append(List<Highlight> stretches, String text, boolean match) {
        if (text.isEmpty()) {
            return;
        }
        if (!stretches.isEmpty() && stretches.getLast().match() == match) {
            var last = stretches.removeLast();
            stretches.add(new Highlight(last.text() + text, match));
        } else {
            stretches.add(new Highlight(text, match));
        }
    }
}
