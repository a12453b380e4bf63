package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;

/** A shop's listings by sheet, over HTTP: named, looked at, put into effect, taken home, changed, sent again. */
class ListingSheetIT implements LocalApi {

    private static final String HEADINGS =
            "Mã hàng,Mã sản phẩm,Tên sản phẩm,Lựa chọn,Giá bán,Tồn kho,Bộ sản phẩm OCOP,Cân nặng,Xuất xứ\n";

    @Autowired
    DatabaseClient database;

    Shelf shelf;
    UUID shop;
    ApiClient seller;

    @BeforeEach
    void people() {
        shelf = new Shelf(database);
        shop = shelf.shop();
        seller = new Staff(database).worksFor("SHOP", shop.toString());
    }

    private String path(String rest) {
        return "/api/v1/shops/" + shop + rest;
    }

    private ApiClient.Answer send(String csv) {
        return send(csv.getBytes(StandardCharsets.UTF_8));
    }

    private ApiClient.Answer send(byte[] file) {
        return seller.send(path("/sheets/listings/imports?fileName=hang.csv"), file);
    }

    private ApiClient.Answer awaitState(String id, String state) {
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> seller.get(path("/imports/" + id)),
                        sheet -> sheet.text("/state").equals(state));
    }

    private ApiClient.Answer checked(ApiClient.Answer sent) {
        assertThat(sent.status()).as(sent.body().toString()).isEqualTo(201);
        var id = sent.text("/id");
        assertThat(seller.post(path("/imports/" + id + "/check"), Map.of()).status())
                .isEqualTo(202);
        return awaitState(id, "CHECKED");
    }

    private ApiClient.Answer ran(ApiClient.Answer sent) {
        var id = checked(sent).text("/id");
        assertThat(seller.post(path("/imports/" + id + "/run"), Map.of()).status())
                .isEqualTo(202);
        return awaitState(id, "DONE");
    }

    private static long outcome(ApiClient.Answer sheet, String kind) {
        return sheet.body().path("outcomes").path(kind).asLong(0);
    }

    private String notes(ApiClient.Answer sheet) {
        var notes = new StringBuilder();
        for (var row : seller.get(path("/imports/" + sheet.text("/id") + "/rows?noted=true&limit=96"))
                .body()
                .path("items")) {
            notes.append(row.path("number").asInt())
                    .append(' ')
                    .append(row.path("notes"))
                    .append('\n');
        }
        return notes.toString();
    }

    private long count(String sql) {
        return shelf.number(sql, shop);
    }

    @Test
    void aSheetBecomesDraftsAndSentAgainChangesNothing() {
        var csv = HEADINGS
                + "TIEU-200,TIEU,Tiêu Cùa,Túi 200 g,85.000,40,Gia vị,250 g,Cam Lộ\n"
                + "TIEU-500,TIEU,,Túi 500 g,195.000,10,,\"0,55 kg\",\n"
                + "CAPHE,,Cà phê Khe Sanh,,95000,5,s13,500,\n";

        var looked = checked(send(csv));
        assertThat(outcome(looked, "CREATED")).as(notes(looked)).isEqualTo(3);
        assertThat(count("select count(*) as n from listing.listings where shop_id = :id"))
                .isZero();
        var first = ran(send(csv));
        assertThat(outcome(first, "CREATED")).isEqualTo(3);
        assertThat(notes(first)).contains("Hạn sử dụng");
        var again = ran(send(csv));

        assertThat(outcome(again, "UNCHANGED")).isEqualTo(3);
        assertThat(count("select count(*) as n from listing.listings where shop_id = :id and status = 'DRAFT'"))
                .isEqualTo(2);
        assertThat(count("""
                select sum(v.stock) as n from listing.variants v join listing.listings l on l.id = v.listing_id
                 where l.shop_id = :id and v.active""")).isEqualTo(55);
        assertThat(count("""
                select count(*) as n from listing.stock_movements m join listing.variants v on v.id = m.variant_id
                  join listing.listings l on l.id = v.listing_id where l.shop_id = :id and m.kind = 'OPENING'""")).isEqualTo(3);
        assertThat(seller.get(path("/listings?q=tieu")).text("/items/0/title/vi"))
                .isEqualTo("Tiêu Cùa");
    }

    @Test
    void columnsByOtherNamesAreRecognisedOrNamedByHand() {
        var sent = send("DANH SÁCH HÀNG NĂM 2026\n\nSKU;Tên hàng;Đơn giá;Danh mục;Ghi chú\nA1;Tiêu Cùa;85000;s10;x\n");
        assertThat(sent.body().path("mapping").propertyNames())
                .containsExactlyInAnyOrder("sku", "title", "price", "category");
        assertThat(sent.body().at("/mapping/price").asInt()).isEqualTo(2);
        assertThat(outcome(checked(sent), "CREATED")).isEqualTo(1);

        var strange = send("Kod;Nazwa;Cena;Typ\nA1;Tiêu Cùa;85000;s10\n");
        var id = strange.text("/id");
        assertThat(seller.post(path("/imports/" + id + "/check"), Map.of()).text("/errors/0/field"))
                .isEqualTo("mapping.sku");
        assertThat(seller.post(path("/imports/" + id + "/check"), Map.of("mapping", Map.of("sku", 0, "title", 0)))
                        .code())
                .isEqualTo("platform.invalid");
        seller.post(
                path("/imports/" + id + "/check"),
                Map.of("mapping", Map.of("sku", 0, "title", 1, "price", 2, "category", 3)));
        assertThat(outcome(awaitState(id, "CHECKED"), "CREATED")).isEqualTo(1);
    }

    @Test
    void faultsAreToldByRowAndTheGoodOnesGoThrough() {
        var sheet = ran(send(HEADINGS
                + "A,,Tiêu Cùa,,85000,1,s10,250,\n"
                + "B,,Ti,,500,-3,zz,chín,\n"
                + "A,,Tiêu khác,,85000,1,s10,250,\n"
                + ",,Không mã,,85000,1,s10,250,\n"
                + "C1,C,Cà phê,Gói,85000,1,s13,250,\n"
                + "C2,C,Cà phê khác,Gói,1e5,1,s13,250,\n"
                + "D,,Dầu lạc,,85000,1,s09,250,\n"));

        var notes = notes(sheet);
        assertThat(outcome(sheet, "CREATED")).as(notes).isEqualTo(1);
        assertThat(outcome(sheet, "REFUSED")).as(notes).isEqualTo(6);
        assertThat(notes)
                .contains("trùng với dòng 2")
                .contains("Giá bán (đồng): phải từ 1.000 đến 1.000.000.000")
                .contains("khác với dòng 6")
                .contains("Mã hàng: chưa ghi")
                .contains("Giá bán (đồng): không phải số");
        var refused = new String(
                seller.file(path("/imports/" + sheet.text("/id") + "/refused-rows?format=CSV")),
                StandardCharsets.UTF_8);
        assertThat(refused.lines().count()).isEqualTo(7);
        assertThat(refused).contains("Lý do chưa nhập được").doesNotContain("Dầu lạc");
    }

    @Test
    void hostileFilesAreRefusedInWords() throws IOException {
        assertThat(send(new byte[0]).code()).isEqualTo("sheet.empty");
        assertThat(send("Mã hàng,Tên sản phẩm\n").code()).isEqualTo("sheet.empty");
        assertThat(send(new byte[] {'P', 'K', 3, 4, 9, 9}).code()).isEqualTo("sheet.unreadable");
        var rows = IntStream.range(0, 20_000)
                .mapToObj(i -> "A" + i + ",Tên " + i)
                .collect(Collectors.joining("\n", "Mã hàng,Tên sản phẩm\n", ""));
        assertThat(send(rows).code()).isEqualTo("sheet.too-many-rows");
        assertThat(send(workbook(20_000)).code()).isEqualTo("sheet.too-many-rows");
        assertThat(send(new byte[17 << 20]).code()).isEqualTo("platform.too-large");
        assertThat(count("select count(*) as n from sheet.imports where shop_id = :id"))
                .isZero();
    }

    private static byte[] workbook(int rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Hàng");
            var headings = HEADINGS.strip().split(",");
            for (int i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            for (int i = 1; i <= rows; i++) {
                sheet.value(i, 0, "MA-" + i);
                sheet.value(i, 2, "Đặc sản vùng Cùa số " + i);
                sheet.value(i, 4, 50_000 + i);
                sheet.value(i, 5, i % 100);
                sheet.value(i, 6, "s10");
                sheet.value(i, 7, 250);
                sheet.value(i, 8, "Cam Lộ, Quảng Trị");
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void tenThousandRowsAreLookedAtAndPutIntoEffect() throws IOException {
        var began = System.nanoTime();
        var sheet = ran(send(workbook(10_000)));
        var took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(outcome(sheet, "CREATED")).isEqualTo(10_000);
        assertThat(count("select count(*) as n from listing.listings where shop_id = :id"))
                .isEqualTo(10_000);
        began = System.nanoTime();
        assertThat(outcome(ran(send(workbook(10_000))), "UNCHANGED")).isEqualTo(10_000);
        System.Logger log = System.getLogger(ListingSheetIT.class.getName());
        log.log(
                System.Logger.Level.WARNING,
                "10,000 new rows sent, checked and imported in {0}; again in {1}",
                took,
                Duration.ofNanos(System.nanoTime() - began));
    }

    /** What is taken home, priced anew and sent back changes just the prices; what was sold meanwhile stays sold. */
    @Test
    void pricesAndStockAreEditedInTheSheetTakenHome() throws IOException {
        var offer = shelf.offer(shop, 5, 7);
        var sheet = new String(seller.file(path("/sheets/listings?format=CSV")), StandardCharsets.UTF_8);
        assertThat(sheet.lines().count()).isEqualTo(3);
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(seller.file(path("/sheets/listings?format=XLSX"))))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(3);
        }
        shelf.run(
                "update listing.variants set stock = 4 where id = :id",
                offer.variants().getFirst());

        var dearer = sheet.replace("95000,5,5", "99000,9,5").replace("95000,7,7", "99000,8,7");
        var done = ran(send(dearer));

        assertThat(outcome(done, "REFUSED")).as(notes(done)).isEqualTo(2);
        assertThat(notes(done)).contains("nay còn 4");
        done = ran(send(sheet.replace("95000,5,5", "99000,5,5").replace("95000,7,7", "99000,8,7")));
        assertThat(outcome(done, "UPDATED")).as(notes(done)).isEqualTo(2);
        assertThat(shelf.stock(offer.variants().getFirst())).isEqualTo(4);
        assertThat(shelf.stock(offer.variants().getLast())).isEqualTo(8);
        assertThat(shelf.number(
                        "select max(price) as n from listing.price_history where variant_id = :id",
                        offer.variants().getLast()))
                .isEqualTo(99_000);
        assertThat(shelf.number(
                        "select quantity::bigint as n from listing.stock_movements where kind = 'COUNTED' and variant_id = :id",
                        offer.variants().getLast()))
                .isEqualTo(1);
        assertThat(shelf.changes(offer.listing())).isPositive();
    }

    /** A sheet is no way around the officer. */
    @Test
    void whatBuyersTrustWaitsForTheOfficerAsAlways() {
        var offer = shelf.offer(shop, 5);
        var sheet = new String(seller.file(path("/sheets/listings?format=CSV")), StandardCharsets.UTF_8)
                .replace("Cà phê Khe Sanh", "Cà phê năm sao");

        var done = ran(send(sheet));

        assertThat(outcome(done, "UPDATED")).as(notes(done)).isEqualTo(1);
        assertThat(shelf.number(
                        "select count(*) as n from listing.change_requests where status = 'OPEN' and listing_id = :id",
                        offer.listing()))
                .isEqualTo(1);
        assertThat(shelf.number(
                        "select count(*) as n from listing.listings where title_vi = 'Cà phê Khe Sanh' and id = :id",
                        offer.listing()))
                .isEqualTo(1);
        assertThat(outcome(ran(send(sheet)), "UNCHANGED")).isEqualTo(1);
    }

    @Test
    void aNewChoiceJoinsAListingByItsCode() {
        ran(send(HEADINGS + "TIEU-200,TIEU,Tiêu Cùa,Túi 200 g,85000,40,s10,250,\n"));
        var done = ran(send(HEADINGS + "TIEU-500,TIEU,,Túi 500 g,195000,4,,550,\n"));

        assertThat(outcome(done, "UPDATED")).as(notes(done)).isEqualTo(1);
        assertThat(outcome(ran(send("Mã hàng,Giá bán\nTIEU-500,199000\n")), "UPDATED"))
                .isEqualTo(1);
        assertThat(count("""
                select max(v.price) as n from listing.variants v join listing.listings l on l.id = v.listing_id
                 where l.shop_id = :id and v.sku = 'TIEU-500'""")).isEqualTo(199_000);
        assertThat(count("select count(*) as n from listing.listings where shop_id = :id"))
                .isEqualTo(1);
    }

    @Test
    void theTemplateGoesInAsItCameOut() {
        var template = seller.file(path("/sheets/listings/template?category=s10&format=XLSX"));
        var csv = new String(
                seller.file(path("/sheets/listings/template?category=s10&format=CSV")), StandardCharsets.UTF_8);

        assertThat(csv).contains("Hạn sử dụng *").contains("Mã hàng *");
        assertThat(outcome(checked(send(template)), "SKIPPED")).isEqualTo(1);
        assertThat(outcome(checked(send(csv.replace("Ví dụ TIEU-200 (xóa dòng này)", "TIEU-200"))), "CREATED"))
                .isEqualTo(1);
    }

    @Test
    void certificatesComeBySheetAndWaitForTheOfficer() {
        var csv = "Số giấy chứng nhận,Sản phẩm được chứng nhận,Số sao,Số quyết định,Ngày quyết định,Cơ quan cấp\n"
                + "12/GCN,Tiêu Cùa,4 sao,2345/QĐ-UBND,15/12/2025,UBND tỉnh Quảng Trị\n"
                + "13/GCN,Tiêu Cùa,5,1/QĐ,31/02/2025,Bộ\n";
        var sent = seller.send(path("/sheets/certificates/imports"), csv.getBytes(StandardCharsets.UTF_8));
        var done = ran(sent);

        assertThat(outcome(done, "CREATED")).as(notes(done)).isEqualTo(1);
        assertThat(notes(done)).contains("không phải ngày");
        assertThat(seller.get(path("/certificates")).text("/items/0/standing")).isEqualTo("WAITING");
        assertThat(outcome(
                        ran(seller.send(path("/sheets/certificates/imports"), csv.getBytes(StandardCharsets.UTF_8))),
                        "UNCHANGED"))
                .isEqualTo(1);
        var listed = ran(send(
                "Mã hàng,Tên sản phẩm,Giá bán,Bộ sản phẩm OCOP,Số chứng nhận OCOP\nT,Tiêu Cùa,85000,s10,12/GCN\n"));
        assertThat(outcome(listed, "CREATED")).as(notes(listed)).isEqualTo(1);
    }

    @Test
    void aSheetRunsOnceAndNotUnlooked() {
        var sent = send(HEADINGS + "A,,Tiêu Cùa,,85000,1,s10,250,\n");
        var run = path("/imports/" + sent.text("/id") + "/run");
        assertThat(seller.post(run, Map.of()).code()).isEqualTo("sheet.not-now");
        checked(sent);
        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> assertThat(seller.post(run, Map.of()).status()).isEqualTo(202));
        awaitState(sent.text("/id"), "DONE");
        assertThat(count("select count(*) as n from listing.listings where shop_id = :id"))
                .isEqualTo(1);
        assertThat(seller.post(path("/imports/" + sent.text("/id") + "/check"), Map.of())
                        .code())
                .isEqualTo("sheet.not-now");
        var other = new Staff(database).worksFor("SHOP", shelf.shop().toString());
        assertThat(other.get(path("/imports/" + sent.text("/id"))).status()).isEqualTo(404);
    }
}
