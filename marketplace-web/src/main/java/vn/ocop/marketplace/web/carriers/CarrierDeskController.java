package vn.ocop.marketplace.web.carriers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The platform's desk for carriers. */
@RestController
@RequestMapping(CarrierDeskController.PATH)
class CarrierDeskController {

    static final String PATH = "/ban-van-chuyen";
    private static final String PLATFORM = "PLATFORM";
    private static final Form NO_FORM = new Form(new LinkedMultiValueMap<>());

    private final Pages pages;
    private final Desks desks;
    private final CarrierDesk desk;

    CarrierDeskController(Pages pages, Desks desks, CarrierDesk desk) {
        this.pages = pages;
        this.desks = desks;
        this.desk = desk;
    }

    private static CarrierPages.Said said(@Nullable String done) {
        return new CarrierPages.Said(done != null, null, NO_FORM);
    }

    private ResponseEntity<byte[]> html(Visit visit, String template, CarrierPages.Said said, Object model) {
        var status = said.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.html(status, "carriers/" + template, visit, model, Freshness.PERSONAL);
    }

    /** Afterwards the page anew; what was refused stands in its form again. */
    private Mono<ResponseEntity<byte[]>> done(
            Visit visit,
            Form form,
            Mono<?> doing,
            String to,
            Function<CarrierPages.Said, Mono<ResponseEntity<byte[]>>> again) {
        return doing.then(Mono.fromSupplier(() -> pages.seeOther(visit, to + "?vua=xong")))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> again.apply(new CarrierPages.Said(false, ((ApiProblem) why).sentence(), form)));
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> money(
            @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        return money(visit, said(done));
    }

    private Mono<ResponseEntity<byte[]>> money(Visit visit, CarrierPages.Said said) {
        return desks.open(
                visit,
                PLATFORM,
                person -> Mono.zip(desk.standing(visit), desk.remittances(visit), desk.owed(visit))
                        .map(all -> new CarrierPages.Money(
                                Head.personal(visit.t("carriers.money")),
                                all.getT1().carriers(),
                                all.getT2(),
                                all.getT3(),
                                said))
                        .map(page -> html(visit, "money", said, page)));
    }

    @PostMapping("/nop-tien")
    Mono<ResponseEntity<byte[]>> receive(Form form, Visit visit) {
        var lines = claims(form.longText("lines"));
        if (lines.isEmpty()) {
            return money(visit, new CarrierPages.Said(false, visit.t("carriers.lines.unread"), form));
        }
        var id = form.has("id") ? form.text("id") : UUID.randomUUID().toString();
        return done(
                visit,
                form,
                desk.receive(visit, id, form.text("carrier"), form.text("bankRef"), lines),
                PATH,
                said -> money(visit, said));
    }

