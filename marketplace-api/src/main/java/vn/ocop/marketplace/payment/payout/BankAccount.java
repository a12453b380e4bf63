package vn.ocop.marketplace.payment.payout;

import java.text.Normalizer;
import java.util.Locale;
import vn.ocop.marketplace.platform.ProblemException;

/** A seller's bank account. Never printed: of a household it is personal. */
public record BankAccount(String bin, String number, String holder) {

    private static final int LONGEST_HOLDER = 70;
    private static final int HINT = 4;

    public BankAccount {
        number = number.replaceAll("[\\s.-]", "");
        holder = Normalizer.normalize(holder.strip(), Normalizer.Form.NFC);
        if (!bin.matches("\\d{6}")
                || !number.matches("[0-9A-Za-z]{4,19}")
                || holder.isEmpty()
                || holder.length() > LONGEST_HOLDER) {
            throw new ProblemException(PayoutProblem.BAD_ACCOUNT);
        }
    }

    String hint() {
        return "…" + number.substring(number.length() - HINT);
    }

    /** As banks write names: capitals without marks. */
    public String plainHolder() {
        return Normalizer.normalize(holder, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "BankAccount[" + bin + "]";
    }
}
