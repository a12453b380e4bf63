package vn.ocop.marketplace.searchcontract;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A key shared by syllables that are often written for each other because they are spoken alike somewhere in the
 * country: s and x, ch and tr, d and gi, l and n, final n, nh and ng.
 */
public final class VietnameseSound {

    /** Longest first, so that "ngh" is not taken for "n". */
    private static final String[] ONSETS = {
        "ngh", "ng", "nh", "gh", "gi", "ph", "tr", "ch", "kh", "th", "qu", "x", "f", "l", "k", "z", "j", "w"
    };

    private static final Map<String, String> SOUND_OF_ONSET = Map.ofEntries(
            Map.entry("ngh", "ng"),
            Map.entry("gh", "g"),
            Map.entry("gi", "d"),
            Map.entry("z", "d"),
            Map.entry("j", "d"),
            Map.entry("f", "ph"),
            Map.entry("tr", "ch"),
            Map.entry("x", "s"),
            Map.entry("l", "n"),
            Map.entry("k", "c"),
            Map.entry("w", "v"));

    private VietnameseSound() {}

    /** The keys of folded words, separated by spaces. */
    public static String of(String folded) {
        return Arrays.stream(folded.split(" ")).map(VietnameseSound::ofSyllable).collect(Collectors.joining(" "));
    }

    private static String ofSyllable(String syllable) {
        for (String onset : ONSETS) {
            if (syllable.startsWith(onset)) {
                String rest = syllable.substring(onset.length());
                // "gi" is a whole syllable in "gì": its i is the vowel.
                return SOUND_OF_ONSET.getOrDefault(onset, onset) + ending(rest.isEmpty() ? "i" : rest);
            }
        }
        return ending(syllable);
    }

    private static String ending(String rest) {
        String plain = rest.replace('y', 'i');
        boolean nasal = plain.length() > 2 && (plain.endsWith("nh") || plain.endsWith("ng"));
        return nasal ? plain.substring(0, plain.length() - 1) : plain;
    }
}
