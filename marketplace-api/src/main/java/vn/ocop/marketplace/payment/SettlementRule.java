package vn.ocop.marketplace.payment;

import java.time.LocalDate;
import java.util.UUID;

/** Which way a shop's money of a method goes from a day on. */
public record SettlementRule(UUID id, UUID shop, PaymentMethod method, Way way, LocalDate validFrom, String note) {

    /** To whom the buyer pays. */
    public enum Way {
        /** To the platform, which owes the shop what is left after its fee and the tax it withholds. */
        COLLECTED,
        /** To the shop, which owes the platform its fee and sees to its tax itself. */
        DIRECT
    }
}
