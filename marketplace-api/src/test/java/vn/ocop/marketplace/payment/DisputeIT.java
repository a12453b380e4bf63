package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.platform.Rows;

/** Holders of cards who ask their bank for the money, and banks that send refunds back; over HTTP. */
class DisputeIT extends Trading {

    @Autowired
    ReconcileDisputes reconciliation;

    ApiClient admin;

    @BeforeEach
    void people() {
        admin = staff.worksFor("PLATFORM", "*");
    }

    private record Sold(Buyer buyer, String code, long total, ApiClient seller, String shop, String intent) {

        /** The shop gives an amount back. */
        void refund(long amount) {
            assertThat(seller.post(
                                    "/api/v1/orders/" + code + "-1/refunds",
                                    Map.of("amount", amount, "reason", "Bớt tiền"))
                            .status())
                    .isEqualTo(201);
        }

        String paymentStatus() {
            return buyer.api().get("/api/v1/order-groups/" + code).text("/payment/status");
        }
    }

    /** Three bags of a household, paid by card and confirmed. */
    private Sold sold() throws Exception {
        var shop = shelf.shop();
        shelf.run("update shop.shops set legal_kind = 'HOUSEHOLD' where id = :id", shop);
        var buyer = Buyer.guest();
        var placed = buyer.buy(shelf.offer(shop, 5).variants().getFirst(), 3, "CARD");
        var code = placed.text("/code");
        SandboxPage.pay(buyer, code);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> buyer.api()
                        .get("/api/v1/order-groups/" + code)
                        .text("/status")
                        .equals("TO_CONFIRM"));
        var seller = staff.worksFor("SHOP", shop.toString());
        seller.post("/api/v1/orders/" + code + "-1/confirmation", Map.of());
        return new Sold(buyer, code, placed.body().path("total").asLong(), seller, shop.toString(), intent(code));
    }

    private String intent(String code) {
        return one("""
                select e.source_ref as found
                  from payment.payment_events e
                  join payment.payments p on p.id = e.payment_id
                 where p.payable_code = :code
                   and e.type = 'CAPTURED'
                """, code);
    }

    private String one(String sql, String code) {
        return Objects.requireNonNull(database.sql(sql)
                .bind("code", code)
                .map(row -> Rows.get(row, "found", String.class))
                .one()
                .block());
    }

    private static String disputed(Sold sold, String more) throws Exception {
        return SandboxPage.bankDoes("disputes", "payment_intent=" + sold.intent() + more)
                .path("id")
                .asString();
    }

    private static void decided(String dispute, String status) throws Exception {
        SandboxPage.bankDoes("dispute-decisions", "dispute=" + dispute + "&status=" + status);
    }

    private JsonNode awaitStatus(String dispute, String status, boolean settled) {
        return await(dispute)
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> find(dispute),
                        found -> found.path("status").asString("").equals(status)
                                && found.path("settledAt").isString() == settled);
    }

    private JsonNode find(String dispute) {
        for (var found : admin.get("/api/v1/disputes?limit=96").body().path("items")) {
            if (found.path("ref").asString().equals(dispute)) {
                return found;
            }
        }
        return admin.get("/api/v1/disputes?limit=1").body().path("none");
    }

    private long number(String column, Sold sold) {
        return staff.count("select " + column + " from payment.payments where payable_code = '" + sold.code() + "'");
    }

    private long balance(String account, String party) {
        return staff.count("select coalesce(sum(debits - credits), 0) from ledger.published_balances where account = '"
                + account + "' and party = '" + party + "'");
    }

    @Test
    void whatTheGoodsAreToBlameForIsTheShops() throws Exception {
        var sold = sold();
        var dispute = disputed(sold, "");
        var open = awaitStatus(dispute, "OPEN", false);
        assertThat(open.path("bearer").asString()).isEqualTo("SHOP");
        assertThat(open.path("purchase").asString()).isEqualTo(sold.code());
        assertThat(number("disputed", sold)).isEqualTo(sold.total());
        assertBooksAgree();

        decided(dispute, "lost");

        awaitStatus(dispute, "LOST", true);
        await().atMost(Duration.ofSeconds(60)).until(() -> sold.paymentStatus().equals("REFUNDED"));
        assertThat(number("refunded", sold)).isEqualTo(sold.total());
        var file = admin.get("/api/v1/payments/" + sold.code()).body();
        assertThat(file.at("/totals/disputed").asLong()).isEqualTo(sold.total());
        assertThat(file.at("/orders/0/back").asLong()).isEqualTo(sold.total());
        assertThat(file.path("history")
                        .valueStream()
                        .map(event -> event.path("type").asString()))
                .containsExactly("CAPTURED", "DISPUTED", "DISPUTE_LOST", "REFUNDED");
        // The shop lost its sale and pays the delivery, which the carrier is owed all the same.
        assertThat(balance("SHOP_PAYABLE", sold.shop())).isPositive();
        assertThat(sold.seller()
                        .get("/api/v1/shops/" + sold.shop() + "/orders")
                        .body()
                        .at("/items/0/refunds/0/reason")
                        .asString())
                .isEqualTo("DISPUTE");
        assertBooksAgree();
    }

    @Test
    void aRefundWaitsWhileTheBankDecidesAndIsSentWhenTheDisputeIsWon() throws Exception {
        var sold = sold();
        var dispute = disputed(sold, "&reason=fraudulent");
        assertThat(awaitStatus(dispute, "OPEN", false).path("bearer").asString())
                .isEqualTo("PLATFORM");
        sold.refund(12_000);
        assertThat(number("refunded", sold)).isZero();

        decided(dispute, "won");

        awaitStatus(dispute, "WON", false);
        await().atMost(Duration.ofSeconds(60)).until(() -> number("refunded", sold) == 12_000);
        assertThat(number("disputed", sold)).isZero();
        assertBooksAgree();
    }

    @Test
    void whatWasGivenBackBeforeIsThePlatformsLoss() throws Exception {
        var sold = sold();
        sold.refund(10_000);
        await().atMost(Duration.ofSeconds(60)).until(() -> number("refunded", sold) == 10_000);
        var losses = balance("LOSSES", "");
        var dispute = disputed(sold, "&reason=product_unacceptable");
        awaitStatus(dispute, "OPEN", false);

        decided(dispute, "lost");

        awaitStatus(dispute, "LOST", true);
        assertThat(number("refunded", sold)).isEqualTo(sold.total());
        assertThat(balance("LOSSES", "") - losses).isEqualTo(10_000);
        assertBooksAgree();
    }

    @Test
    void aRefundThatWasDueIsDoneWithTheLostDispute() throws Exception {
        var sold = sold();
        var dispute = disputed(sold, "&amount=20000");
        awaitStatus(dispute, "OPEN", false);
        sold.refund(15_000);

        decided(dispute, "lost");

        awaitStatus(dispute, "LOST", true);
        assertThat(number("refunded", sold)).isEqualTo(20_000);
        assertThat(number("asked_back", sold)).isEqualTo(20_000);
        assertBooksAgree();
    }

    @Test
    void toldTwiceAndInAnyOrderItCountsOnce() throws Exception {
        var sold = sold();
        SandboxPage.control("duplicateWebhooks=20&delayWebhooksMillis=300");
        var dispute = disputed(sold, "");
        decided(dispute, "under_review");
        decided(dispute, "lost");
        SandboxPage.control("duplicateWebhooks=0&delayWebhooksMillis=0");

        awaitStatus(dispute, "LOST", true);
        assertThat(number("refunded", sold)).isEqualTo(sold.total());
        assertBooksAgree();
    }

    @Test
    void aLostMessageIsFoundAtTheProviderAndAnInquiryMovesNothing() throws Exception {
        var sold = sold();
        SandboxPage.control("dropWebhooks=1");
        var dispute = disputed(sold, "&status=warning_needs_response&reason=general");
        assertThat(find(dispute).isMissingNode()).isTrue();

        reconciliation.run().block();
        reconciliation.run().block();

        awaitStatus(dispute, "INQUIRY", false);
        assertThat(number("disputed", sold)).isZero();
        decided(dispute, "warning_closed");
        awaitStatus(dispute, "CLOSED", false);
        assertThat(sold.paymentStatus()).isEqualTo("PAID");
        assertBooksAgree();
    }

    @Test
    void anAdministratorSaysWhoBearsItUntilItIsDecided() throws Exception {
        var sold = sold();
        var dispute = disputed(sold, "");
        var id = awaitStatus(dispute, "OPEN", false).path("id").asString();

        var decided = admin.put("/api/v1/disputes/" + id + "/bearer", Map.of("bearer", "PLATFORM"));
        assertThat(decided.text("/bearer")).isEqualTo("PLATFORM");
        var payable = balance("SHOP_PAYABLE", sold.shop());
        decided(dispute, "lost");

        awaitStatus(dispute, "LOST", true);
        assertThat(balance("SHOP_PAYABLE", sold.shop())).isEqualTo(payable);
        assertThat(admin.put("/api/v1/disputes/" + id + "/bearer", Map.of("bearer", "SHOP"))
                        .code())
                .isEqualTo("payment.not-found");
        assertBooksAgree();
    }

    @Test
    void aRefundTheBankSendsBackIsTransferredByAPerson() throws Exception {
        var sold = sold();
        sold.refund(11_000);
        await().atMost(Duration.ofSeconds(60)).until(() -> number("refunded", sold) == 11_000);
        var refund = one("""
                select a.provider_ref as found
                  from payment.attempts a
                  join payment.payments p on p.id = a.payment_id
                 where p.payable_code = :code
                   and a.kind = 'REFUND'
                """, sold.code());

        SandboxPage.bankDoes("refund-failures", "refund=" + refund);

        var due = await().atMost(Duration.ofSeconds(60)).until(() -> dueTransfer(sold), id -> !id.isEmpty());
        assertThat(number("refunded", sold)).isZero();
        assertBooksAgree();
        assertThat(admin.post(
                                "/api/v1/bank-refunds/" + due + "/payment",
                                Map.of("bankRef", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(204);
        assertThat(number("refunded", sold)).isEqualTo(11_000);
        assertBooksAgree();
    }

    private String dueTransfer(Sold sold) {
        for (var due : admin.get("/api/v1/bank-refunds").body().path("items")) {
            if (due.path("payableCode").asString().equals(sold.code())) {
                return due.path("id").asString();
            }
        }
        return "";
    }
}
