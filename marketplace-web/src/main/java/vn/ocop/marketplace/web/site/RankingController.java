package vn.ocop.marketplace.web.site;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The main criteria by which listings are ordered, which the law wants everyone to be able to read. */
@RestController
class RankingController {

    private final Pages pages;

    RankingController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/cach-xep-hang")
    ResponseEntity<byte[]> ranking(Visit visit) {
        var title = visit.t("ranking.title");
        var page = new RankingPage(
                Head.of(title, visit.t("ranking.text"), "/cach-xep-hang"),
                List.of(new Crumb(visit.t("home.crumb"), "/"), Crumb.here(title)));
        return pages.html("site/ranking", visit, page, Freshness.BROWSED);
    }
}
