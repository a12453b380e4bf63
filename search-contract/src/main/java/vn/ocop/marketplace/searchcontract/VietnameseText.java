package vn.ocop.marketplace.searchcontract;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The forms of Vietnamese text that search compares: {@link #exact} keeps the marks, {@link #fold} drops them.
 *
 * <p>Index and query use the same code, so the search engine needs no analysis plugin. Both forms are lower-case words
 * separated by single spaces; hyphens, apostrophes and every other sign separate words, and so does the step from a
 * letter to a digit (ST25 and ST 25 are the same rice).
 */
public final class VietnameseText {

    /**
     * A tone written the new way at the end of a syllable (hoà, khoẻ, thuý), to the same the old way (hòa, khỏe, thúy).
     */
    private static final Map<String, String> OLD_TONE_PLACEMENT = oldTonePlacement();

    private VietnameseText() {}

    /**
     * As typed, but lower case, composed (NFC) and with the tone placed the old way: what ranks first when it matches.
     */
    public static String exact(String text) {
        return words(oldTones(nfc(text).toLowerCase(Locale.ROOT)));
    }

    /**
     * The search key: no marks, đ as d, y as i where it is a syllable's only vowel. {@code "Mỳ Đồng"} is {@code "mi
     * dong"}.
     */
    public static String fold(String text) {
        return sameIAndY(unmarked(text));
    }

    /** No marks, đ as d, lower case, but y stays y: for what people read, such as addresses. */
    public static String unmarked(String text) {
        return words(bare(text));
    }

    private static String bare(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                bare.append(c == 'đ' || c == 'Đ' ? 'd' : c);
            }
        }
        return nfc(bare.toString()).toLowerCase(Locale.ROOT);
    }

    /** A readable address part: {@code "Cà phê Khe Sanh"} is {@code "ca-phe-khe-sanh"}. */
    public static String slug(String text) {
        return bare(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Whether every letter is plain ASCII, so that the text says nothing about the marks the writer had in mind. */
    public static boolean isUnmarked(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** Whether a folded word can be a Vietnamese syllable; foreign words and brands mostly cannot. */
    public static boolean isSyllable(String folded) {
        return VietnameseSyllable.isLegalUnmarked(folded);
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPartOfWord(c)) {
                boolean newWord = !isPartOfWord(previous) || isDigit(previous) != isDigit(c);
                if (newWord && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(c);
            }
            previous = c;
        }
        return words.toString();
    }

    /** Marks that NFC could not compose stay with their letter; surrogates are kept, whole characters or not. */
    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Only where the pair ends the syllable (hoàn stays) and not after q, whose u is no vowel (quý stays). */
    private static String oldTones(String lower) {
        StringBuilder text = new StringBuilder(lower);
        for (int i = 1; i < lower.length(); i++) {
            boolean endsSyllable = i + 1 == lower.length() || !isLetterOrMark(lower.charAt(i + 1));
            String old = endsSyllable ? OLD_TONE_PLACEMENT.get(lower.substring(i - 1, i + 1)) : null;
            if (old != null && !(lower.charAt(i - 1) == 'u' && i > 1 && lower.charAt(i - 2) == 'q')) {
                text.replace(i - 1, i + 1, old);
            }
        }
        return text.toString();
    }

    private static boolean isLetterOrMark(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Mỳ and mì, kỹ and kĩ are one word; thuy, may, yen are not thui, mai, ien. */
    private static String sameIAndY(String folded) {
        if (folded.indexOf('y') < 0) {
            return folded;
        }
        String[] words = folded.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (vowels(words[i]) == 1) {
                words[i] = words[i].replace('y', 'i');
            }
        }
        return String.join(" ", words);
    }

    private static long vowels(String word) {
        return word.chars().filter(c -> "aeiouy".indexOf(c) >= 0).count();
    }

    private static Map<String, String> oldTonePlacement() {
        Map<String, String> tones = new HashMap<>();
        Map<Character, String> vowels = Map.of('o', "òóỏõọ", 'u', "ùúủũụ", 'a', "àáảãạ", 'e', "èéẻẽẹ", 'y', "ỳýỷỹỵ");
        for (String pair : new String[] {"oa", "oe", "uy"}) {
            char first = pair.charAt(0);
            char second = pair.charAt(1);
            for (int tone = 0; tone < 5; tone++) {
                tones.put(
                        "" + first + vowels.getOrDefault(second, "").charAt(tone),
                        "" + vowels.getOrDefault(first, "").charAt(tone) + second);
            }
        }
        return Map.copyOf(tones);
    }
}
