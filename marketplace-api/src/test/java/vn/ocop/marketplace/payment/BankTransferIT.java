package vn.ocop.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.listing.Shelf;

/** Purchases paid by transfer, over HTTP: by the bank's messages, by its statements, and by hand. */
class BankTransferIT extends Trading {

    ApiClient admin;

    @BeforeEach
    void people() {
        admin = staff.worksFor("PLATFORM", "*");
    }

    private record Purchase(Buyer buyer, String code, long amount, Shelf.Offer offer) {

        String reference() {
            return code.replace("-", "");
        }

        void await(String order, String payment) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                var purchase = buyer.api().get("/api/v1/order-groups/" + code);
                assertThat(purchase.text("/payment/status")).isEqualTo(payment);
                assertThat(purchase.text("/status")).isEqualTo(order);
            });
        }
    }

    private Purchase purchase() {
        var offer = shelf.offer(shelf.shop(), 5);
        var buyer = Buyer.guest();
        var placed = buyer.buy(offer.variants().getFirst(), 1, "BANK_TRANSFER");
        assertThat(placed.text("/status")).isEqualTo("PENDING_PAYMENT");
        return new Purchase(
                buyer, placed.text("/code"), placed.body().path("total").asLong(), offer);
    }

    private static String movement(String id, long amount, String memo) {
        return """
                {"id":"%s","account":"%s","amount":%d,"memo":"%s","bookedAt":"%s"}""".formatted(id, BANK_ACCOUNT, amount, memo, Instant.now());
    }

    private static ApiClient.Answer tell(String body) {
        return tell(body, Instant.now(), WEBHOOK_SECRET);
    }

    private static ApiClient.Answer tell(String body, Instant at, String secret) {
        var seconds = Long.toString(at.getEpochSecond());
        var signature = "t=" + seconds + ",v1="
                + new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(seconds + "." + body);
        return ApiClient.stranger().raw("POST", "/api/v1/webhooks/bank", body, "Bank-Signature", signature);
    }

    private static String id() {
        return "FT" + UUID.randomUUID();
    }

    @Test
    void theCodeSaysWhatToTransferAndTheMessagePaysIt() {
        var purchase = purchase();
        var instructions =
                purchase.buyer().api().get("/api/v1/order-groups/" + purchase.code() + "/transfer-instructions");
        assertThat(instructions.body().path("amount").asLong()).isEqualTo(purchase.amount());
        assertThat(instructions.text("/qr")).contains(purchase.reference());

        var message = movement(id(), purchase.amount(), "MBVCB.1." + purchase.reference() + ".CT tu A");
        for (int i = 0; i < 3; i++) {
            assertThat(tell(message).status()).isEqualTo(204);
        }

        purchase.await("TO_CONFIRM", "PAID");
        assertThat(purchase.buyer()
                        .api()
                        .get("/api/v1/order-groups/" + purchase.code() + "/transfer-instructions")
                        .code())
                .isEqualTo("payment.nothing-to-pay");
        assertBooksAgree();
    }

    @Test
    void partsInAnyOrderPayTheWholeAndTheRestGoesBack() {
        var purchase = purchase();
        var messages = new ArrayList<>(List.of(
                movement(id(), 10_000, purchase.code()),
                movement(id(), 20_000, purchase.reference()),
                movement(id(), purchase.amount() - 25_000, purchase.reference())));
        messages.addAll(List.copyOf(messages));
        Collections.shuffle(messages, new Random(7));

        messages.forEach(message -> assertThat(tell(message).status()).isEqualTo(204));

        purchase.await("TO_CONFIRM", "PAID");
        var due = dueRefund(purchase);
        assertThat(due.amount()).isEqualTo(5_000);
        var number = id();
        assertThat(transferred(due, number).status()).isEqualTo(204);
        assertThat(transferred(due, number).status()).isEqualTo(204);
        assertThat(transferred(due).code()).isEqualTo("payment.transfer-settled");
        purchase.await("TO_CONFIRM", "PAID");
        assertBooksAgree();
    }

    private record Due(String id, long amount) {}

    private Due dueRefund(Purchase purchase) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> find(purchase), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Due> find(Purchase purchase) {
        for (var due : admin.get("/api/v1/bank-refunds").body().path("items")) {
            if (due.path("payableCode").asString().equals(purchase.code())) {
                return Optional.of(
                        new Due(due.path("id").asString(), due.path("amount").asLong()));
            }
        }
        return Optional.empty();
    }

    private ApiClient.Answer transferred(Due due) {
        return transferred(due, id());
    }

    private ApiClient.Answer transferred(Due due, String bankRef) {
        return admin.post("/api/v1/bank-refunds/" + due.id() + "/payment", Map.of("bankRef", bankRef));
    }

    /** A purchase whose money has to be transferred back. */
    private Due refused() {
        var purchase = purchase();
        tell(movement(id(), purchase.amount(), purchase.code()));
        purchase.await("TO_CONFIRM", "PAID");
        staff.worksFor("SHOP", purchase.offer().shop().toString())
                .post("/api/v1/orders/" + purchase.code() + "-1/refusal", Map.of("reason", "Hết mùa"));
        return dueRefund(purchase);
    }

    @Test
    void aNumberOfTheBankIsForOneTransferOnly() {
        var first = refused();
        var second = refused();
        var number = id();
        assertThat(transferred(first, number).status()).isEqualTo(204);

        var taken = transferred(second, number);

        assertThat(taken.code()).isEqualTo("payment.bank-ref-known");
        assertThat(taken.text("/detail")).contains("sao kê");
        assertThat(staff.count("select count(*) from payment.payment_events where source_ref = '" + number + "'"))
                .isEqualTo(1);
        assertThat(transferred(second).status()).isEqualTo(204);

        var lost = List.of(id(), id());
        lost.forEach(each -> tell(movement(each, 77_000, "nham tai khoan")));
        var returned = id();
        assertThat(returned(lost.getFirst(), returned).text("/status")).isEqualTo("RETURNED");
        assertThat(returned(lost.getLast(), returned).code()).isEqualTo("payment.bank-ref-known");
        assertThat(returned(lost.getLast(), id()).text("/status")).isEqualTo("RETURNED");
        assertBooksAgree();
    }

    private ApiClient.Answer returned(String transfer, String bankRef) {
        return admin.post("/api/v1/transfers/" + unmatched(transfer) + "/return", Map.of("bankRef", bankRef));
    }

    @Test
    void whatWasHeldGoesBackWhenTheTimeIsUpAndWhatComesLateOpensTheOrderAgain() {
        var purchase = purchase();
        tell(movement(id(), 10_000, purchase.code()));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(purchase.buyer()
                                .api()
                                .get("/api/v1/order-groups/" + purchase.code() + "/transfer-instructions")
                                .body()
                                .path("received")
                                .asLong())
                        .isEqualTo(10_000));
        database.sql("update payment.payments set pay_until = now() - interval '1 minute' where payable_code = :code")
                .bind("code", purchase.code())
                .then()
                .block();
        purchase.await("EXPIRED", "EXPIRED");
        assertThat(shelf.stock(purchase.offer().variants().getFirst())).isEqualTo(5);

        var held = dueRefund(purchase);
        assertThat(held.amount()).isEqualTo(10_000);
        assertThat(transferred(held).status()).isEqualTo(204);
        tell(movement(id(), purchase.amount(), purchase.code()));
        purchase.await("TO_CONFIRM", "PAID");
        tell(movement(id(), purchase.amount(), purchase.code()));
        assertThat(dueRefund(purchase).amount()).isEqualTo(purchase.amount());
        assertBooksAgree();
    }

    @Test
    void refusedByTheShopItWaitsToBeTransferredBack() {
        var purchase = purchase();
        tell(movement(id(), purchase.amount(), purchase.code()));
        purchase.await("TO_CONFIRM", "PAID");

        staff.worksFor("SHOP", purchase.offer().shop().toString())
                .post("/api/v1/orders/" + purchase.code() + "-1/refusal", Map.of("reason", "Hết mùa"));

        assertThat(transferred(dueRefund(purchase)).status()).isEqualTo(204);
        purchase.await("REFUSED", "REFUNDED");
        assertBooksAgree();
    }

    @Test
    void whatNamesNoPurchaseWaitsForAPerson() {
        var purchase = purchase();
        var lost = id();
        var strange = id();
        tell(movement(lost, purchase.amount(), "chuyen tien mua ca phe"));
        tell(movement(strange, 77_000, "nham tai khoan"));

        var transfer = unmatched(lost);
        var assigned = admin.post("/api/v1/transfers/" + transfer + "/assignment", Map.of("purchase", purchase.code()));
        assertThat(assigned.text("/finding")).isEqualTo("EXACT");
        purchase.await("TO_CONFIRM", "PAID");
        assertThat(admin.post("/api/v1/transfers/" + transfer + "/assignment", Map.of("purchase", purchase.code()))
                        .code())
                .isEqualTo("payment.transfer-settled");
        var returned = admin.post("/api/v1/transfers/" + unmatched(strange) + "/return", Map.of("bankRef", id()));
        assertThat(returned.text("/status")).isEqualTo("RETURNED");
        assertBooksAgree();
    }

    private String unmatched(String bankRef) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            for (var transfer : admin.get("/api/v1/transfers?status=UNMATCHED&limit=96")
                                    .body()
                                    .path("items")) {
                                if (transfer.path("bankRef").asString().equals(bankRef)) {
                                    return transfer.path("id").asString();
                                }
                            }
                            return "";
                        },
                        found -> !found.isEmpty());
    }

    @Test
    void theStatementFindsWhatTheMessageMissedAndNothingTwice() {
        var told = purchase();
        var missed = purchase();
        var known = id();
        tell(movement(known, told.amount(), told.code()));
        told.await("TO_CONFIRM", "PAID");
        var statement = """
                Ngày giao dịch,Số tham chiếu,Ghi nợ,Ghi có,Nội dung
                22/11/2026,%s,,%d,%s
                22/11/2026,%s,,%d,%s
                22/11/2026,%s,,1e5,x
                """.formatted(known, told.amount(), told.code(), id(), missed.amount(), missed.code(), id());

        var imported = admin.raw("POST", "/api/v1/bank-statements", statement);
        var again = admin.raw("POST", "/api/v1/bank-statements", statement);

        assertThat(imported.body().path("transfers").asInt()).isEqualTo(2);
        assertThat(imported.body().path("added").asInt()).isEqualTo(1);
        assertThat(imported.body().path("unreadable").size()).isEqualTo(1);
        assertThat(again.body().path("added").asInt()).isZero();
        missed.await("TO_CONFIRM", "PAID");
        assertBooksAgree();
    }

    @Test
    void forgedOldAndBrokenMessagesAreRefused() {
        var purchase = purchase();
        var message = movement(id(), purchase.amount(), purchase.code());

        assertThat(tell(message, Instant.now(), "another secret").code()).isEqualTo("payment.bad-signature");
        assertThat(tell(message, Instant.now().minusSeconds(360), WEBHOOK_SECRET)
                        .code())
                .isEqualTo("payment.bad-signature");
        assertThat(ApiClient.stranger()
                        .raw("POST", "/api/v1/webhooks/bank", message, "Bank-Signature", "t=1,v1=zz")
                        .code())
                .isEqualTo("payment.bad-signature");
        assertThat(tell("{\"id\":\"x\"}").code()).isEqualTo("payment.bad-message");
        assertThat(tell("no json").code()).isEqualTo("payment.bad-message");
        assertThat(tell(message.replace(BANK_ACCOUNT, "999")).status()).isEqualTo(204);
        assertThat(staff.count("select count(*) from payment.transfers where memo = '" + purchase.code() + "'"))
                .isZero();
    }
}
