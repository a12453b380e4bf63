package vn.ocop.marketplace.web.selling;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Sends every draft of a shop to the officers and shows how far that has got. */
@RestController
@RequestMapping("/nguoi-ban/gui-duyet")
class SubmissionController {

    private final Pages pages;
    private final Desks desks;
    private final ShelfDesk shelfDesk;

    SubmissionController(Pages pages, Desks desks, ShelfDesk shelfDesk) {
        this.pages = pages;
        this.desks = desks;
        this.shelfDesk = shelfDesk;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> submitAll(Form form, Visit visit) {
        var shop = form.text("shop");
        return shelfDesk
                .submitDrafts(visit, shop, form.text("key"))
                .map(started -> pages.seeOther(
                        visit,
                        UriComponentsBuilder.fromPath("/nguoi-ban/gui-duyet/{id}")
                                .queryParam("gian-hang", "{shop}")
                                .encode()
                                .buildAndExpand(started.id(), shop)
                                .toUriString()));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> progress(
            @PathVariable String id,
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            Visit visit) {
        return desks.open(visit, "SHOP", person -> {
            var own = person.at("SHOP", shop);
            return shelfDesk
                    .submission(visit, own.scope(), id)
                    .map(submission -> new SubmissionPage(
                            Head.personal(visit.t("submission.title")).withScripts("htmx.js"), own, submission))
                    .map(page -> pages.html("selling/submission", visit, page, Freshness.PERSONAL));
        });
    }
}
