package vn.ocop.marketplace.web.money;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The platform's money: the books, transfers and refunds that wait for a person, payouts, and the rules. */
@RestController
@RequestMapping(MoneyDeskController.PATH)
class MoneyDeskController {

    static final String PATH = "/ban-tien";
    private static final String PLATFORM = "PLATFORM";

    private final Pages pages;
    private final Desks desks;
    private final MoneyDesk desk;

    MoneyDeskController(Pages pages, Desks desks, MoneyDesk desk) {
        this.pages = pages;
        this.desks = desks;
        this.desk = desk;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> desk(
            @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        return page(visit, done != null, null);
    }

    private Mono<ResponseEntity<byte[]>> page(Visit visit, boolean done, @Nullable String refusal) {
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.all(visit)
                        .map(all -> new MoneyDeskPage(Head.personal(visit.t("money.desk")), all, done, refusal))
                        .map(page -> pages.html(status(refusal), "money/desk", visit, page, Freshness.PERSONAL)));
    }

    private static HttpStatus status(@Nullable String refusal) {
        return refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    @PostMapping("/chuyen-khoan")
    Mono<ResponseEntity<byte[]>> transfer(Form form, Visit visit) {
        var doing = form.text("what").equals("return")
                ? desk.giveBack(visit, form.text("id"), form.text("text"))
                : desk.assign(visit, form.text("id"), form.text("text"));
        return done(visit, doing, PATH + "?vua=xong", why -> page(visit, false, why));
    }

    @PostMapping("/hoan-tien")
    Mono<ResponseEntity<byte[]>> refund(Form form, Visit visit) {
        return done(
                visit,
                desk.refunded(visit, form.text("id"), form.text("text")),
                PATH + "?vua=xong",
                why -> page(visit, false, why));
    }

    @GetMapping("/thanh-toan")
    Mono<ResponseEntity<byte[]>> payment(@RequestParam(name = "ma", defaultValue = "") String code, Visit visit) {
        var wanted = code.strip().toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z-]", "");
        var page = new PaymentFilePage(Head.personal(visit.t("money.payment")), wanted, null);
        return desks.open(
                visit,
                PLATFORM,
                person -> (wanted.isEmpty() ? Mono.<MoneyDesk.PaymentFile>empty() : desk.payment(visit, wanted))
                        .onErrorResume(ApiProblem.class, why -> why.status() == 404 ? Mono.empty() : Mono.error(why))
                        .map(file -> new PaymentFilePage(page.head(), wanted, file))
                        .defaultIfEmpty(page)
                        .map(found -> pages.html(HttpStatus.OK, "money/payment", visit, found, Freshness.PERSONAL)));
    }

    @PostMapping("/tranh-chap")
    Mono<ResponseEntity<byte[]>> dispute(Form form, Visit visit) {
        return done(
                visit,
                desk.bears(visit, form.text("id"), form.text("bearer")),
                PATH + "?vua=xong",
                why -> page(visit, false, why));
    }

    @GetMapping("/dot/{id}")
    Mono<ResponseEntity<byte[]>> batch(
            @PathVariable String id, @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        return batch(visit, id, done != null, null);
    }

    private Mono<ResponseEntity<byte[]>> batch(Visit visit, String id, boolean done, @Nullable String refusal) {
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.batch(visit, id)
                        .map(file -> new BatchPage(
                                Head.personal(visit.t(
                                        "money.batch", visit.date(file.batch().day()))),
                                file,
                                done,
                                refusal))
                        .map(page -> pages.html(status(refusal), "money/batch", visit, page, Freshness.PERSONAL)));
    }

    @PostMapping("/dot/{id}")
    Mono<ResponseEntity<byte[]>> decide(@PathVariable String id, Form form, Visit visit) {
        var doing = switch (form.text("what")) {
            case "paid" -> desk.paid(visit, form.text("payout"), form.text("text"));
            case "failed" -> desk.failed(visit, form.text("payout"), form.text("text"));
            case "approval" -> desk.decide(visit, id, "approval");
            default -> desk.decide(visit, id, "submission");
        };
        return done(visit, doing, PATH + "/dot/" + known(id) + "?vua=xong", why -> batch(visit, id, false, why));
    }

    /** An id, or nothing that could be anything else. */
    private static String known(String id) {
        return id.replaceAll("[^0-9A-Za-z-]", "");
    }

    @GetMapping("/dot/{id}/tep-ngan-hang")
    Mono<ResponseEntity<byte[]>> bankFile(@PathVariable String id, Visit visit) {
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.bankFile(visit, id)
                        .map(bytes -> ResponseEntity.ok()
                                .contentType(Spreadsheet.TYPE)
                                .cacheControl(CacheControl.noStore())
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename("tra-tien.xlsx")
                                                .build()
                                                .toString())
                                .body(bytes)));
    }

    private Mono<ResponseEntity<byte[]>> done(
            Visit visit, Mono<Void> doing, String to, Function<String, Mono<ResponseEntity<byte[]>>> again) {
        return doing.then(Mono.fromSupplier(() -> pages.seeOther(visit, to)))
                .onErrorResume(ApiProblem::refuses, why -> again.apply(((ApiProblem) why).sentence()));
    }
}
