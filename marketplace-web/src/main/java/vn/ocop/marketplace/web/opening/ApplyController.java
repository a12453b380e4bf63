package vn.ocop.marketplace.web.opening;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Commune;
import vn.ocop.marketplace.web.buying.Destinations;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Begins a shop with the four things that make one; the rest is filled in afterwards. */
@RestController
@RequestMapping("/mo-gian-hang")
class ApplyController {

    private final Pages pages;
    private final Desks desks;
    private final Destinations destinations;
    private final OpeningDesk opening;

    ApplyController(Pages pages, Desks desks, Destinations destinations, OpeningDesk opening) {
        this.pages = pages;
        this.desks = desks;
        this.destinations = destinations;
        this.opening = opening;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> form(Visit visit) {
        return page(
                visit,
                new Form(new LinkedMultiValueMap<>()),
                List.of(),
                null,
                UUID.randomUUID().toString());
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit, Form form, List<Commune> found, @Nullable ApiProblem refusal, String key) {
        return desks.member(visit, person -> {
            var page = new ApplyPage(
                    Head.personal(visit.t("opening.apply")), form, found, form.has("commune-name"), refusal, key);
            var status = refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
            return Mono.just(pages.html(status, "opening/apply", visit, page, Freshness.PERSONAL));
        });
    }

    /** One commune that fits is taken; several are offered. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> apply(Form form, Visit visit) {
        if (form.has("commune") && !form.text("action").equals("search")) {
            return apply(visit, form, form.text("commune"), List.of());
        }
        return destinations
                .find(visit, form.text("commune-name"))
                .flatMap(found -> found.size() == 1 && !form.text("action").equals("search")
                        ? apply(visit, form, found.getFirst().code(), found)
                        : page(visit, form, found, null, form.text("key")));
    }

    private Mono<ResponseEntity<byte[]>> apply(Visit visit, Form form, String commune, List<Commune> found) {
        var application = Map.of(
                "name", form.text("name"),
                "legalKind", form.text("legalKind"),
                "street", form.text("street"),
                "communeCode", commune);
        return opening.apply(visit, form.text("key"), application)
                .map(opened -> pages.seeOther(
                        visit, "/nguoi-ban/ho-so?gian-hang=" + opened.shop().id() + "&vua=mo"))
                .onErrorResume(
                        ApiProblem::refuses, why -> page(visit, form, found, (ApiProblem) why, form.text("key")));
    }
}
