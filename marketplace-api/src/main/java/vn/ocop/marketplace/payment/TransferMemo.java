package vn.ocop.marketplace.payment;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the purchase's code in what a bank hands on as the memo. Banks drop hyphens, change case, put words of their
 * own before and after without a space, and cut at the end.
 */
final class TransferMemo {

    /** The day and the six characters; the initials before them are of two to five letters. */
    private static final Pattern DAY_AND_SERIAL = Pattern.compile("(?=(\\d{6}[2-9A-HJKMNP-TV-Z]{6}))");

    private static final int MIN_INITIALS = 2;
    private static final int MAX_INITIALS = 5;

    private TransferMemo() {}

    /** What the buyer is asked to write. */
    static String reference(String payableCode) {
        return payableCode.replace("-", "");
    }

    /** Every reference the memo may contain. */
    static Set<String> candidates(String memo) {
        var letters = memo.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        var found = new LinkedHashSet<String>();
        var tails = DAY_AND_SERIAL.matcher(letters);
        while (tails.find()) {
            int start = tails.start();
            for (int length = MIN_INITIALS; length <= MAX_INITIALS && start - length >= 0; length++) {
                var initials = letters.substring(start - length, start);
                if (initials.chars().allMatch(Character::isLetter)) {
                    found.add(initials + tails.group(1));
                }
            }
        }
        return found;
    }
}
