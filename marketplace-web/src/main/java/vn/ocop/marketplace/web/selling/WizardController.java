package vn.ocop.marketplace.web.selling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
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
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Puts a product on sale step by step, photographs first; every step is saved, so that nothing is lost on the way. */
@RestController
@RequestMapping("/nguoi-ban/san-pham")
class WizardController {

    private final Pages pages;
    private final Desks desks;
    private final ShelfDesk shelfDesk;
    private final WizardParts parts;

    WizardController(Pages pages, Desks desks, ShelfDesk shelfDesk, WizardParts parts) {
        this.pages = pages;
        this.desks = desks;
        this.shelfDesk = shelfDesk;
        this.parts = parts;
    }

    @GetMapping("/moi")
    Mono<ResponseEntity<byte[]>> begin(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop, Visit visit) {
        return desks.open(visit, "SHOP", person -> fresh(visit, person.at("SHOP", shop), WizardPage.Said.NOTHING));
    }

    private Mono<ResponseEntity<byte[]>> fresh(Visit visit, Person.Membership shop, WizardPage.Said said) {
        var page =
                WizardPage.of(visit, shop, WizardStep.PICTURES, new WizardPage.Parts(null, List.of(), List.of()), said);
        return Mono.just(pages.html(status(said), "selling/wizard", visit, page, Freshness.PERSONAL));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> step(
            @PathVariable String id,
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "buoc", required = false) @Nullable String step,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        var said = "gui".equals(done) || "cho".equals(done) || "luu".equals(done)
                ? new WizardPage.Said(done, List.of())
                : WizardPage.Said.NOTHING;
        return show(visit, shop, id, step == null ? WizardStep.PREVIEW : WizardStep.of(step), said);
    }

    private Mono<ResponseEntity<byte[]>> show(
            Visit visit, @Nullable String shop, String id, WizardStep step, WizardPage.Said said) {
        return desks.open(visit, "SHOP", person -> {
            var own = person.at("SHOP", shop);
            return parts.of(visit, own.scope(), id)
                    .map(known -> WizardPage.of(visit, own, step, known, said))
                    .map(page -> pages.html(status(said), "selling/wizard", visit, page, Freshness.PERSONAL));
        });
    }

    private static HttpStatus status(WizardPage.Said said) {
        return said.refusals().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** The first photographs make the draft. */
    @PostMapping(path = "/moi/anh", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> first(ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData().flatMap(sent -> {
            var form = form(sent);
            var shop = form.text("shop");
            return shelfDesk
                    .upload(visit, files(sent))
                    .flatMap(pictures -> shelfDesk.start(
                            visit, shop, form.text("key"), Map.of("pictures", WizardForm.pictures(form, pictures))))
                    .map(draft -> pages.seeOther(visit, path(draft.id(), shop, WizardStep.WHAT)))
                    .onErrorResume(
                            ApiProblem::refuses,
                            why -> desks.open(
                                    visit,
                                    "SHOP",
                                    person -> fresh(visit, person.at("SHOP", shop), refusal((ApiProblem) why))));
        });
    }

    /** More photographs, fewer, or in another order. */
    @PostMapping(path = "/{id}/anh", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> pictures(@PathVariable String id, ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData().flatMap(sent -> {
            var form = form(sent);
            return saved(
                    visit,
                    id,
                    form,
                    WizardStep.PICTURES,
                    () -> shelfDesk
                            .upload(visit, files(sent))
                            .flatMap(added -> shelfDesk.revise(
                                    visit,
                                    id,
                                    form.version("revision"),
                                    Map.of("pictures", WizardForm.pictures(form, added)))));
        });
    }

    @PostMapping("/{id}/thong-tin")
    Mono<ResponseEntity<byte[]>> what(@PathVariable String id, Form form, Visit visit) {
        return saved(
                visit,
                id,
                form,
                WizardStep.WHAT,
                () -> shelfDesk.revise(visit, id, form.version("revision"), WizardForm.what(form)));
    }

    @PostMapping("/{id}/gia")
    Mono<ResponseEntity<byte[]>> price(@PathVariable String id, Form form, Visit visit) {
        return saved(
                visit,
                id,
                form,
                WizardStep.PRICE,
                () -> shelfDesk.revise(
                        visit, id, form.version("revision"), Map.of("variants", WizardForm.variants(form))));
    }

    @PostMapping("/{id}/xem")
    Mono<ResponseEntity<byte[]>> submit(@PathVariable String id, Form form, Visit visit) {
        return saved(
                visit,
                id,
                form,
                WizardStep.PREVIEW,
                () -> shelfDesk.revise(visit, id, form.version("revision"), Map.of("status", form.text("status"))));
    }

    /** What is to be saved, asked for only when the form is understood. */
    private interface Saving {
        Mono<SavedListing> save();
    }

    private Mono<ResponseEntity<byte[]>> saved(Visit visit, String id, Form form, WizardStep step, Saving saving) {
        var shop = form.text("shop");
        return Mono.defer(saving::save)
                .map(saved -> pages.seeOther(visit, after(saved, shop, step)))
                .onErrorResume(ApiProblem::refuses, why -> show(visit, shop, id, step, refusal((ApiProblem) why)));
    }

    private static String after(SavedListing saved, String shop, WizardStep step) {
        var to = path(saved.id(), shop, saved.status().approved() ? WizardStep.PREVIEW : step.next());
        if (saved.awaitsReview()) {
            return to + "&vua=cho";
        }
        return to + (saved.status() == ListingState.IN_REVIEW ? "&vua=gui" : "&vua=luu");
    }

    private static String path(String id, String shop, WizardStep step) {
        return "/nguoi-ban/san-pham/" + id + "?gian-hang=" + shop + "&buoc=" + step.path();
    }

    private static WizardPage.Said refusal(ApiProblem why) {
        return new WizardPage.Said(null, why.sentences());
    }

    private static Flux<FilePart> files(MultiValueMap<String, Part> sent) {
        return Flux.fromIterable(sent.getOrDefault("anh", List.of())).ofType(FilePart.class);
    }

    private static Form form(MultiValueMap<String, Part> sent) {
        var fields = new LinkedMultiValueMap<String, String>();
        sent.values().stream()
                .flatMap(List::stream)
                .filter(FormFieldPart.class::isInstance)
                .map(FormFieldPart.class::cast)
                .forEach(part -> fields.add(part.name(), part.value()));
        return new Form(fields);
    }
}
