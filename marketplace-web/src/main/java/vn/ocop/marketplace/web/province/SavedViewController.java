package vn.ocop.marketplace.web.province;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Saves and forgets an officer's ways of looking at a queue. */
@RestController
@RequestMapping("/ban-tinh/cach-xem")
class SavedViewController {

    private static final int LONGEST_NAME = 60;

    private final Pages pages;
    private final SavedViews views;

    SavedViewController(Pages pages, SavedViews views) {
        this.pages = pages;
        this.views = views;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> save(Form form, Visit visit) {
        var queue = QueueDesk.of(form.text("desk"));
        var query = QueueDesk.query(form.text("loai"), form.text("q"));
        var name = form.text("name");
        var back = pages.seeOther(visit, queue.link(Codes.of(form.text("tinh")), query));
        return name.isBlank()
                ? Mono.just(back)
                : views.save(visit, queue.desk(), name.substring(0, Math.min(LONGEST_NAME, name.length())), query)
                        .thenReturn(back)
                        .onErrorReturn(ApiProblem::refuses, back);
    }

    @PostMapping("/bo")
    Mono<ResponseEntity<byte[]>> remove(Form form, Visit visit) {
        var queue = QueueDesk.of(form.text("desk"));
        return views.remove(visit, form.text("id"))
                .then(Mono.fromSupplier(() -> pages.seeOther(visit, queue.link(Codes.of(form.text("tinh")), ""))));
    }
}
