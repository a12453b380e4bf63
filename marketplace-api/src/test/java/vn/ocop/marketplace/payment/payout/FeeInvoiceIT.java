package vn.ocop.marketplace.payment.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.reactive.TransactionalOperator;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.platform.BusinessTime;

/** The platform's invoices to its shops, and what shops say of theirs to buyers. */
class FeeInvoiceIT extends Trading {

    @Autowired
    FeeInvoiceRepository invoices;

    @Autowired
    TransactionalOperator transaction;

    ApiClient admin;

    @BeforeEach
    void people() {
        admin = staff.worksFor("PLATFORM", "*");
    }

    private String soldByCard(UUID shop, Buyer buyer) throws Exception {
        var code =
                buyer.buy(shelf.offer(shop, 5).variants().getFirst(), 1, "CARD").text("/code");
        SandboxPage.pay(buyer, code);
        buyer.awaits(code, "/status", "TO_CONFIRM");
        return code;
    }

    private MakeFeeInvoices secondOfNextMonth() {
        var now = Clock.system(BusinessTime.ZONE);
        var then = YearMonth.now(now)
                .plusMonths(1)
                .atDay(2)
                .atStartOfDay(BusinessTime.ZONE)
                .toInstant();
        return new MakeFeeInvoices(invoices, transaction, Clock.fixed(then, BusinessTime.ZONE));
    }

    @Test
    void aMonthIsInvoicedOnceAndInOrder() throws Exception {
        var shop = shelf.shop();
        var nothing = shelf.shop();
        var seller = staff.worksFor("SHOP", shop.toString());
        soldByCard(shop, Buyer.guest());
        soldByCard(shop, Buyer.guest());
        var refused = soldByCard(nothing, Buyer.guest());
        staff.worksFor("SHOP", nothing.toString())
                .post("/api/v1/orders/" + refused + "-1/refusal", Map.of("reason", "Hết hàng"));

        secondOfNextMonth().run().block();
        secondOfNextMonth().run().block();

        var listed =
                seller.get("/api/v1/shops/" + shop + "/fee-invoices").body().path("items");
        assertThat(listed.size()).isEqualTo(1);
        var invoice = listed.path(0);
        assertThat(invoice.path("fee").asLong()).isEqualTo(2 * 2_850);
        assertThat(invoice.path("vat").asLong()).isEqualTo(2 * 285);
        assertThat(invoice.path("bookings").asInt()).isEqualTo(2);
        assertThat(admin.get("/api/v1/shops/" + nothing + "/fee-invoices")
                        .body()
                        .path("items")
                        .isEmpty())
                .isTrue();
        var month = invoice.path("month").asString();
        var numbers = admin.get("/api/v1/fee-invoices/" + month)
                .body()
                .path("items")
                .valueStream()
                .map(one -> one.path("code").asString())
                .toList();
        assertThat(numbers).contains(invoice.path("code").asString()).doesNotHaveDuplicates();
        assertThat(numbers.getLast()).endsWith("%05d".formatted(numbers.size()));

        var text = pdf(
                seller,
                "/api/v1/shops/" + shop + "/fee-invoices/" + invoice.path("id").asString() + "/invoice.pdf");
        assertThat(text)
                .contains("Hóa đơn phí sàn " + invoice.path("code").asString())
                .contains("Thuế giá trị gia tăng của phí")
                .contains("Nông sản Khe Sanh")
                .contains("6.270");
        assertThatThrownBy(() -> database.sql("update payout.fee_invoices set fee = 0")
                        .then()
                        .block())
                .isInstanceOf(DataAccessException.class);
    }

    private static String pdf(ApiClient client, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                            .header("Authorization", "Bearer " + client.token().orElseThrow())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (var document = Loader.loadPDF(answer.body())) {
                return new PDFTextStripper().getText(document);
            }
        }
    }

    @Test
    void whatAShopPaysOfWhatItOwesIsBookedOnce() {
        var shop = shelf.shop();
        for (int i = 0; i < 2; i++) {
            assertThat(admin.post(
                                    "/api/v1/shops/" + shop + "/fee-payments",
                                    Map.of("amount", 5_000, "bankRef", "PHI-" + shop))
                            .status())
                    .isEqualTo(204);
        }
        assertThat(admin.post(
                                "/api/v1/shops/" + shop + "/fee-payments",
                                Map.of("amount", 6_000, "bankRef", "PHI-" + shop))
                        .code())
                .isEqualTo("payout.bank-ref-known");
        assertThat(shelf.number(
                        "select coalesce(sum(credits - debits), 0)::bigint as n from ledger.published_balances"
                                + " where account = 'SHOP_PAYABLE' and party = :id::text",
                        shop))
                .isEqualTo(5_000);
        assertBooksAgree();
    }

    @Test
    void theBuyerSeesWhichInvoiceTheSellerIssued() throws Exception {
        var shop = shelf.shop();
        var buyer = Buyer.guest();
        var code = soldByCard(shop, buyer);
        var seller = staff.worksFor("SHOP", shop.toString());
        var path = "/api/v1/orders/" + code + "-1/e-invoice";
        var today = LocalDate.now(BusinessTime.ZONE).toString();
        var invoice = Map.<String, Object>of(
                "symbol", "1C26TYY", "number", "00000042", "issuedOn", today, "lookupCode", "K7PQ");
        assertThat(seller.put(path, invoice).code()).isEqualTo("order.illegal-transition");
        seller.post("/api/v1/orders/" + code + "-1/confirmation", Map.of());

        assertThat(seller.put(path, invoice).text("/invoice/number")).isEqualTo("42");
        assertThat(seller.put(path, invoice).status()).isEqualTo(200);
        assertThat(buyer.api().get("/api/v1/order-groups/" + code).text("/orders/0/invoice/symbol"))
                .isEqualTo("1C26TYY");

        for (var wrong : List.of(
                Map.of("symbol", "C26TYY", "number", "1", "issuedOn", today),
                Map.of("symbol", "1C26TYY", "number", "1.5", "issuedOn", today),
                Map.of("symbol", "1C26TYY", "number", "1", "issuedOn", "2099-01-01"),
                Map.of("symbol", "1C26TYY", "number", "1", "issuedOn", today, "lookupSite", "javascript:x"))) {
            assertThat(seller.put(path, wrong).code()).isEqualTo("order.bad-invoice");
        }
        assertThat(seller.put(path, Map.of("symbol", "1C26TYY", "number", "43", "issuedOn", today))
                        .text("/invoice/number"))
                .isEqualTo("43");
        assertThat(staff.count("select count(*) from orders.e_invoices i join orders.orders o on o.id = i.order_id"
                        + " where o.code = '" + code + "-1'"))
                .isEqualTo(2);
    }
}
