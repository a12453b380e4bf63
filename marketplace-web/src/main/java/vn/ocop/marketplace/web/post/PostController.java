package vn.ocop.marketplace.web.post;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The clerk's desk: take parcels over, hand them over. */
@RestController
@RequestMapping("/buu-cuc")
class PostController {

    /** A tracking number or an order code, as far as one can tell. */
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,}[-A-Z0-9]*\\d[-A-Z0-9]*");

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
        var refused = ask.toReview() ? counter.refused(visit, office) : Mono.just(List.<RefusedScan>of());
        return Mono.zip(
                        counter.queue(visit, office, ask).zipWhen(queue -> proofs(visit, ask, queue)),
                        last(visit, office, last),
                        refused)
                .map(all -> PostPage.of(
                        visit,
                        person,
                        ask,
                        all.getT1().getT1(),
                        all.getT1().getT2(),
                        all.getT3(),
                        all.getT2().orElse(null),
                        refusal))
                .map(page -> pages.html(status, "post/post", visit, page, Freshness.PERSONAL));
    }

    /** Of the one parcel that was looked for. */
    private Mono<List<Proof>> proofs(Visit visit, Ask ask, Queue queue) {
        return ask.scanned().isEmpty() || queue.items().size() != 1
                ? Mono.just(List.of())
                : counter.proofs(visit, queue.items().getFirst().id());
    }

    @GetMapping("/bang-chung/{parcel}/{document}")
    Mono<ResponseEntity<Flux<DataBuffer>>> proof(
            @PathVariable String parcel, @PathVariable String document, Visit visit) {
        return counter.proof(visit, parcel, document);
    }

    private Mono<Optional<Parcel>> last(Visit visit, String office, @Nullable String orderCode) {
        return orderCode == null || orderCode.isBlank()
                ? Mono.just(Optional.empty())
                : counter.ofOrder(visit, office, orderCode).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    /** A code goes into an address, a phone number or a name does not. */
    @PostMapping("/tim")
    Mono<ResponseEntity<byte[]>> find(Form form, Visit visit) {
        var typed = form.text("ma");
        if (typed.isEmpty() || CODE.matcher(Ask.tidy(typed)).matches()) {
            var path = UriComponentsBuilder.fromPath("/buu-cuc")
                    .queryParam("buu-cuc", "{office}")
                    .queryParam("ma", "{number}")
                    .encode()
                    .buildAndExpand(form.text("office"), typed)
                    .toUriString();
            return Mono.just(pages.seeOther(visit, path));
        }
        var ask = Ask.of(form.text("office"), null, null, null);
        return desks.open(
                visit,
                "POST_OFFICE",
                person -> counter.find(visit, ask.of(person).scope(), typed)
                        .map(found -> PostPage.found(visit, person, ask, found, typed))
                        .map(page -> pages.html(HttpStatus.OK, "post/post", visit, page, Freshness.PERSONAL)));
    }

    /** Without scripts: one scan, here and now. */
    @PostMapping("/quet")
    Mono<ResponseEntity<byte[]>> scan(Form form, Visit visit) {
        var ask = Ask.of(form.text("office"), null, null, null);
        var scan = new Scan(
                form.has("id") ? form.text("id") : UUID.randomUUID().toString(),
                form.text("number"),
                form.text("step"),
                visit.now(),
                false,
                form.textOrNull("reason"),
                null,
                form.textOrNull("voids"),
                null);
        return desks.open(
                visit,
                "POST_OFFICE",
                person -> counter.atDesk(visit, ask.of(person).scope(), new Scan.Batch(null, List.of(scan)))
                        .flatMap(receipts ->
                                scanned(visit, person, ask, receipts.receipts().getFirst())));
    }

    private Mono<ResponseEntity<byte[]>> scanned(Visit visit, Person person, Ask ask, Scan.Receipt receipt) {
        var parcel = receipt.parcel();
        if (receipt.refused() || parcel == null) {
            return page(visit, person, ask, null, String.valueOf(receipt.detail()));
        }
        var path = UriComponentsBuilder.fromPath("/buu-cuc")
                .queryParam("buu-cuc", "{office}")
                .queryParam("trang-thai", "{list}")
                .queryParam("vua", "{order}")
                .encode()
                .buildAndExpand(ask.of(person).scope(), parcel.status().name(), parcel.orderCode())
                .toUriString();
        return Mono.just(pages.seeOther(visit, path));
    }

    /** What the desk's script sends, one after another. */
    @PostMapping(path = "/gui", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Object>> sent(
            @RequestParam(name = "buu-cuc") String office, @RequestBody Scan.Batch batch, Visit visit) {
        return counter.atDesk(visit, office, batch)
                .map(receipts ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).<Object>body(receipts))
                .onErrorResume(
                        ApiProblem.class,
                        why -> Mono.just(ResponseEntity.status(why.status())
                                .cacheControl(CacheControl.noStore())
                                .body(Map.of("detail", String.valueOf(why.detail())))));
    }

    @GetMapping("/so-lieu")
    Mono<ResponseEntity<byte[]>> figures(
            @RequestParam(name = "buu-cuc", required = false) @Nullable String office, Visit visit) {
        return desks.open(visit, "POST_OFFICE", person -> {
            var membership = person.at("POST_OFFICE", office);
            return counter.figures(visit, membership.scope())
                    .map(figures -> new FiguresPage(Head.personal(visit.t("figures.title")), membership, figures))
                    .map(page -> pages.html(HttpStatus.OK, "post/figures", visit, page, Freshness.PERSONAL));
        });
    }

    /** The head of the office has dealt with a scan that could not be taken. */
    @PostMapping("/da-xem")
    Mono<ResponseEntity<byte[]>> seen(Form form, Visit visit) {
        var office = form.text("office");
        return counter.seen(visit, office, form.text("scan"))
                .onErrorResume(ApiProblem.class, gone -> Mono.empty())
                .then(Mono.fromSupplier(
                        () -> pages.seeOther(visit, "/buu-cuc?buu-cuc=" + office + "&trang-thai=TO_REVIEW")));
    }

    @GetMapping("/van-don")
    Mono<ResponseEntity<Flux<DataBuffer>>> waybills(
            @RequestParam(name = "buu-cuc") String office,
            @RequestParam(name = "ma") List<String> numbers,
            @RequestParam(name = "kho", defaultValue = "A6") String sheet,
            Visit visit) {
        return counter.waybills(visit, office, numbers, sheet.equals("A4") ? "A4" : "A6");
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
