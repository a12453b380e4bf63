package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.payment.ledger.Account;
import vn.ocop.marketplace.payment.ledger.Posting;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.Vnd;

class BookingsTest {

    private static final UUID PAYMENT = UUID.randomUUID();
    private static final UUID SHOP = UUID.randomUUID();

    @Provide
    Arbitrary<List<PaymentPart>> parts() {
        var amounts = Arbitraries.longs().between(0, 5_000_000_000L);
        return Combinators.combine(amounts, amounts, Arbitraries.longs().between(0, 4))
                .as((goods, delivery, share) -> new PaymentPart(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Vnd.of(goods),
                        Vnd.of(delivery),
                        charges(goods, share),
                        relief(goods, delivery)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static Charges charges(long goods, long share) {
        var part = Vnd.of(goods * share / 16);
        return new Charges(part, part, part, part, null, null);
    }

    private static Relief relief(long goods, long delivery) {
        return Relief.of(
                Vnd.of(goods / 7),
                Vnd.of(delivery / 5),
                Map.of("PLATFORM", Vnd.of(goods / 3), "CARRIER:vnpost", Vnd.of(goods / 9)),
                Map.of("CARRIER:vnpost", Vnd.of(delivery / 4)));
    }

    /** Balances after some postings; debits count up, credits down. */
    private static Map<Balance, Vnd> balances(List<Posting> postings) {
        var balances = new HashMap<Balance, Vnd>();
        for (var posting : postings) {
            balances.merge(posting.debit(), posting.amount(), Vnd::plus);
            balances.merge(posting.credit(), Vnd.ZERO.minus(posting.amount()), Vnd::plus);
        }
        balances.values().removeIf(Vnd.ZERO::equals);
        return balances;
    }

    private static Vnd total(List<PaymentPart> parts) {
        return Vnd.sum(parts.stream().map(PaymentPart::total).toList());
    }

    @Property
    void whatCameInIsOwedToTheDong(
            @ForAll("parts") List<PaymentPart> parts, @ForAll @LongRange(min = -1000, max = 1000) long off) {
        var amount = total(parts).plus(Vnd.of(off));

        var balances = balances(Bookings.sale(PaymentMethod.CARD, amount, parts));

        assertThat(balances.getOrDefault(Balance.of(Account.CARD_CLEARING), Vnd.ZERO))
                .isEqualTo(amount);
        assertThat(Vnd.sum(balances.values())).isEqualTo(Vnd.ZERO);
        parts.forEach(part -> assertThat(
                        balances.getOrDefault(Balance.of(Account.SHOP_PAYABLE, part.shopId()), Vnd.ZERO))
                .isEqualTo(part.charges()
                        .total()
                        .plus(part.relief().shopDelivery())
                        .minus(part.revenue())));
    }

    @Property
    void soldReversedAndSentBackLeavesNothingBehind(@ForAll("parts") List<PaymentPart> parts) {
        var postings = new ArrayList<>(Bookings.sale(PaymentMethod.CARD, total(parts), parts));
        for (var part : parts) {
            postings.addAll(Bookings.reversal(PAYMENT, part));
            postings.addAll(Bookings.refunded(PaymentAttempt.Channel.CARD, PAYMENT, part.total()));
        }

        assertThat(balances(postings)).isEmpty();
    }

    @Property
    void ofWhatTheShopWasPaidItselfOnlyWhatItOwesIsBooked(@ForAll("parts") List<PaymentPart> parts) {
        var sold = Bookings.directSale(parts);

        var balances = balances(sold);
        assertThat(Vnd.sum(balances.values())).isEqualTo(Vnd.ZERO);
        parts.forEach(part -> assertThat(
                        balances.getOrDefault(Balance.of(Account.SHOP_PAYABLE, part.shopId()), Vnd.ZERO))
                .isEqualTo(part.charges()
                        .total()
                        .plus(part.relief().shopDelivery())
                        .plus(part.delivery())
                        .minus(part.relief().subsidy())));
        assertThat(balances.keySet())
                .noneMatch(balance -> balance.account() == Account.REFUNDS
                        || balance.account() == Account.BANK_CLEARING
                        || balance.account() == Account.UNMATCHED_TRANSFERS);
        var undone = new ArrayList<>(sold);
        parts.forEach(part -> undone.addAll(Bookings.reversalOfDirect(part)));
        assertThat(balances(undone)).isEmpty();
    }

    @Test
    void lateMoneyIsTheBuyersUntilItIsSentBack() {
        var late = Bookings.late(PaymentMethod.CARD, PAYMENT, Vnd.of(95_000));

        assertThat(balances(late))
                .containsEntry(Balance.of(Account.REFUNDS, PAYMENT), Vnd.of(-95_000))
                .containsEntry(Balance.of(Account.CARD_CLEARING), Vnd.of(95_000));
    }

    @Test
    void cashOfThePostIsOwedByThePost() {
        var part = new PaymentPart(UUID.randomUUID(), SHOP, Vnd.of(95_000), Vnd.of(16_500), Charges.NONE, Relief.NONE);

        var balances = balances(Bookings.sale(PaymentMethod.CASH_ON_DELIVERY, Vnd.of(111_500), List.of(part)));

        assertThat(balances)
                .containsOnly(
                        Map.entry(Balance.of(Account.CARRIER_RECEIVABLE), Vnd.of(111_500)),
                        Map.entry(Balance.of(Account.SHOP_PAYABLE, SHOP), Vnd.of(-95_000)),
                        Map.entry(Balance.of(Account.SHIPPING_PAYABLE), Vnd.of(-16_500)));
    }

    @Test
    void cashThatIsShortIsALoss() {
        var part = new PaymentPart(UUID.randomUUID(), SHOP, Vnd.of(95_000), Vnd.of(16_500), Charges.NONE, Relief.NONE);

        var balances = balances(Bookings.sale(PaymentMethod.CASH_ON_DELIVERY, Vnd.of(111_000), List.of(part)));

        assertThat(balances).containsEntry(Balance.of(Account.LOSSES), Vnd.of(500));
    }

    @Test
    void purchasesOlderThanTheLedgerStandAgainstTheOpeningBalance() {
        var postings = new ArrayList<>(Bookings.sale(PaymentMethod.CARD, Vnd.of(95_000), List.of()));
        postings.addAll(Bookings.reversalOfOpening(PAYMENT, Vnd.of(95_000)));
        postings.addAll(Bookings.refunded(PaymentAttempt.Channel.CARD, PAYMENT, Vnd.of(95_000)));

        assertThat(balances(postings)).isEmpty();
    }
}
