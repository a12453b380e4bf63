package vn.ocop.marketplace.searchcontract;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows which letters make a Vietnamese syllable, tones aside. */
final class VietnameseSyllable {

    /** Longest first: the onset of "nghe" is "ngh". */
    private static final String[] ONSETS = {
        "ngh", "ng", "nh", "gh", "gi", "ph", "tr", "ch", "kh", "th", "qu", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
        "n", "p", "r", "s", "t", "v", "x", ""
    };

    private static final Set<String> RIMES =
            Set.of(("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân"
                            + " âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt"
                            + " iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc"
                            + " oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât"
                            + " uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu ư"
                            + " ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêt yêu")
                    .split(" "));

    private static final Set<String> UNMARKED_RIMES =
            RIMES.stream().map(VietnameseText::unmarked).collect(Collectors.toUnmodifiableSet());

    private VietnameseSyllable() {}

    /** A syllable with its hats, horns and breves but without its tone. */
    static boolean isLegal(String syllable) {
        return splits(syllable, RIMES);
    }

    /** A syllable written without any mark. */
    static boolean isLegalUnmarked(String syllable) {
        return splits(syllable, UNMARKED_RIMES);
    }

    /** How many letters the consonants before the first vowel take; the u of qu and the i of gia belong to them. */
    static int onsetLength(String syllable) {
        return Arrays.stream(ONSETS)
                .filter(onset -> syllable.startsWith(onset) && RIMES.contains(syllable.substring(onset.length())))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    private static boolean splits(String syllable, Set<String> rimes) {
        return Arrays.stream(ONSETS)
                .anyMatch(onset -> syllable.startsWith(onset) && rimes.contains(syllable.substring(onset.length())));
    }
}
