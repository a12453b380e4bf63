package vn.ocop.marketplace.payment.payout;

import java.text.Normalizer;
import vn.ocop.marketplace.platform.ProblemException;

/** Who is handed a seller's money at a counter. Never printed: it is personal. */
public record CashRecipient(String name, String identity) {

    private static final int LONGEST_NAME = 70;
    private static final int HINT = 3;

    public CashRecipient {
        name = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        identity = identity.replaceAll("[\\s.-]", "");
        if (name.isEmpty() || name.length() > LONGEST_NAME || !identity.matches("\\d{12}")) {
            throw new ProblemException(PayoutProblem.BAD_RECIPIENT);
        }
    }

    String hint() {
        return "…" + identity.substring(identity.length() - HINT);
    }

    @Override
    public String toString() {
        return "CashRecipient[]";
    }
}
