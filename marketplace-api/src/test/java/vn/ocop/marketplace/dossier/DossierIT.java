package vn.ocop.marketplace.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.media.PictureFiles;
import vn.ocop.marketplace.platform.BusinessTime;

/** A shop keeps its papers, puts some to a certificate, and hears of those that run out. */
class DossierIT implements LocalApi {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(UTF_8);

    @Autowired
    DatabaseClient database;

    @Autowired
    WatchPapers watchPapers;

    Staff staff;
    String shop;
    ApiClient seller;

    @BeforeEach
    void people() {
        staff = new Staff(database);
        var shelf = new Shelf(database);
        shop = shelf.offer(shelf.shop(), 5).shop().toString();
        seller = staff.worksFor("SHOP", shop);
    }

    private String sent(ApiClient by, byte[] file) {
        var sent = by.send("/api/v1/private-documents", file);
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        return sent.text("/id");
    }

    private ApiClient.Answer kept(String document, LocalDate until) {
        return seller.post(
                "/api/v1/shops/" + shop + "/papers",
                Map.of(
                        "kind",
                        "FOOD_SAFETY",
                        "title",
                        "Giấy ATTP",
                        "documentId",
                        document,
                        "validTo",
                        until.toString()));
    }

    private static LocalDate today() {
        return LocalDate.now(BusinessTime.ZONE);
    }

    private String certificate() {
        return seller.raw(
                        "POST",
                        "/api/v1/shops/" + shop + "/certificates",
                        """
                        {"productName": "Tiêu Cùa", "number": "%s", "stars": 3, "decisionNo": "12/QĐ-UBND",
                         "decisionDate": "%s", "issuer": "UBND tỉnh Quảng Trị", "level": "PROVINCE"}""".formatted("QT-" + UUID.randomUUID(), today().minusMonths(1)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("/id");
    }

    @Test
    void whatIsInTheVaultIsTheShopsAlone() {
        var paper = kept(sent(seller, PDF), today().plusYears(2));
        assertThat(paper.status()).as(paper.body().toString()).isEqualTo(201);
        assertThat(paper.text("/standing")).isEqualTo("VALID");
        var file = "/api/v1/shops/" + shop + "/papers/" + paper.text("/id") + "/file";
        assertThat(seller.file(file)).isEqualTo(PDF);
        var answer = seller.get(file).raw();
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");

        var officer = staff.worksFor("PROVINCE", "44");
        assertThat(officer.get(file).status()).isEqualTo(404);
        assertThat(staff.worksFor("SHOP", UUID.randomUUID().toString())
                        .get(file)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatGoesWithACertificateOfficersReadToo() {
        var paper = kept(sent(seller, PictureFiles.jpeg(400, 400)), today().plusDays(20))
                .text("/id");
        var claim = "/api/v1/shops/" + shop + "/certificates/" + certificate() + "/papers";
        var officer = staff.worksFor("PROVINCE", "44", false, "PROVINCE_CERTIFICATES");
        assertThat(officer.get(claim).body().path("items")).isEmpty();

        assertThat(seller.put(
                                claim,
                                Map.of(
                                        "papers",
                                        List.of(paper, UUID.randomUUID().toString())))
                        .text("/items/0/standing"))
                .isEqualTo("EXPIRING");
        assertThat(officer.get(claim).text("/items/0/title")).isEqualTo("Giấy ATTP");
        assertThat(officer.file(claim + "/" + paper + "/file")).isNotEmpty();
        assertThat(staff.worksFor("PROVINCE", "01").get(claim).status()).isEqualTo(404);
        assertThat(seller.delete("/api/v1/shops/" + shop + "/papers/" + paper).code())
                .isEqualTo("dossier.paper-in-use");

        seller.put(claim, Map.of("papers", List.of()));
        assertThat(seller.delete("/api/v1/shops/" + shop + "/papers/" + paper).status())
                .isEqualTo(204);
        assertThat(officer.get(claim + "/" + paper + "/file").status()).isEqualTo(404);
        assertThat(staff.count(
                        "select count(*) from account.audit_log where action = 'dossier.paper-read' and on_behalf"
                                + " and owner_scope = '" + shop + "'"))
                .isEqualTo(1);
    }

    @Test
    void aFileIsPutSomewhereOnceByWhoeverSentIt() {
        var others = sent(staff.member(), PDF);
        assertThat(kept(others, today().plusYears(1)).code()).isEqualTo("media.document-gone");
        var own = sent(seller, PDF);
        kept(own, today().plusYears(1));
        assertThat(kept(own, today().plusYears(1)).code()).isEqualTo("media.document-gone");
        assertThat(seller.send("/api/v1/private-documents", "<html>%PDF-".getBytes(UTF_8))
                        .code())
                .isEqualTo("media.unknown-document");
        assertThat(seller.send("/api/v1/private-documents", "%PDF-1.7 cut short".getBytes(UTF_8))
                        .code())
                .isEqualTo("media.unknown-document");
    }

    @Test
    void ownersHearOfPapersThatRunOutOnce() {
        kept(sent(seller, PDF), today().plusDays(20));
        watchPapers.run().block();
        watchPapers.run().block();

        var phone = Staff.phoneOf(seller);
        Awaitility.await().until(() -> !MESSAGES.to(phone).isEmpty());
        assertThat(MESSAGES.to(phone)).hasSize(1);
        assertThat(MESSAGES.lastTo(phone).text()).contains("Giấy ATTP");
    }
}
