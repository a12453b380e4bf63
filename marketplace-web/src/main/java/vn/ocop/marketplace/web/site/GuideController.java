package vn.ocop.marketplace.web.site;

import java.time.Duration;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ocop.marketplace.web.api.ListingCard;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.api.ShopName;

/** Shows every component on one page, for developers. */
@RestController
class GuideController {

    private static final Place QUANG_TRI = new Place("44", "Quảng Trị", "tỉnh", "quang-tri");

    private final Pages pages;

    GuideController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/giao-dien")
    ResponseEntity<byte[]> guide(Visit visit) {
        var title = visit.t("guide.title");
        var crumbs = List.of(new Crumb(visit.t("site.name"), "/"), Crumb.here(title));
        return pages.html(
                "site/guide", visit, new Guide(Head.personal(title), crumbs, cards(), steps(visit)), Freshness.BROWSED);
    }

    private static List<ListingCard> cards() {
        return List.of(
                card("Cà phê Khe Sanh rang xay", 5, 185_000, true),
                card("Cao cà gai leo An Xuân", 5, 320_000, true),
                card(
                        "Bộ quà tặng đặc sản Quảng Trị gồm cà phê Khe Sanh, hồ tiêu Cùa, chè vằng và mật ong rừng",
                        4,
                        123_456_789,
                        true),
                card("Nước mắm Cửa Việt", 3, 95_000, false));
    }

    private static ListingCard card(String title, int stars, long price, boolean inStock) {
        var shop = new ShopName("", "", "Hợp tác xã Nông sản Khe Sanh", QUANG_TRI);
        var commune = new Place("19429", "Khe Sanh", "xã", null);
        return new ListingCard(
                "", "", title, shop, QUANG_TRI, commune, null, stars, price, null, null, inStock, 128, null, false);
    }

    private static List<Step> steps(Visit visit) {
        var now = visit.now();
        return List.of(
                new Step("Bạn đã đặt hàng", null, now.minus(Duration.ofHours(5)), Step.State.DONE),
                new Step("Gian hàng đã xác nhận", null, now.minus(Duration.ofHours(3)), Step.State.DONE),
                new Step("Bưu cục đến lấy hàng", "Trước 17 giờ hôm nay", null, Step.State.NOW),
                new Step("Giao đến bạn", null, null, Step.State.NEXT));
    }
}
