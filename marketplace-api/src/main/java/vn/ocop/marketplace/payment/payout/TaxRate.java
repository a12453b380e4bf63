package vn.ocop.marketplace.payment.payout;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.shop.Shop;

/**
 * How much of a sale is withheld, in hundredths of a percent of the goods' price.
 *
 * @param legalRef where the law says so
 * @param certainty how sure we are of it
 */
public record TaxRate(
        UUID id,
        Seller seller,
        Activity activity,
        int vatBp,
        int pitBp,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String legalRef,
        Certainty certainty) {

    /** Who sells, as far as withholding makes a difference. */
    public enum Seller {
        RESIDENT,
        NON_RESIDENT,
        ORGANISATION;

        /** Cooperatives and companies declare their taxes themselves. */
        static Seller of(Shop.LegalKind kind) {
            return switch (kind) {
                case HOUSEHOLD, INDIVIDUAL -> RESIDENT;
                case COOPERATIVE, COMPANY -> ORGANISATION;
            };
        }
    }

    /** What selling is before the tax law. */
    public enum Activity {
        GOODS,
        SERVICES,
        PRODUCTION_OR_TRANSPORT,
        UNKNOWN,
        ANY
    }

    /** What a rate rests on. */
    public enum Certainty {
        FULL_TEXT_READ,
        SECONDARY_SOURCE,
        ASSUMED
    }

    boolean fits(Seller who, Activity what, LocalDate day) {
        return seller == who
                && (activity == Activity.ANY || activity == what)
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }
}
