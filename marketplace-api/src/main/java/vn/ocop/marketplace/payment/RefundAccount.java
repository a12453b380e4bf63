package vn.ocop.marketplace.payment;

import java.text.Normalizer;
import vn.ocop.marketplace.platform.ProblemException;

/** The bank account a buyer wants money transferred back to. Never printed: it is personal. */
public record RefundAccount(String bin, String account, String holder) {

    private static final int LONGEST_HOLDER = 70;

    public RefundAccount {
        account = account.replaceAll("[\\s.-]", "");
        holder = Normalizer.normalize(holder.strip(), Normalizer.Form.NFC);
        if (!bin.matches("\\d{6}")
                || !account.matches("[0-9A-Za-z]{4,19}")
                || holder.isEmpty()
                || holder.length() > LONGEST_HOLDER) {
            throw new ProblemException(PaymentProblem.BAD_ACCOUNT);
        }
    }

    /** Its last digits, enough for its owner to know it. */
    public String hint() {
        return "…" + account.substring(account.length() - 4);
    }

    @Override
    public String toString() {
        return "RefundAccount[" + bin + "]";
    }
}
