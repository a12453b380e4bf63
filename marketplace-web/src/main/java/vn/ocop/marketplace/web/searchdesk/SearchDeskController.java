package vn.ocop.marketplace.web.searchdesk;

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
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** One page: the rules, what is searched most and in vain, and why a list stands as it does. */
@RestController
@RequestMapping(SearchDeskController.PATH)
class SearchDeskController {

    static final String PATH = "/ban-tim-kiem";
    private static final String PLATFORM = "PLATFORM";
    private static final int LONGEST_TEXT = 200;

    private final Pages pages;
    private final Desks desks;
    private final SearchDesk desk;

    SearchDeskController(Pages pages, Desks desks, SearchDesk desk) {
        this.pages = pages;
        this.desks = desks;
        this.desk = desk;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> page(
            @RequestParam(name = "thu", required = false) @Nullable String tried, Visit visit) {
        var text = tried == null || tried.isBlank() || tried.length() > LONGEST_TEXT ? null : tried.strip();
        return desks.open(visit, PLATFORM, person -> page(visit, text, null));
    }

    @PostMapping("/giu")
    Mono<ResponseEntity<byte[]>> save(Form form, Visit visit) {
        var rule = new SearchDesk.NewRule(form.text("kind"), form.text("phrase"), form.text("target"));
        return done(visit, desk.save(visit, rule));
    }

    @PostMapping("/bo")
    Mono<ResponseEntity<byte[]>> remove(Form form, Visit visit) {
        return done(visit, desk.remove(visit, form.text("rule")));
    }

    private Mono<ResponseEntity<byte[]>> done(Visit visit, Mono<Void> doing) {
        return doing.then(Mono.fromSupplier(() -> pages.seeOther(visit, PATH)))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> desks.open(visit, PLATFORM, person -> page(visit, null, ((ApiProblem) why).detail())));
    }

    private Mono<ResponseEntity<byte[]>> page(Visit visit, @Nullable String tried, @Nullable String refusal) {
        var status = refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return desk.all(visit, tried)
                .map(all -> new SearchDeskPage(Head.personal(visit.t("searchdesk.title")), all, tried, refusal))
                .map(page -> pages.html(status, "searchdesk/desk", visit, page, Freshness.PERSONAL));
    }
}
