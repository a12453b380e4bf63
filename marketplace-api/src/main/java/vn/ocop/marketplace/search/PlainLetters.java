package vn.ocop.marketplace.search;

import java.text.Normalizer;

/** A text without its marks, letter by letter, so that a place in one is the same place in the other. */
final class PlainLetters {

    private PlainLetters() {}

    /** For composed lower-case text. */
    static String of(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(plain(text.charAt(i)));
        }
        return plain.toString();
    }

    private static char plain(char letter) {
        if (letter < 128) {
            return letter;
        }
        if (letter == 'đ') {
            return 'd';
        }
        return Character.isSurrogate(letter)
                ? letter
                : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                        .charAt(0);
    }
}
