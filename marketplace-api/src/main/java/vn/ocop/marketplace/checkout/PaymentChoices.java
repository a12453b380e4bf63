package vn.ocop.marketplace.checkout;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.Payments;

/** Which ways to pay fit a purchase; the quote shows them and the order is held to them. */
@Component
public class PaymentChoices {

    private final Payments payments;

    PaymentChoices(Payments payments) {
        this.payments = payments;
    }

    public List<PaymentChoice> of(Quote quote) {
        return List.of(
                new PaymentChoice(
                        PaymentMethod.CASH_ON_DELIVERY, quote.cashOnDelivery() ? null : "checkout.no-cash-for-alcohol"),
                new PaymentChoice(PaymentMethod.CARD, payments.cardsAvailable() ? null : "checkout.no-card-provider"),
                new PaymentChoice(
                        PaymentMethod.BANK_TRANSFER,
                        payments.transfersAvailable() ? null : "checkout.no-bank-account"));
    }

    public boolean allowed(Quote quote, PaymentMethod method) {
        return of(quote).stream().anyMatch(choice -> choice.method() == method && choice.reason() == null);
    }
}
