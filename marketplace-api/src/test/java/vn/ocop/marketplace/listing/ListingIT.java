package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Visitors;

class ListingIT implements LocalApi {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    Shelf shelf;
    WebTestClient http;

    @BeforeEach
    void open() {
        shelf = new Shelf(database);
        http = new Visitors(port, database).anyone();
    }

    private WebTestClient.ResponseSpec get(Object listing) {
        return http.get().uri("/api/v1/listings/{id}", listing).exchange();
    }

    /** A listing with a certificate over the dates and one picture. */
    private Shelf.Offer proven(String validFrom, String validTo) {
        var offer = shelf.offer(shelf.shop(), 4, 0);
        shelf.run("""
                with proof as (
                    insert into catalog.certificates (shop_id, product_name, number, stars, decision_no, decision_date,
                                                      issuer, issuing_level, valid_from, valid_to)
                    select shop_id, title_vi, '123', 4, '45/QĐ-UBND', date '2025-12-01', 'UBND tỉnh Quảng Trị',
                           'PROVINCE', date '%s', date '%s'
                      from listing.listings where id = :id
                    returning id)
                update listing.listings set certificate_id = proof.id from proof where listings.id = :id
                """.formatted(validFrom, validTo), offer.listing());
        shelf.run("""
                with picture as (
                    insert into media.pictures (hash, width, height, widths, preview, created_at)
                    values (replace(gen_random_uuid()::text, '-', ''), 1200, 900, '{160,320,640,1200}', 'data:x',
                            timestamptz '2026-01-01 00:00:00+00')
                    returning id)
                insert into listing.listing_pictures (listing_id, position, picture_id, alt_vi, alt_en)
                select :id, 1, id, 'Gói cà phê', 'A bag of coffee' from picture
                """, offer.listing());
        return offer;
    }

    @Test
    void showsEverythingOnThePage() {
        var offer = proven("2025-12-01", "2099-12-01");

        get(offer.listing())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=1, public, stale-while-revalidate=5")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Cà phê Khe Sanh")
                .jsonPath("$.shop.province.slug")
                .isEqualTo("quang-tri")
                .jsonPath("$.commune.code")
                .isEqualTo("19429")
                .jsonPath("$.category.path.length()")
                .isEqualTo(3)
                .jsonPath("$.certificate.stars")
                .isEqualTo(4)
                .jsonPath("$.certificate.validTo")
                .isEqualTo("2099-12-01")
                .jsonPath("$.pictures[0].alt")
                .isEqualTo("Gói cà phê")
                .jsonPath("$.pictures[0].widths[3]")
                .isEqualTo(1200)
                .jsonPath("$.attributes[0].label")
                .isEqualTo("Khối lượng tịnh")
                .jsonPath("$.attributes[0].value")
                .isEqualTo("500 g")
                .jsonPath("$.variants[0].available")
                .isEqualTo(4)
                .jsonPath("$.variants[1].available")
                .isEqualTo(0)
                .jsonPath("$.variants[0].price")
                .isEqualTo(95000)
                .jsonPath("$.ageRestricted")
                .isEqualTo(false)
                .jsonPath("$.cashOnDelivery")
                .isEqualTo(true);
    }

    @Test
    void speaksTheReadersLanguage() {
        var offer = proven("2025-12-01", "2099-12-01");

        get(offer.listing()).expectBody().jsonPath("$.title").isEqualTo("Cà phê Khe Sanh");
        http.get()
                .uri("/api/v1/listings/{id}", offer.listing())
                .header("Accept-Language", "en-GB,en;q=0.9")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Khe Sanh coffee")
                .jsonPath("$.pictures[0].alt")
                .isEqualTo("A bag of coffee")
                .jsonPath("$.variants[0].name")
                .isEqualTo("Bag 0");
    }

    @Test
    void showsStarsOnlyWhileTheCertificateCounts() {
        get(proven("2020-01-01", "2023-01-01").listing())
                .expectBody()
                .jsonPath("$.certificate")
                .isEmpty();
        get(proven("2098-01-01", "2099-01-01").listing())
                .expectBody()
                .jsonPath("$.certificate")
                .isEmpty();
        var revoked = proven("2025-12-01", "2099-12-01");
        shelf.run(
                "update catalog.certificates set revoked_on = date '2026-01-01' where id = (select certificate_id from listing.listings where id = :id)",
                revoked.listing());
        get(revoked.listing()).expectBody().jsonPath("$.certificate").isEmpty();
    }

    @Test
    void isFoundBySlugToo() {
        var offer = shelf.offer(shelf.shop(), 1);
        var slug = shelf.slug(offer.listing());

        get(slug)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(offer.listing().toString());
    }

    @Test
    void answersNotModifiedUntilSomethingChanges() {
        var offer = shelf.offer(shelf.shop(), 5);
        var tag = Objects.requireNonNull(get(offer.listing())
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
        assertThat(tag).startsWith("\"" + shelf.revision(offer.listing()) + "-");

        http.get()
                .uri("/api/v1/listings/{id}", offer.listing())
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();

        shelf.run("update listing.variants set stock = 4 where listing_id = :id", offer.listing());
        var bearer = new Visitors(port, database).guest();
        bearer.get()
                .uri("/api/v1/listings/{id}", offer.listing())
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void doesNotShowWhatIsNotForShoppers() {
        var closed = shelf.offer(shelf.shop(), 1).listing();
        shelf.run("update listing.listings set status = 'CLOSED' where id = :id", closed);
        var draft = shelf.offer(shelf.shop(), 1).listing();
        shelf.run("update listing.listings set status = 'DRAFT' where id = :id", draft);
        var ofClosedShop = shelf.offer(shelf.shop("CLOSED"), 1).listing();

        for (Object unseen : new Object[] {closed, draft, ofClosedShop, UUID.randomUUID(), "khong-co"}) {
            get(unseen)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("listing.not-found");
        }
    }

    @Test
    void offersNothingOfAPausedListing() {
        var paused = shelf.offer(shelf.shop(), 7).listing();
        shelf.run("update listing.listings set status = 'PAUSED' where id = :id", paused);

        get(paused)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PAUSED")
                .jsonPath("$.variants[0].available")
                .isEqualTo(0);
    }

    @Test
    void countsTheListingsOfAShop() {
        var shop = shelf.shop();
        shelf.offer(shop, 1);
        shelf.offer(shop, 1);

        http.get()
                .uri("/api/v1/shops/{id}", shop)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.listingCount")
                .isEqualTo(2)
                .jsonPath("$.joinedOn")
                .isEqualTo("2026-01-02")
                .jsonPath("$.commune.name")
                .isEqualTo("Khe Sanh");
    }
}
