package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Order;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The seller's desk: see what was ordered, say yes or no. */
@RestController
@RequestMapping("/nguoi-ban")
class SellerController {

    private static final int LONGEST_REASON = 300;

    private static final List<String> SAID = List.of("nhan", "tu-choi", "hoa-don");

    private final Pages pages;
    private final Desks desks;
    private final ShopDesk shopDesk;

    SellerController(Pages pages, Desks desks, ShopDesk shopDesk) {
        this.pages = pages;
        this.desks = desks;
        this.shopDesk = shopDesk;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> desk(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "trang-thai", required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            @RequestParam(name = "don", required = false) @Nullable String order,
            Visit visit) {
        var wanted = Wanted.of(shop, status, after);
        var said =
                done != null && SAID.contains(done) ? new SellerPage.Said(done, order, null) : SellerPage.Said.NOTHING;
        return desks.open(visit, "SHOP", person -> page(visit, person, wanted, said));
    }

    private Mono<ResponseEntity<byte[]>> page(Visit visit, Person person, Wanted wanted, SellerPage.Said said) {
        var status = said.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return shopDesk.orders(visit, wanted.of(person).scope(), wanted)
                .map(orders -> SellerPage.of(visit, person, wanted, orders, said))
                .map(page -> pages.html(status, "selling/seller", visit, page, Freshness.PERSONAL));
    }

    @PostMapping("/nhan")
    Mono<ResponseEntity<byte[]>> confirm(Form form, Visit visit) {
        return answered(visit, form, shopDesk.confirm(visit, form.text("order")), "nhan");
    }

    @PostMapping("/tu-choi")
    Mono<ResponseEntity<byte[]>> refuse(Form form, Visit visit) {
        var words = form.text("words");
        var reason = words.isEmpty() ? form.text("reason") : words;
        if (reason.isEmpty()) {
            return refused(visit, form, visit.t("seller.refuse.missing"));
        }
        var shortened = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        return answered(visit, form, shopDesk.refuse(visit, form.text("order"), shortened), "tu-choi");
    }

    /** Which electronic invoice was issued for an order. */
    @PostMapping("/hoa-don")
    Mono<ResponseEntity<byte[]>> invoice(Form form, Visit visit) {
        var invoice = Map.of(
                "symbol", form.text("symbol").toUpperCase(Locale.ROOT),
                "number", form.text("number"),
                "issuedOn", form.text("issuedOn"),
                "lookupCode", form.text("lookupCode"),
                "lookupSite", form.text("lookupSite"));
        return answered(visit, form, shopDesk.invoice(visit, form.text("order"), invoice), "hoa-don");
    }

    private Mono<ResponseEntity<byte[]>> answered(Visit visit, Form form, Mono<Order> answer, String done) {
        return answer.map(order -> pages.seeOther(visit, back(form, done, order.code())))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, form, ((ApiProblem) why).detail()));
    }

    private static String back(Form form, String done, String order) {
        return UriComponentsBuilder.fromPath("/nguoi-ban")
                .queryParam("gian-hang", "{shop}")
                .queryParam("vua", "{done}")
                .queryParam("don", "{order}")
                .encode()
                .buildAndExpand(form.text("shop"), done, order)
                .toUriString();
    }

    private Mono<ResponseEntity<byte[]>> refused(Visit visit, Form form, @Nullable String why) {
        var wanted = Wanted.of(form.text("shop"), null, null);
        return desks.open(
                visit,
                "SHOP",
                person -> page(visit, person, wanted, new SellerPage.Said(null, form.text("order"), why)));
    }
}
