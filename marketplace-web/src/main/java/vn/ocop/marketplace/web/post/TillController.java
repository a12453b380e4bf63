package vn.ocop.marketplace.web.post;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** A clerk's till: opened, filled by couriers, emptied to the bank, counted, closed and signed for. */
@RestController
@RequestMapping(TillController.PATH)
class TillController {

    static final String PATH = "/buu-cuc/ca";
    private static final String POST_OFFICE = "POST_OFFICE";

    private final Pages pages;
    private final Desks desks;
    private final TillDesk tills;

    TillController(Pages pages, Desks desks, TillDesk tills) {
        this.pages = pages;
        this.desks = desks;
        this.tills = tills;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> page(
            @RequestParam(name = "buu-cuc", required = false) @Nullable String office,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return page(visit, office, done != null, null);
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit, @Nullable String office, boolean done, @Nullable String refusal) {
        var status = refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return desks.open(visit, POST_OFFICE, person -> {
            var membership = person.at(POST_OFFICE, office);
            return tills.standing(visit, membership.scope())
                    .map(standing -> TillPage.of(visit, membership, standing, done, refusal))
                    .map(page -> pages.html(status, "post/till", visit, page, Freshness.PERSONAL));
        });
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> act(Form form, Visit visit) {
        var office = form.text("office");
        var id = form.has("id") ? form.text("id") : UUID.randomUUID().toString();
        var doing = switch (form.text("what")) {
            case "open" -> tills.open(visit, office, id, amount(form));
            case "hand-in" -> tills.handIn(visit, office, id, form.text("courier"), amount(form), form.text("note"));
            case "deposit" -> tills.deposit(visit, office, id, amount(form), form.text("note"));
            case "close" -> tills.close(visit, office, amount(form), form.text("note"));
            default -> tills.sign(visit, form.text("shift"));
        };
        var scope = office.replaceAll("[^0-9A-Za-z-]", "");
        return doing.then(Mono.fromSupplier(() -> pages.seeOther(visit, PATH + "?buu-cuc=" + scope + "&vua=xong")))
                .onErrorResume(ApiProblem::refuses, why -> page(visit, office, false, ((ApiProblem) why).sentence()));
    }

    /** As people write sums: with points or without; what is no sum is one that nothing ever is. */
    private static long amount(Form form) {
        var digits = form.text("amount").replaceAll("[.,\\s₫đ]", "");
        return digits.matches("\\d{1,11}") ? Long.parseLong(digits) : -1;
    }
}
