package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.media.PictureFiles;

/** From the first picture to the shelf, and every change after it: what buyers see, somebody has looked at. */
class ListingReviewIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    Shelf shelf;
    UUID shop;
    ApiClient seller;
    ApiClient officer;

    @BeforeEach
    void open() {
        var staff = new Staff(database);
        shelf = new Shelf(database);
        shop = shelf.shop();
        seller = staff.worksFor("SHOP", shop.toString());
        officer = staff.worksFor("PROVINCE", "44");
    }

    private static Map<String, Object> whole(String picture) {
        return Map.of(
                "title",
                "Tiêu Cùa hạt đen",
                "description",
                "Tiêu đen vùng Cùa",
                "categoryCode",
                "s10",
                "pictures",
                List.of(Map.of("id", picture, "alt", "Hũ tiêu")),
                "attributes",
                Map.of(
                        "origin", "Cam Lộ",
                        "net_weight", "200 g",
                        "ingredients", "Tiêu đen",
                        "shelf_life", "12 tháng",
                        "storage", "Nơi khô"),
                "variants",
                List.of(Map.of("name", "Túi", "price", 85_000, "stock", 4, "weightGrams", 250)));
    }

    private ApiClient.Answer patch(ApiClient who, String id, String revision, String body) {
        return who.raw("PATCH", "/api/v1/listings/" + id, body, "If-Match", '"' + revision + '"');
    }

    private ApiClient.Answer decide(ApiClient who, String id, String revision, String verdict, String reason) {
        return who.raw(
                "POST",
                "/api/v1/listings/" + id + "/decisions",
                "{\"verdict\": \"%s\", \"reason\": \"%s\"}".formatted(verdict, reason),
                "If-Match",
                '"' + revision + '"');
    }

    private ApiClient.Answer file(ApiClient who, String id) {
        return who.get("/api/v1/shops/" + shop + "/listings/" + id);
    }

    private ApiClient.Answer draft() {
        var picture = seller.upload(PictureFiles.jpeg(800, 600)).text("/id");
        var draft = seller.post("/api/v1/shops/" + shop + "/listings", whole(picture));
        assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);
        return draft;
    }

    private ApiClient.Answer onSale() {
        var draft = draft();
        var submitted = patch(seller, draft.text("/id"), draft.text("/revision"), "{\"status\": \"IN_REVIEW\"}");
        assertThat(submitted.text("/status")).as(submitted.body().toString()).isEqualTo("IN_REVIEW");
        return decide(officer, draft.text("/id"), submitted.text("/revision"), "APPROVE", "");
    }

    @Test
    void goesOnSaleOnlyWhenAnOfficerSaysSo() {
        var draft = draft();
        var id = draft.text("/id");
        assertThat(patch(seller, id, draft.text("/revision"), "{\"status\": \"ON_SALE\"}")
                        .code())
                .isEqualTo("listing.illegal-transition");
        var submitted = patch(seller, id, draft.text("/revision"), "{\"status\": \"IN_REVIEW\"}");
        assertThat(ApiClient.stranger().get("/api/v1/listings/" + id).status()).isEqualTo(404);
        assertThat(decide(seller, id, submitted.text("/revision"), "APPROVE", "")
                        .status())
                .isEqualTo(404);

        assertThat(decide(officer, id, submitted.text("/revision"), "REFUSE", "")
                        .code())
                .isEqualTo("listing.reason-needed");
        var refused = decide(officer, id, submitted.text("/revision"), "REFUSE", "Ảnh mờ quá");
        assertThat(file(seller, id).text("/listing/refusal")).isEqualTo("Ảnh mờ quá");

        var again = patch(seller, id, refused.text("/revision"), "{\"status\": \"IN_REVIEW\"}");
        var approved = decide(officer, id, again.text("/revision"), "APPROVE", "");
        assertThat(approved.text("/status")).isEqualTo("ON_SALE");
        var page = ApiClient.stranger().get("/api/v1/listings/" + id);
        assertThat(page.text("/pictures/0/path")).startsWith("/media/");
        assertThat(page.text("/variants/0/available")).isEqualTo("4");
        assertThat(shelf.changes(UUID.fromString(id))).isPositive();
        assertThat(file(officer, id).body().at("/listing/history").size()).isEqualTo(4);
    }

    @Test
    void tellsTheSecondOfTwoOfficers() {
        var draft = draft();
        var id = draft.text("/id");
        var seen = patch(seller, id, draft.text("/revision"), "{\"status\": \"IN_REVIEW\"}")
                .text("/revision");

        assertThat(decide(officer, id, seen, "APPROVE", "").status()).isEqualTo(200);
        var second = decide(officer, id, seen, "REFUSE", "Thiếu nhãn");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.code()).isEqualTo("listing.stale");
    }

    @Test
    void keepsTheOldNameOnSaleWhileTheNewOneWaits() {
        var listed = onSale();
        var id = listed.text("/id");
        var asked = patch(seller, id, listed.text("/revision"), """
                {"title": "Tiêu rừng", "description": "Mới", "variants": []}""");
        assertThat(asked.text("/awaitsReview")).isEqualTo("true");

        var page = ApiClient.guest().get("/api/v1/listings/" + id);
        assertThat(page.text("/title")).isEqualTo("Tiêu Cùa hạt đen");
        assertThat(page.text("/description")).isEqualTo("Mới");
        var file = file(officer, id);
        assertThat(file.text("/listing/title/vi")).isEqualTo("Tiêu Cùa hạt đen");
        assertThat(file.text("/listing/wanted/title")).isEqualTo("Tiêu rừng");
        assertThat(officer.get("/api/v1/province-desks/44/listings?changes=true&limit=96")
                        .body()
                        .at("/items")
                        .findValuesAsString("id"))
                .contains(id);

        var approved = decide(officer, id, asked.text("/revision"), "APPROVE", "");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(ApiClient.guest().get("/api/v1/listings/" + id).text("/title"))
                .isEqualTo("Tiêu rừng");
        assertThat(decide(officer, id, approved.text("/revision"), "APPROVE", "")
                        .code())
                .isEqualTo("listing.nothing-to-decide");
    }

    @Test
    void forgetsAWishTheSellerTakesBack() {
        var listed = onSale();
        var id = listed.text("/id");
        var asked = patch(seller, id, listed.text("/revision"), "{\"title\": \"Tiêu rừng\"}");
        var back = patch(seller, id, asked.text("/revision"), "{\"title\": \"Tiêu Cùa hạt đen\"}");

        assertThat(back.text("/awaitsReview")).isEqualTo("false");
        assertThat(file(seller, id).body().at("/listing/wanted").isNull()).isTrue();
    }

    @Test
    void priceAndStockHoldAtOnce() {
        var listed = onSale();
        var id = listed.text("/id");
        var variant = file(seller, id).text("/listing/variants/0/id");
        var moved = seller.post(
                "/api/v1/shops/" + shop + "/stock-moves",
                Map.of(
                        "kind",
                        "RECEIVED",
                        "reason",
                        "Mẻ mới",
                        "moves",
                        List.of(Map.of("variantId", variant, "price", 90_000, "quantity", 6))));

        assertThat(moved.status()).isEqualTo(204);
        var page = ApiClient.guest().get("/api/v1/listings/" + id);
        assertThat(page.text("/variants/0/price")).isEqualTo("90000");
        assertThat(page.text("/variants/0/available")).isEqualTo("10");
        var history = seller.get("/api/v1/shops/" + shop + "/variants/" + variant + "/stock-moves");
        assertThat(history.text("/items/0/kind")).isEqualTo("RECEIVED");
        assertThat(history.text("/items/0/stockAfter")).isEqualTo("10");
        assertThat(history.text("/items/1/kind")).isEqualTo("OPENING");
        assertThat(file(seller, id).text("/listing/variants/0/lowestPrice")).isEqualTo("85000");

        var tooMany = seller.post(
                "/api/v1/shops/" + shop + "/stock-moves",
                Map.of("kind", "DAMAGED", "moves", List.of(Map.of("variantId", variant, "quantity", -11))));
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.text("/errors/0/field")).isEqualTo("moves[0].quantity");
        assertThat(shelf.stock(UUID.fromString(variant))).isEqualTo(10);
    }

    @Test
    void decidesOnManyAndSaysHowEachWent() {
        var seen = IntStream.range(0, 3)
                .mapToObj(i -> draft())
                .map(draft -> patch(seller, draft.text("/id"), draft.text("/revision"), "{\"status\": \"IN_REVIEW\"}"))
                .map(waiting -> Map.of("id", waiting.text("/id"), "revision", Long.valueOf(waiting.text("/revision"))))
                .toList();
        decide(
                officer,
                String.valueOf(seen.getFirst().get("id")),
                String.valueOf(seen.getFirst().get("revision")),
                "APPROVE",
                "");

        var outcome = officer.post(
                "/api/v1/province-desks/44/listing-decisions",
                Map.of("verdict", "REFUSE", "reason", "Thiếu nhãn phụ", "listings", seen));
        assertThat(outcome.text("/items/0/done")).isEqualTo("false");
        assertThat(outcome.text("/items/0/code")).isEqualTo("listing.stale");
        assertThat(outcome.text("/items/1/done")).isEqualTo("true");
        assertThat(outcome.text("/items/2/done")).isEqualTo("true");
        var shelfSeen = seller.get("/api/v1/shops/" + shop + "/listings?status=REFUSED");
        assertThat(shelfSeen.body().at("/items").size()).isEqualTo(2);
        assertThat(shelfSeen.text("/counts/REFUSED")).isEqualTo("2");
        assertThat(shelfSeen.text("/counts/ON_SALE")).isEqualTo("1");
    }

    @Test
    void findsOnTheShelfByNameAndLowStock() {
        onSale();
        assertThat(seller.get("/api/v1/shops/" + shop + "/listings?q=tieu%20cua")
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(seller.get("/api/v1/shops/" + shop + "/listings?q=100%25")
                        .body()
                        .at("/items")
                        .size())
                .isZero();
        assertThat(seller.get("/api/v1/shops/" + shop + "/listings?lowStock=true")
                        .text("/items/0/title/vi"))
                .isEqualTo("Tiêu Cùa hạt đen");
    }

    @Test
    void takesDownWithAReasonAndTheSellerCannotPutItBack() {
        var listed = onSale();
        var id = listed.text("/id");
        var down = decide(officer, id, listed.text("/revision"), "TAKE_DOWN", "Theo yêu cầu của cơ quan quản lý");

        assertThat(down.text("/status")).isEqualTo("REFUSED");
        assertThat(ApiClient.guest().get("/api/v1/listings/" + id).status()).isEqualTo(404);
        assertThat(patch(seller, id, down.text("/revision"), "{\"status\": \"ON_SALE\"}")
                        .code())
                .isEqualTo("listing.illegal-transition");
    }

    @Test
    void everyDraftGoesAtOneWordHoweverManyThereAre() throws Exception {
        var picture = seller.upload(PictureFiles.jpeg(800, 800)).text("/id");
        for (int i = 0; i < 120; i++) {
            seller.post("/api/v1/shops/" + shop + "/listings", whole(picture));
        }
        seller.post("/api/v1/shops/" + shop + "/listings", Map.of("title", "Chưa xong"));

        var key = UUID.randomUUID().toString();
        var path = "/api/v1/shops/" + shop + "/draft-submissions";
        var started = seller.post(path, Map.of(), key);
        assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
        assertThat(started.body().path("total").asInt()).isEqualTo(121);
        assertThat(seller.post(path, Map.of(), key).text("/id")).isEqualTo(started.text("/id"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> seller.get(path + "/" + started.text("/id"))
                        .body()
                        .path("finished")
                        .asBoolean());
        var done = seller.get(path + "/" + started.text("/id")).body();
        assertThat(done.path("submitted").asInt()).isEqualTo(120);
        assertThat(done.path("unfinished").asInt()).isEqualTo(1);
        assertThat(shelf.number(
                        "select count(*) as n from listing.listings where shop_id = :id and status = 'IN_REVIEW'",
                        shop))
                .isEqualTo(120);
    }

    @Test
    void picturesFindTheirListingsByTheNamesOfTheirFiles() throws Exception {
        var draft = seller.post("/api/v1/shops/" + shop + "/listings", Map.of("title", "Tiêu sọ"))
                .text("/id");
        var code = draft.substring(24);
        var first = seller.upload(PictureFiles.jpeg(400, 400)).text("/id");
        var second = seller.upload(PictureFiles.jpeg(400, 400)).text("/id");

        var placed = seller.post(
                "/api/v1/shops/" + shop + "/named-pictures",
                Map.of(
                        "pictures",
                        List.of(
                                Map.of("name", code + "-2.jpg", "pictureId", second),
                                Map.of("name", code.toUpperCase(java.util.Locale.ROOT) + ".JPG", "pictureId", first),
                                Map.of("name", "không ai.jpg", "pictureId", first))));

        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(200);
        assertThat(placed.text("/items/0/listingId")).isEqualTo(draft);
        assertThat(placed.body().at("/items/2/done").asBoolean()).isFalse();
        var listing = seller.get("/api/v1/shops/" + shop + "/listings/" + draft);
        assertThat(listing.text("/listing/pictures/0/id")).isEqualTo(first);
        assertThat(listing.text("/listing/pictures/1/id")).isEqualTo(second);
    }
}
