package vn.ocop.marketplace.web.post;

import java.util.Optional;
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
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The clerk's desk: take parcels over, hand them over. */
@RestController
@RequestMapping("/buu-cuc")
class PostController {

    private final Pages pages;
    private final Desks desks;
    private final Counter counter;

    PostController(Pages pages, Desks desks, Counter counter) {
        this.pages = pages;
        this.desks = desks;
        this.counter = counter;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> desk(
            @RequestParam(name = "buu-cuc", required = false) @Nullable String office,
            @RequestParam(name = "trang-thai", required = false) @Nullable String status,
            @RequestParam(name = "ma", required = false) @Nullable String scanned,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "vua", required = false) @Nullable String last,
            Visit visit) {
        var ask = Ask.of(office, status, scanned, after);
        return desks.open(visit, "POST_OFFICE", person -> page(visit, person, ask, last, null));
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit, Person person, Ask ask, @Nullable String last, @Nullable String refusal) {
        var office = ask.of(person).scope();
        var status = refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return Mono.zip(counter.queue(visit, office, ask), last(visit, office, last))
                .map(both -> PostPage.of(
                        visit, person, ask, both.getT1(), both.getT2().orElse(null), refusal))
                .map(page -> pages.html(status, "post/post", visit, page, Freshness.PERSONAL));
    }

    private Mono<Optional<Parcel>> last(Visit visit, String office, @Nullable String orderCode) {
        return orderCode == null || orderCode.isBlank()
                ? Mono.just(Optional.empty())
                : counter.ofOrder(visit, office, orderCode).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    @PostMapping("/nhan")
    Mono<ResponseEntity<byte[]>> accept(Form form, Visit visit) {
        return done(visit, form, counter.accept(visit, form.text("parcel")), Parcel.Status.TO_COLLECT);
    }

    @PostMapping("/giao")
    Mono<ResponseEntity<byte[]>> deliver(Form form, Visit visit) {
        return done(visit, form, counter.deliver(visit, form.text("parcel")), Parcel.Status.ACCEPTED);
    }

    private Mono<ResponseEntity<byte[]>> done(Visit visit, Form form, Mono<Parcel> doing, Parcel.Status list) {
        return doing.map(parcel -> pages.seeOther(visit, back(form, list, parcel)))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, form, list, (ApiProblem) why));
    }

    private static String back(Form form, Parcel.Status list, Parcel parcel) {
        return UriComponentsBuilder.fromPath("/buu-cuc")
                .queryParam("buu-cuc", "{office}")
                .queryParam("trang-thai", "{list}")
                .queryParam("vua", "{order}")
                .encode()
                .buildAndExpand(form.text("office"), list.name(), parcel.orderCode())
                .toUriString();
    }

    private Mono<ResponseEntity<byte[]>> refused(Visit visit, Form form, Parcel.Status list, ApiProblem why) {
        var ask = Ask.of(form.text("office"), list.name(), null, null);
        return desks.open(visit, "POST_OFFICE", person -> page(visit, person, ask, null, why.detail()));
    }
}
