package vn.ocop.marketplace.checkout;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.payment.EligibleMethods;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.Payments;
import vn.ocop.marketplace.payment.Settlements;
import vn.ocop.marketplace.territory.Territory;

/** Which ways to pay fit a purchase; the quote shows them and the order is held to them. */
@Component
public class PaymentChoices {

    private final Payments payments;
    private final EligibleMethods methods;
    private final Settlements settlements;
    private final Territory territory;

    PaymentChoices(Payments payments, EligibleMethods methods, Settlements settlements, Territory territory) {
        this.payments = payments;
        this.methods = methods;
        this.settlements = settlements;
        this.territory = territory;
    }

    public Mono<List<PaymentChoice>> of(Quote quote) {
        return Mono.zip(methods.refused(purchase(quote)), transferRefused(quote), PaymentChoices::together)
                .map(refused -> Arrays.stream(PaymentMethod.values())
                        .map(method -> new PaymentChoice(method, reason(quote, method, refused)))
                        .toList());
    }

    private EligibleMethods.Purchase purchase(Quote quote) {
        var province = territory
                .commune(quote.communeCode())
                .map(commune -> commune.province().code())
                .orElse("");
        return new EligibleMethods.Purchase(quote.buyerId(), quote.total(), province, shops(quote));
    }

    private static Set<UUID> shops(Quote quote) {
        return quote.terms().shops().stream().map(Quote.ShopTerms::shopId).collect(Collectors.toSet());
    }

    private Mono<Map<PaymentMethod, String>> transferRefused(Quote quote) {
        return settlements
                .transferRefused(shops(quote))
                .map(reason -> Map.of(PaymentMethod.BANK_TRANSFER, reason))
                .defaultIfEmpty(Map.of());
    }

    private static Map<PaymentMethod, String> together(
            Map<PaymentMethod, String> byRules, Map<PaymentMethod, String> bySettling) {
        var all = new EnumMap<PaymentMethod, String>(PaymentMethod.class);
        all.putAll(byRules);
        all.putAll(bySettling);
        return all;
    }

    /** What the law and the platform's own contracts say comes before the rules. */
    private @Nullable String reason(Quote quote, PaymentMethod method, Map<PaymentMethod, String> refused) {
        if (method.cash() && !quote.cashOnDelivery()) {
            return "checkout.no-cash-for-alcohol";
        }
        if (method == PaymentMethod.CARD && !payments.cardsAvailable()) {
            return "checkout.no-card-provider";
        }
        if (method == PaymentMethod.BANK_TRANSFER
                && !payments.transfersAvailable()
                && !settlements.anyDirect(shops(quote), method)) {
            return "checkout.no-bank-account";
        }
        return refused.get(method);
    }

    public Mono<Boolean> allowed(Quote quote, PaymentMethod method) {
        return of(quote)
                .map(choices ->
                        choices.stream().anyMatch(choice -> choice.method() == method && choice.reason() == null));
    }
}
