package vn.ocop.marketplace.web.money;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Where the tax withheld is declared month by month, and its payment noted. */
@RestController
@RequestMapping(TaxDeskController.PATH)
class TaxDeskController {

    static final String PATH = "/ban-tien/thue";
    private static final String PLATFORM = "PLATFORM";

    private final Pages pages;
    private final Desks desks;
    private final TaxDesk taxes;

    TaxDeskController(Pages pages, Desks desks, TaxDesk taxes) {
        this.pages = pages;
        this.desks = desks;
        this.taxes = taxes;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> desk(
            @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        return page(visit, done != null, null);
    }

    private Mono<ResponseEntity<byte[]>> page(Visit visit, boolean done, @Nullable String refusal) {
        var status = refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        var lastMonth = YearMonth.from(visit.today()).minusMonths(1).toString();
        return desks.open(
                visit,
                PLATFORM,
                person -> taxes.all(visit)
                        .map(all -> new TaxDeskPage(
                                Head.personal(visit.t("money.tax.title")), all, lastMonth, done, refusal))
                        .map(page -> pages.html(status, "money/tax", visit, page, Freshness.PERSONAL)));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> declare(Form form, Visit visit) {
        var month = form.text("month").replaceAll("[^0-9-]", "");
        var doing = form.text("what").equals("paid") ? taxes.paid(visit, month) : taxes.declare(visit, month);
        return doing.then(Mono.fromSupplier(() -> pages.seeOther(visit, PATH + "?vua=xong")))
                .onErrorResume(ApiProblem::refuses, why -> page(visit, false, ((ApiProblem) why).sentence()));
    }

    @GetMapping("/{month}.xlsx")
    Mono<ResponseEntity<Flux<DataBuffer>>> list(@PathVariable String month, Visit visit) {
        return taxes.list(visit, month);
    }
}
