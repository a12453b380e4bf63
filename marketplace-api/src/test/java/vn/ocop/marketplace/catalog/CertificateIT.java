package vn.ocop.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.MessageDesk;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.platform.BusinessTime;

/** Stars are shown because somebody looked at the paper, and only for as long as the paper counts. */
class CertificateIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    @Autowired
    CertificateRepository repository;

    @Autowired
    WatchCertificates watch;

    @Autowired
    java.time.Clock clock;

    Shelf shelf;
    Shelf.Offer offer;
    ApiClient seller;
    ApiClient officer;

    @BeforeEach
    void open() {
        shelf = new Shelf(database);
        offer = shelf.offer(shelf.shop(), 5);
        var staff = new Staff(database);
        seller = staff.worksFor("SHOP", offer.shop().toString());
        officer = staff.worksFor("PROVINCE", "44");
    }

    private ApiClient.Answer claim(LocalDate decided) {
        var claimed = seller.post(
                "/api/v1/shops/" + offer.shop() + "/certificates",
                Map.of(
                        "productName", "Cà phê Khe Sanh",
                        "number", "OCOP-44-" + UUID.randomUUID().toString().substring(0, 8),
                        "stars", 4,
                        "decisionNo", "4144/QĐ-UBND",
                        "decisionDate", decided.toString(),
                        "issuer", "UBND tỉnh Quảng Trị",
                        "level", "PROVINCE"));
        assertThat(claimed.status()).as(claimed.body().toString()).isEqualTo(201);
        return claimed;
    }

    private ApiClient.Answer decide(ApiClient who, ApiClient.Answer seen, String body) {
        return who.raw(
                "POST",
                "/api/v1/certificates/" + seen.text("/id") + "/decisions",
                body,
                "If-Match",
                '"' + seen.text("/version") + '"');
    }

    private void show(ApiClient.Answer certificate) {
        database.sql("update listing.listings set certificate_id = :certificate where id = :id")
                .bind("certificate", UUID.fromString(certificate.text("/id")))
                .bind("id", offer.listing())
                .then()
                .block();
    }

    private String stars() {
        return ApiClient.guest().get("/api/v1/listings/" + offer.listing()).text("/certificate/stars");
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }

    @Test
    void showsStarsOnlyOnceVerifiedAndTellsTheIndex() {
        var claimed = claim(today().minusMonths(2));
        show(claimed);
        assertThat(stars()).isEmpty();
        assertThat(ApiClient.stranger()
                        .get("/api/v1/certificates/" + claimed.text("/id"))
                        .status())
                .isEqualTo(404);
        assertThat(officer.get("/api/v1/province-desks/44/certificates?limit=96")
                        .body()
                        .toString())
                .contains(claimed.text("/id"));
        assertThat(decide(seller, claimed, "{\"verdict\": \"VERIFY\"}").status())
                .isEqualTo(404);

        long changes = shelf.changes(offer.listing());
        var verified = decide(officer, claimed, "{\"verdict\": \"VERIFY\"}");
        assertThat(verified.text("/standing")).isEqualTo("VALID");
        assertThat(stars()).isEqualTo("4");
        var facts = ApiClient.stranger().get("/api/v1/certificates/" + claimed.text("/id"));
        assertThat(facts.text("/decisionNo")).isEqualTo("4144/QĐ-UBND");
        assertThat(facts.text("/shopName")).isEqualTo("Nông sản Khe Sanh");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shelf.changes(offer.listing())).isGreaterThan(changes));
    }

    @Test
    void losesThemAtOnceWhenRevoked() {
        var claimed = claim(today().minusMonths(2));
        show(claimed);
        var verified = decide(officer, claimed, "{\"verdict\": \"VERIFY\"}");
        assertThat(decide(officer, verified, "{\"verdict\": \"REVOKE\"}").code())
                .isEqualTo("catalog.certificate-reason-needed");

        var revoked = decide(officer, verified, "{\"verdict\": \"REVOKE\", \"reason\": \"Không duy trì tiêu chí\"}");
        assertThat(revoked.text("/standing")).isEqualTo("REVOKED");
        assertThat(stars()).isEmpty();
        var facts = ApiClient.stranger().get("/api/v1/certificates/" + claimed.text("/id"));
        assertThat(facts.text("/standing")).isEqualTo("REVOKED");
        assertThat(facts.text("/revokeReason")).isEqualTo("Không duy trì tiêu chí");
    }

    @Test
    void losesThemWithTheDayAfterTheLastAndGetsThemBackWhenExtended() {
        var claimed = claim(today().minusMonths(36).minusDays(1));
        show(claimed);
        var verified = decide(officer, claimed, "{\"verdict\": \"VERIFY\"}");
        assertThat(verified.text("/standing")).isEqualTo("EXPIRED");
        assertThat(stars()).isEmpty();

        var extended = decide(
                officer,
                verified,
                "{\"verdict\": \"EXTEND\", \"reason\": \"Gia hạn 180 ngày\", \"day\": \"%s\"}"
                        .formatted(today().plusDays(179)));
        assertThat(extended.text("/standing")).isEqualTo("EXPIRING");
        assertThat(stars()).isEqualTo("4");
    }

    @Test
    void tellsTheSecondOfTwoOfficers() {
        var claimed = claim(today().minusMonths(2));
        decide(officer, claimed, "{\"verdict\": \"VERIFY\"}");

        var second = decide(officer, claimed, "{\"verdict\": \"REFUSE\", \"reason\": \"Ảnh mờ\"}");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("catalog.certificate-stale");
    }

    @Test
    void isMendedBySellerUntilVerified() {
        var claimed = claim(today().minusMonths(2));
        var refused = decide(officer, claimed, "{\"verdict\": \"REFUSE\", \"reason\": \"Sai số\"}");
        var body = """
                {"productName": "Cà phê", "number": "moi-1", "stars": 3, "decisionNo": "1", "decisionDate": "2026-01-05",
                 "issuer": "UBND tỉnh Quảng Trị", "level": "PROVINCE"}""";
        var path = "/api/v1/shops/" + offer.shop() + "/certificates/" + claimed.text("/id");
        var mended = seller.raw("PUT", path, body, "If-Match", '"' + refused.text("/version") + '"');
        assertThat(mended.text("/standing")).isEqualTo("WAITING");
        assertThat(mended.text("/stars")).isEqualTo("3");

        var verified = decide(officer, mended, "{\"verdict\": \"VERIFY\"}");
        assertThat(seller.raw("PUT", path, body, "If-Match", '"' + verified.text("/version") + '"')
                        .code())
                .isEqualTo("catalog.certificate-illegal-decision");
    }

    @Test
    void saysWhatCannotBeTrue() {
        var five = seller.post(
                "/api/v1/shops/" + offer.shop() + "/certificates",
                Map.of(
                        "productName", "Cà phê",
                        "number", "1",
                        "stars", 5,
                        "decisionNo", "1",
                        "decisionDate", "2026-01-05",
                        "issuer", "UBND tỉnh",
                        "level", "PROVINCE"));

        assertThat(five.status()).isEqualTo(400);
        assertThat(five.text("/errors/0/field")).isEqualTo("stars");
    }

    @Test
    void notesEachMarkOnce() {
        var soon = claim(today().minusMonths(36).plusDays(25));
        var left = decide(officer, soon, "{\"verdict\": \"VERIFY\"}").text("/daysLeft");
        var gone = claim(today().minusMonths(36).minusDays(2));
        show(gone);
        decide(officer, gone, "{\"verdict\": \"VERIFY\"}");

        watch.run().block();
        watch.run().block();
        assertThat(marks(soon)).isEqualTo(3);
        assertThat(marks(gone)).isEqualTo(1);
        assertThat(repository.reach(today()).collectList().block()).isEmpty();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            var texts = MESSAGES.to(Staff.phoneOf(seller)).stream()
                    .map(MessageDesk.Taken::text)
                    .toList();
            return texts.size() == 2
                    && texts.stream().anyMatch(text -> text.contains("còn " + left + " ngày"))
                    && texts.stream().anyMatch(text -> text.contains("đã hết hạn"));
        });
    }

    private long marks(ApiClient.Answer certificate) {
        return shelf.number(
                "select count(*) as n from catalog.certificate_reminders where certificate_id = :id",
                UUID.fromString(certificate.text("/id")));
    }
}
