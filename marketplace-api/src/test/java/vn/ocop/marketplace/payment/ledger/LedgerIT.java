package vn.ocop.marketplace.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.payment.ledger.Posting.Balance;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.Vnd;

/** The books of purchases that really happened, and the books' own locks. */
class LedgerIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    @Autowired
    Ledger ledger;

    @Autowired
    CheckRepository checks;

    @Autowired
    CloseLedgerDay closing;

    @Autowired
    List<LedgerEvidence> evidence;

    Shelf shelf;
    Staff staff;
    ApiClient bookkeeper;

    @BeforeEach
    void people() {
        shelf = new Shelf(database);
        staff = new Staff(database);
        bookkeeper = staff.worksFor("PLATFORM", "*");
    }

    @Test
    void aCardPaymentIsOwedToTheShopUntilItIsRefused() throws Exception {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        var code = buyer.buy(offer.variants().getFirst(), 2, "CARD").text("/code");
        SandboxPage.pay(buyer, code);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                                buyer.api().get("/api/v1/order-groups/" + code).text("/orders/0/status"))
                        .isEqualTo("TO_CONFIRM"));

        // 190,000 less 3 % commission and the tax on that; cooperatives are not withheld.
        assertThat(owedTo(offer.shop())).isEqualTo(190_000 - 5_700 - 570);

        staff.worksFor("SHOP", offer.shop().toString())
                .post("/api/v1/orders/" + code + "-1/refusal", Map.of("reason", "Hết mùa"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(
                                buyer.api().get("/api/v1/order-groups/" + code).text("/payment/status"))
                        .isEqualTo("REFUNDED"));

        assertThat(owedTo(offer.shop())).isZero();
        var entries = bookkeeper
                .get("/api/v1/ledger/accounts/SHOP_PAYABLE/entries?party=" + offer.shop())
                .body()
                .path("items");
        assertThat(entries.size()).isEqualTo(6);
        assertThat(entries.path(0).path("kind").asString()).isEqualTo("REVERSAL");
        assertAgreement();
    }

    @Test
    void theTrialBalanceIsZeroAndKeepsItsPast() {
        var before = Instant.parse("2019-12-31T00:00:00Z");
        var now = bookkeeper.get("/api/v1/ledger/trial-balance").body();
        var then = bookkeeper.get("/api/v1/ledger/trial-balance?at=" + before).body();

        assertThat(now.path("difference").asLong()).isZero();
        assertThat(now.path("accounts").size()).isEqualTo(Account.values().length);
        assertThat(then.path("debits").asLong()).isZero();
    }

    @Test
    void aCauseIsBookedOnceHoweverOftenItIsDelivered() {
        var shop = UUID.randomUUID();
        var transaction = new LedgerTransaction(
                "TEST",
                "test",
                "test:" + shop,
                Posting.of(Balance.of(Account.LOSSES), Balance.of(Account.COMMISSION, shop), Vnd.of(1_000)));

        Flux.range(0, 20).flatMap(i -> ledger.book(transaction)).then().block();

        assertThat(balance("COMMISSION", shop)).isEqualTo(1_000);
    }

    @Test
    void whatIsPostedStays() {
        for (var change : List.of(
                "update ledger.postings set amount = amount + 1",
                "delete from ledger.postings",
                "truncate ledger.postings",
                "update ledger.transactions set kind = 'X'")) {
            assertThatThrownBy(() -> database.sql(change).then().block())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void oneDongChangedBehindItsBackIsFound() {
        var day = LocalDate.parse("2020-01-01");
        post(day.atStartOfDay(), 50_000);
        var first = recompute(day);
        post(day.plusDays(1).atStartOfDay(), 70_000);
        var second = recompute(day.plusDays(1));

        tamper(1);
        var third = recompute(day.plusDays(2));
        tamper(-1);

        assertThat(first.found()).isEqualTo(Vnd.ZERO);
        assertThat(second.found()).isEqualTo(Vnd.ZERO);
        assertThat(third.found()).isEqualTo(Vnd.of(2));
    }

    @Test
    void aDayIsClosedOnce() {
        closing.run().block();
        closing.run().block();

        var found = bookkeeper.get("/api/v1/ledger/checks").body().path("items");
        assertThat(found.size()).isPositive();
        assertThat(staff.count(
                        "select count(*) from (select from ledger.checks group by name, at having count(*) > 1) t"))
                .isZero();
    }

    /** What the payments say and what the ledger says, in one snapshot each. */
    private void assertAgreement() {
        var findings = Flux.fromIterable(evidence)
                .concatMap(LedgerEvidence::compare)
                .collectList()
                .block();
        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.found()).as(finding.name()).isEqualTo(finding.expected()));
    }

    private long owedTo(UUID shop) {
        return balance("SHOP_PAYABLE", shop);
    }

    private long balance(String account, UUID party) {
        return staff.count("""
                select coalesce(sum(credits - debits), 0)::bigint
                  from ledger.published_balances
                 where account = '%s'
                   and party = '%s'
                """.formatted(account, party));
    }

    private LedgerEvidence.Finding recompute(LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
        return Objects.requireNonNull(checks.recompute(day, end).block());
    }

    private void post(LocalDateTime at, long amount) {
        database.sql("""
                with t as (
                    insert into ledger.transactions (kind, source, idempotency_key, at)
                    values ('TEST', 'old', gen_random_uuid()::text, :at)
                    returning id)
                insert into ledger.postings (transaction_id, position, debit_account, debit_party, credit_account,
                                             credit_party, amount, at)
                select id, 1, 'LOSSES', 'old', 'COMMISSION', 'old', :amount, :at from t
                """)
                .bind("at", at.atZone(BusinessTime.ZONE).toInstant())
                .bind("amount", amount)
                .then()
                .block();
    }

    /** As someone with the keys to the database could. */
    private void tamper(int by) {
        database.sql("""
                do $$ begin
                    alter table ledger.postings disable trigger postings_stay;
                    update ledger.postings set amount = amount + %d where debit_party = 'old' and amount in (50000, 50001);
                    alter table ledger.postings enable trigger postings_stay;
                end $$
                """.formatted(by)).then().block();
    }
}
