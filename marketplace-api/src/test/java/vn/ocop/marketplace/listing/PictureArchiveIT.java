package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.media.PictureFiles;

/** A zip of pictures over HTTP: unpacked, drawn anew, put where their names say. */
class PictureArchiveIT implements LocalApi {

    private static final String SHEET = "Mã hàng,Tên sản phẩm,Giá bán,Tồn kho,Bộ sản phẩm OCOP,Cân nặng\n"
            + "TC-200,Tiêu Cùa,85000,5,s10,250\nCA-1,Cà phê Khe Sanh,95000,5,s13,500\n";

    @Autowired
    DatabaseClient database;

    @Autowired
    RemoveOldArchives removeOldArchives;

    Shelf shelf;
    UUID shop;
    ApiClient seller;

    @BeforeEach
    void aShopWithDrafts() {
        shelf = new Shelf(database);
        shop = shelf.shop();
        seller = new Staff(database).worksFor("SHOP", shop.toString());
        var id = seller.send(path("/sheets/listings/imports"), SHEET.getBytes(StandardCharsets.UTF_8))
                .text("/id");
        seller.post(path("/imports/" + id + "/check"), Map.of());
        awaitState(id, "CHECKED");
        seller.post(path("/imports/" + id + "/run"), Map.of());
        awaitState(id, "DONE");
    }

    private String path(String rest) {
        return "/api/v1/shops/" + shop + rest;
    }

    private void awaitState(String id, String state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> seller.get(path("/imports/" + id)).text("/state").equals(state));
    }

    private ApiClient.Answer finished(ApiClient.Answer sent) {
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(202);
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> seller.get(path("/picture-archives/" + sent.text("/id"))),
                        progress -> progress.body().path("finished").asBoolean());
    }

    private long pictures() {
        return shelf.number("""
                select count(*) as n from listing.listing_pictures p join listing.listings l on l.id = p.listing_id
                 where l.shop_id = :id""", shop);
    }

    @Test
    void everyPictureGoesWhereItsNameSays() {
        var first = PictureFiles.jpeg(400, 400);
        var archive = PictureFiles.zip(Map.of(
                "anh/TC-200.jpg", first,
                "anh/TC-200-2.jpg", PictureFiles.jpeg(400, 400),
                "anh/ca-1.png", PictureFiles.png(400, 400),
                "anh/khong-co.jpg", PictureFiles.jpeg(400, 400),
                "anh/CA-1 (2).jpg", "no picture".getBytes(StandardCharsets.UTF_8)));

        var done = finished(seller.send(path("/picture-archives"), archive));

        assertThat(done.body().path("placed").asInt())
                .as(done.body().toString())
                .isEqualTo(3);
        assertThat(done.body().path("total").asInt()).isEqualTo(5);
        assertThat(done.text("/others/0/name")).isEqualTo("CA-1 (2).jpg");
        assertThat(done.text("/others/0/message")).isNotEmpty();
        assertThat(done.text("/others/1/name")).isEqualTo("khong-co.jpg");
        assertThat(done.text("/others/1/message")).isEmpty();
        assertThat(pictures()).isEqualTo(3);

        var again = finished(seller.send(path("/picture-archives"), PictureFiles.zip(Map.of("TC-200.jpg", first))));
        assertThat(again.body().path("placed").asInt()).isEqualTo(1);
        assertThat(pictures()).isEqualTo(3);
    }

    @Test
    void theSameKeyUnpacksOnce() {
        var archive = PictureFiles.zip(Map.of("TC-200.jpg", PictureFiles.jpeg(400, 400)));
        var key = UUID.randomUUID().toString();
        var done = finished(seller.send(path("/picture-archives"), archive, key));
        var again = finished(seller.send(path("/picture-archives"), archive, key));

        assertThat(again.text("/id")).isEqualTo(done.text("/id"));
        assertThat(again.body().path("total").asInt()).isEqualTo(1);
        assertThat(pictures()).isEqualTo(1);
        assertThat(seller.get(path("/picture-archives/" + UUID.randomUUID())).status())
                .isEqualTo(404);
    }

    /** Its file went with the copy of the application that was killed: whoever looks is told to send it again. */
    @Test
    void whatNobodyUnpacksToItsEndHasFailed() {
        var archive = Objects.requireNonNull(database.sql("""
                insert into listing.picture_archives (shop_id, sent_by, state, created_at, changed_at)
                values (:shop, :shop, 'UNPACKING', :then, :then)
                returning id
                """)
                .bind("shop", shop)
                .bind("then", Instant.now().minus(Duration.ofMinutes(31)))
                .map(row -> Objects.requireNonNull(row.get("id", UUID.class)))
                .one()
                .block());

        removeOldArchives.run().block();

        var progress = seller.get(path("/picture-archives/" + archive));
        assertThat(progress.body().path("failed").asBoolean()).isTrue();
        assertThat(progress.body().path("finished").asBoolean()).isTrue();
    }

    @Test
    void whatIsNoArchiveLeavesNothingBehind() {
        var refused = seller.send(path("/picture-archives"), "no archive".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("listing.archive-unreadable");
        assertThat(pictures()).isZero();
    }
}
