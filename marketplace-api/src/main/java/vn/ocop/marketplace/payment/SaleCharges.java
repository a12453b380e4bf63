package vn.ocop.marketplace.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.payment.payout.Charging;
import vn.ocop.marketplace.payment.payout.LineCharges;
import vn.ocop.marketplace.payment.payout.SoldLine;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shop.Shop;

/** What a sale of this moment is charged, for the order to freeze. */
@Component
public class SaleCharges {

    private final Charging charging;

    SaleCharges(Charging charging) {
        this.charging = charging;
    }

    /** What is sold of one kind, for how much in all. */
    public record Line(String category, Vnd amount) {}

    /** In the order of the lines; tax is withheld only of what the platform collects. */
    public List<Charges> of(Shop shop, List<Line> lines, boolean collected) {
        var sold = lines.stream()
                .map(line -> new SoldLine(line.category(), line.amount()))
                .toList();
        return charging.of(shop.id(), shop.legalKind(), sold).stream()
                .map(charges -> collected ? charges : charges.withoutTax())
                .map(SaleCharges::charges)
                .toList();
    }

    private static Charges charges(LineCharges charges) {
        return new Charges(
                charges.commission(),
                charges.commissionVat(),
                charges.taxVat(),
                charges.taxPit(),
                charges.rule(),
                charges.rate());
    }
}
