package vn.ocop.marketplace.payment.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.SandboxPage;
import vn.ocop.marketplace.Trading;
import vn.ocop.marketplace.platform.BusinessTime;

/** Fees and tax of sales that really happened, and the rows they are reckoned from. */
class TaxIT extends Trading {

    ApiClient admin;

    @BeforeEach
    void people() {
        admin = staff.worksFor("PLATFORM", "*");
    }

    private UUID household() {
        var shop = shelf.shop();
        shelf.run("update shop.shops set legal_kind = 'HOUSEHOLD' where id = :id", shop);
        return shop;
    }

    private String paid(Buyer buyer, UUID shop) throws Exception {
        var code =
                buyer.buy(shelf.offer(shop, 9).variants().getFirst(), 2, "CARD").text("/code");
        SandboxPage.pay(buyer, code);
        // Paid first, then the shop's: only what it has can it refuse.
        buyer.awaits(code, "/orders/0/status", "TO_CONFIRM");
        return code;
    }

    @Test
    void withheldReversedDeclaredAndPaid() throws Exception {
        var shop = household();
        var buyer = Buyer.guest();
        var kept = paid(buyer, shop);
        var refused = paid(buyer, shop);
        var seller = staff.worksFor("SHOP", shop.toString());
        seller.post("/api/v1/orders/" + refused + "-1/refusal", Map.of("reason", "Hết mùa"));
        buyer.awaits(refused, "/payment/status", "REFUNDED");

        var order = seller.get("/api/v1/shops/" + shop + "/orders").body().path("items");
        assertThat(order.path(1).path("code").asString()).isEqualTo(kept + "-1");
        var settlement = order.path(1).path("settlement");
        assertThat(settlement.path("commission").asLong()).isEqualTo(5_700);
        assertThat(settlement.path("commissionVat").asLong()).isEqualTo(570);
        assertThat(settlement.path("taxWithheld").asLong()).isEqualTo(1_900 + 950);
        assertThat(settlement.path("net").asLong()).isEqualTo(190_000 - 5_700 - 570 - 2_850);
        assertThat(buyer.api()
                        .get("/api/v1/order-groups/" + kept)
                        .body()
                        .at("/orders/0/settlement")
                        .isNull())
                .isTrue();

        var month = YearMonth.now(BusinessTime.ZONE).minusMonths(1);
        assertThat(declare(YearMonth.now(BusinessTime.ZONE)).code()).isEqualTo("payout.month-not-over");
        shelf.run("update payout.tax_entries set at = at - interval '40 days' where shop_id = :id", shop);
        var declared = declare(month);
        assertThat(declared.text("/status")).isEqualTo("DECLARED");
        assertThat(declare(month).code()).isEqualTo("payout.already-declared");
        var share = share(month, shop);
        assertThat(share)
                .containsEntry("base", 190_000L)
                .containsEntry("vat", 1_900L)
                .containsEntry("pit", 950L);

        shelf.run("update shop.shops set tax_code = '3200012345' where id = :id", shop);
        assertThat(listed(month, "3200012345")).isEqualTo(1_900 + 950);
        assertThat(seller.get("/api/v1/shops/" + shop + "/taxes?year=" + month.getYear())
                        .text("/months/0/status"))
                .isEqualTo("DECLARED");

        var payment = admin.post("/api/v1/tax-declarations/" + month + "/payment", Map.of());
        assertThat(payment.text("/status")).isEqualTo("PAID");
        try (var certificate = Loader.loadPDF(
                bytes(seller, "/api/v1/shops/" + shop + "/tax-certificate.pdf?year=" + month.getYear()))) {
            assertThat(new PDFTextStripper().getText(certificate))
                    .contains(
                            "Chứng từ khấu trừ thuế năm " + month.getYear(),
                            "3200012345",
                            "Đã nộp",
                            "190.000",
                            "2.850");
        }
        assertThat(admin.post("/api/v1/tax-declarations/" + month + "/payment", Map.of())
                        .status())
                .isEqualTo(404);
        assertBooksAgree();
    }

    /** The tax in the list behind a declaration, by the seller's code; it adds up to the whole. */
    private long listed(YearMonth month, String taxCode) throws Exception {
        try (var file = new ReadableWorkbook(
                new ByteArrayInputStream(bytes(admin, "/api/v1/tax-declarations/" + month + "/list.xlsx")))) {
            var rows = file.getFirstSheet().read().stream().skip(3).toList();
            var sellers = rows.subList(0, rows.size() - 1);
            assertThat(sellers.stream().mapToLong(row -> tax(row)).sum()).isEqualTo(tax(rows.getLast()));
            return sellers.stream()
                    .filter(row -> row.getCellText(2).equals(taxCode))
                    .mapToLong(row -> tax(row))
                    .sum();
        }
    }

    private static long tax(Row row) {
        return row.getCellAsNumber(6).orElseThrow().longValue();
    }

    private static byte[] bytes(ApiClient client, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                            .header("Authorization", "Bearer " + client.token().orElse(""))
                            .header("Accept-Language", "vi")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private ApiClient.Answer declare(YearMonth month) {
        return admin.post("/api/v1/tax-declarations", Map.of("month", month.toString()));
    }

    private Map<String, Long> share(YearMonth month, UUID shop) {
        var found = new HashMap<String, Long>();
        for (var share : admin.get("/api/v1/tax-declarations/" + month + "/sellers")
                .body()
                .path("items")) {
            if (share.path("shopId").asString().equals(shop.toString())) {
                List.of("base", "vat", "pit")
                        .forEach(name -> found.put(name, share.path(name).asLong()));
            }
        }
        return found;
    }

    @Test
    void aRuleCountsFromTomorrowAndIsOnlyEverEnded() {
        var tomorrow = LocalDate.now(BusinessTime.ZONE).plusDays(1);
        var rule = new HashMap<String, Object>(
                Map.of("place", 5, "shopId", UUID.randomUUID(), "validFrom", tomorrow.toString(), "percentBp", 100));
        rule.putAll(Map.of("fixed", 0, "vatBp", 1_000, "note", "Ưu đãi tháng đầu"));

        var set = admin.post("/api/v1/commission-rules", rule, "the-same-key");
        var again = admin.post("/api/v1/commission-rules", rule, "the-same-key");
        rule.put("validFrom", tomorrow.minusDays(1).toString());

        assertThat(set.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(set.text("/id"));
        assertThat(admin.post("/api/v1/commission-rules", rule).code()).isEqualTo("payout.past");
        assertThat(end(set.text("/id"), tomorrow.plusDays(9)).text("/validTo"))
                .isEqualTo(tomorrow.plusDays(9).toString());
        assertThat(end(set.text("/id"), tomorrow.minusDays(3)).code()).isEqualTo("payout.past");
        assertNoted("payout.commission-rule-added", set.text("/id"));
        assertNoted("payout.commission-rule-ended", set.text("/id"));
    }

    private ApiClient.Answer end(String rule, LocalDate day) {
        return admin.post("/api/v1/commission-rules/" + rule + "/end", Map.of("lastDay", day.toString()));
    }

    @Test
    void everyRateNamesItsLaw() {
        var rates = admin.get("/api/v1/tax-rates").body().path("items");

        assertThat(rates.size()).isGreaterThanOrEqualTo(12);
        rates.forEach(rate -> assertThat(rate.path("legalRef").asString()).contains("Nghị định"));
    }
}
