package vn.ocop.marketplace.searchcontract;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a Vietnamese keyboard would have made of the keys, when it was switched off: {@code "nuwowcs mawms"}
 * (telex) and {@code "nu7o7c1 ma8m1"} (VNI) are {@code "nước mắm"}.
 */
public final class TypingLeftovers {

    private static final String TELEX_TONES = "sfrxj";
    private static final String[] MARKED_VOWELS = {"ươ", "ơ", "ê", "ô", "â", "ă", "ư"};
    private static final Pattern KEYS = Pattern.compile("[a-z]+[a-z1-9]*");

    /** Combining marks of the tones in the order of {@link #TELEX_TONES}: sắc, huyền, hỏi, ngã, nặng. */
    private static final char[] TONE_MARKS = {'\u0301', '\u0300', '\u0309', '\u0303', '\u0323'};

    private TypingLeftovers() {}

    /** The text that was meant; empty unless every word is Vietnamese and at least one had keys left over. */
    public static Optional<String> decode(String text) {
        var words = new ArrayList<String>();
        boolean changed = false;
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (VietnameseSyllable.isLegalUnmarked(word)) {
                words.add(word);
                continue;
            }
            Optional<String> decoded = KEYS.matcher(word).matches() ? syllable(telexOf(word)) : Optional.empty();
            if (decoded.isEmpty()) {
                return Optional.empty();
            }
            words.add(decoded.get());
            changed = true;
        }
        return changed ? Optional.of(String.join(" ", words)) : Optional.empty();
    }

    /** VNI's digits as the telex keys of the same meaning. */
    private static String telexOf(String keys) {
        StringBuilder telex = new StringBuilder();
        for (char key : keys.toCharArray()) {
            switch (key) {
                case '1', '2', '3', '4', '5' -> telex.append(TELEX_TONES.charAt(key - '1'));
                case '6' -> telex.append(telex.isEmpty() ? ' ' : telex.charAt(telex.length() - 1));
                case '7', '8' -> telex.append('w');
                case '9' -> telex.append('d');
                default -> telex.append(key);
            }
        }
        return telex.toString();
    }

    private static Optional<String> syllable(String keys) {
        int tone = -1;
        boolean vowelSeen = false;
        StringBuilder letters = new StringBuilder();
        for (char key : keys.toCharArray()) {
            int asTone = TELEX_TONES.indexOf(key);
            if (vowelSeen && asTone >= 0) {
                tone = asTone;
            } else {
                letters.append(key);
            }
            vowelSeen |= "aeiouyw".indexOf(key) >= 0;
        }
        String syllable = withHats(letters.toString());
        boolean legal = VietnameseSyllable.isLegal(syllable) && canBear(syllable, tone);
        return legal ? Optional.of(withTone(syllable, tone)) : Optional.empty();
    }

    /** Syllables cut short by c, ch, p or t know only sắc and nặng: "gift" is not Vietnamese. */
    private static boolean canBear(String syllable, int tone) {
        boolean cutShort = syllable.matches(".*(c|ch|p|t)");
        return !cutShort || tone < 0 || TELEX_TONES.charAt(tone) == 's' || TELEX_TONES.charAt(tone) == 'j';
    }

    private static String withHats(String keys) {
        String hats = keys.replaceFirst("^dd", "đ")
                .replaceFirst("aa", "â")
                .replaceFirst("ee", "ê")
                .replaceFirst("oo", "ô")
                .replaceFirst("u(w?)o([a-z]*)w", "ươ$2")
                .replaceFirst("aw", "ă")
                .replaceFirst("ow", "ơ")
                .replaceFirst("uw", "ư");
        // One w after the final consonants ("nuocw") means the vowels before them.
        return hats.endsWith("w") ? hats.substring(0, hats.length() - 1).replace("u", "ư") : hats;
    }

    private static String withTone(String syllable, int tone) {
        if (tone < 0) {
            return syllable;
        }
        int at = toneAt(syllable) + 1;
        return VietnameseText.nfc(syllable.substring(0, at) + TONE_MARKS[tone] + syllable.substring(at));
    }

    /** On the marked vowel; else before a final consonant; else on the first of two vowels and the middle of three. */
    private static int toneAt(String syllable) {
        for (String marked : MARKED_VOWELS) {
            int found = syllable.indexOf(marked);
            if (found >= 0) {
                return found + marked.length() - 1;
            }
        }
        int first = VietnameseSyllable.onsetLength(syllable);
        int last = first;
        while (last + 1 < syllable.length() && "aeiouy".indexOf(syllable.charAt(last + 1)) >= 0) {
            last++;
        }
        boolean closed = last + 1 < syllable.length();
        if (closed) {
            return last;
        }
        return last - first == 2 ? first + 1 : first;
    }
}