    /**
     * A number and a sum to each line, as a carrier's sheet has them, below zero what it paid out; nothing where one
     * line cannot be read.
     */
    static List<CarrierDesk.Claim> claims(String typed) {
        var lines = typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("[\\t;|]|\\s{1,20}(?=[-−]?[0-9.,]+\\s*[₫đ]?$)", 2))
                .toList();
        boolean read = lines.stream()
                .allMatch(line -> line.length == 2 && amount(line[1]).matches("-?\\d{1,11}"));
        return read
                ? lines.stream()
                        .map(line -> new CarrierDesk.Claim(line[0].strip(), Long.parseLong(amount(line[1]))))
                        .toList()
                : List.of();
    }

    private static String amount(String typed) {
        return typed.replaceAll("[.,\\s₫đ]", "").replace('−', '-');
    }

    @GetMapping("/don-vi")
    Mono<ResponseEntity<byte[]>> carriers(
            @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        return carriers(visit, said(done), null);
    }

    private Mono<ResponseEntity<byte[]>> carriers(
            Visit visit, CarrierPages.Said said, CarrierDesk.@Nullable FreshKey fresh) {
        return desks.open(
                visit,
                PLATFORM,
                person -> Mono.zip(desk.standing(visit).zipWhen(known -> keyed(visit, known)), desk.figures(visit))
                        .map(all -> new CarrierPages.Carriers(
                                Head.personal(visit.t("carriers.carriers")),
                                all.getT1().getT1(),
                                all.getT1().getT2(),
                                all.getT2(),
                                fresh,
                                said))
                        .map(page -> html(visit, "carriers", said, page)));
    }

    private Mono<List<CarrierPages.KeyedAccount>> keyed(Visit visit, CarrierDesk.Standing known) {
        return Flux.fromIterable(known.accounts())
                .concatMap(account ->
                        desk.keys(visit, account.id()).map(keys -> new CarrierPages.KeyedAccount(account, keys)))
                .collectList();
    }

    @PostMapping("/don-vi")
    Mono<ResponseEntity<byte[]>> save(Form form, Visit visit) {
        var account = new LinkedHashMap<String, Object>();
        for (var field : List.of("carrier", "adapter", "baseUrl", "shopRef", "token", "secret")) {
            account.put(field, form.text(field));
        }
        account.put("codes", codes(form.longText("codes")));
        var id = form.has("id") ? form.text("id") : UUID.randomUUID().toString();
        return changed(visit, form, desk.save(visit, id, account));
    }

    private Mono<ResponseEntity<byte[]>> changed(Visit visit, Form form, Mono<?> changing) {
        return done(visit, form, changing, PATH + "/don-vi", said -> carriers(visit, said, null));
    }

    @PostMapping("/ma")
    Mono<ResponseEntity<byte[]>> codes(Form form, Visit visit) {
        return changed(visit, form, desk.codes(visit, form.text("id"), codes(form.longText("codes"))));
    }

    /** {@code code = STEP} to each line; without a step the code says nothing new. */
    static Map<String, String> codes(String typed) {
        return typed.lines()
                .map(line -> line.split("=", 2))
                .filter(line -> !line[0].isBlank())
                .collect(Collectors.toMap(
                        line -> line[0].strip(),
                        line -> line.length == 2 ? line[1].strip() : "",
                        (first, again) -> again,
                        LinkedHashMap::new));
    }

    @PostMapping("/khoa")
    Mono<ResponseEntity<byte[]>> key(Form form, Visit visit) {
        if (form.has("revoke")) {
            return changed(visit, form, desk.revoke(visit, form.text("revoke")));
        }
        var scopes = form.fields().getOrDefault("scope", List.of());
        return desk.makeKey(visit, form.text("id"), form.text("name"), scopes)
                .flatMap(fresh -> carriers(visit, new CarrierPages.Said(false, null, NO_FORM), fresh))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> carriers(
                                visit, new CarrierPages.Said(false, ((ApiProblem) why).sentence(), form), null));
    }

    @PostMapping("/hoi-lai")
    Mono<ResponseEntity<byte[]>> askAgain(Form form, Visit visit) {
        return changed(visit, form, desk.askAgain(visit, form.text("parcel")));
    }

    @GetMapping("/bang-gia")
    Mono<ResponseEntity<byte[]>> rates(Visit visit) {
        return rates(visit, said(null), null);
    }

    private Mono<ResponseEntity<byte[]>> rates(
            Visit visit, CarrierPages.Said said, CarrierDesk.@Nullable Imported imported) {
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.standing(visit)
                        .map(known -> new CarrierPages.Rates(
                                Head.personal(visit.t("carriers.rates")), known.carriers(), imported, said))
                        .map(page -> html(visit, "rates", said, page)));
    }

    @GetMapping("/bang-gia/{carrier}")
    Mono<ResponseEntity<Flux<DataBuffer>>> sheet(@PathVariable String carrier, Visit visit) {
        return desk.rates(visit, carrier);
    }

    @PostMapping(path = "/bang-gia", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> readRates(ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData().flatMap(sent -> {
            var carrier = sent.getFirst("carrier") instanceof FormFieldPart field ? field.value() : "";
            return sent.getFirst("tep") instanceof FilePart file
                            && !file.filename().isEmpty()
                    ? desk.readRates(visit, carrier, file.content())
                            .flatMap(imported -> rates(visit, said(null), imported))
                            .onErrorResume(
                                    ApiProblem::refuses,
                                    why -> rates(
                                            visit,
                                            new CarrierPages.Said(false, ((ApiProblem) why).sentence(), NO_FORM),
                                            null))
                    : rates(visit, new CarrierPages.Said(false, visit.t("sheets.choose-file"), NO_FORM), null);
        });
    }

    @GetMapping("/xem-lai")
    Mono<ResponseEntity<byte[]>> unclear(
            @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        return unclear(visit, said(done));
    }

    private Mono<ResponseEntity<byte[]>> unclear(Visit visit, CarrierPages.Said said) {
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.unclear(visit)
                        .map(items -> new CarrierPages.Unclear(Head.personal(visit.t("carriers.unclear")), items, said))
                        .map(page -> html(visit, "unclear", said, page)));
    }

    @PostMapping("/xem-lai")
    Mono<ResponseEntity<byte[]>> explain(Form form, Visit visit) {
        return done(
                visit,
                form,
                desk.explain(visit, form.text("id"), form.textOrNull("step")),
                PATH + "/xem-lai",
                said -> unclear(visit, said));
    }
}
