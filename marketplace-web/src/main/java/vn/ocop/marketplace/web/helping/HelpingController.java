package vn.ocop.marketplace.web.helping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
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
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Destinations;
import vn.ocop.marketplace.web.opening.Opening;
import vn.ocop.marketplace.web.opening.OpeningDesk;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Helping a household to sell: ask it, open its shop, draft its goods, have its yes, hand over. */
@RestController
@RequestMapping("/giup-ban-hang")
class HelpingController {

    private static final Set<String> SAID = Set.of("dong-y", "duyet", "gian-hang", "xac-nhan", "ket-thuc", "ma");
    private static final Form NOTHING = new Form(new LinkedMultiValueMap<>());

    private final Pages pages;
    private final Desks desks;
    private final MandateDesk mandateDesk;
    private final OpeningDesk openingDesk;
    private final Destinations destinations;

    HelpingController(
            Pages pages, Desks desks, MandateDesk mandateDesk, OpeningDesk openingDesk, Destinations destinations) {
        this.pages = pages;
        this.desks = desks;
        this.mandateDesk = mandateDesk;
        this.openingDesk = openingDesk;
        this.destinations = destinations;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> desk(
            @RequestParam(name = "noi", required = false) @Nullable String place,
            @RequestParam(name = "loai", required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Visit visit) {
        return desk(visit, place, new Looked(HelpingPage.known(state), after), NOTHING, null);
    }

    /** Which mandates are looked at. */
    private record Looked(@Nullable String state, @Nullable String after) {}

    private Mono<ResponseEntity<byte[]>> desk(
            Visit visit, @Nullable String place, Looked looked, Form form, @Nullable ApiProblem refusal) {
        return desks.helper(visit, person -> {
            var at = person.helpsAt(place);
            return mandateDesk
                    .all(visit, at, looked.state(), looked.after())
                    .map(all -> HelpingPage.of(visit, at, person.helpingPlaces(), all, looked.state(), form, refusal))
                    .map(page -> pages.html(
                            refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "helping/desk",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    /** Asks, and sends the household its code at once. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> ask(Form form, Visit visit) {
        return desks.helper(visit, person -> {
            var at = person.helpsAt(form.text("noi"));
            var question = Map.of(
                    "householdName", form.text("householdName"),
                    "phone", form.text("phone"),
                    "permissions", permissions(form),
                    "validTo", form.text("validTo"));
            return mandateDesk
                    .ask(visit, at, form.text("key"), question)
                    .flatMap(asked -> mandateDesk
                            .sendCode(visit, asked.id(), "AGREE")
                            .map(sent -> pages.seeOther(visit, path(asked.id()) + "?ma=" + sent.id()))
                            .onErrorResume(
                                    ApiProblem::refuses, later -> Mono.just(pages.seeOther(visit, path(asked.id())))))
                    .onErrorResume(
                            ApiProblem::refuses,
                            why -> desk(visit, form.text("noi"), new Looked(null, null), form, (ApiProblem) why));
        });
    }

    /** Opening the shop and drafting goods is what one comes for; helping with orders is asked for. */
    private static List<String> permissions(Form form) {
        return form.has("orders")
                ? List.of("SHOP_PROFILE", "SHOP_LISTINGS", "SHOP_ORDERS")
                : List.of("SHOP_PROFILE", "SHOP_LISTINGS");
    }

    private static String path(String id) {
        return "/giup-ban-hang/" + id;
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> mandate(
            @PathVariable String id,
            @RequestParam(name = "ma", required = false) @Nullable String codeId,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            Visit visit) {
        var known = said != null && SAID.contains(said) ? said : null;
        return page(visit, id, new MandatePage.Added(codeId, known, NOTHING, List.of(), null));
    }

    private Mono<ResponseEntity<byte[]>> page(Visit visit, String id, MandatePage.Added added) {
        return desks.member(
                visit,
                person -> mandateDesk
                        .open(visit, id)
                        .flatMap(mandate -> file(visit, mandate)
                                .map(opening -> MandatePage.of(visit, mandate, helps(person, mandate), opening, added))
                                .switchIfEmpty(Mono.fromSupplier(
                                        () -> MandatePage.of(visit, mandate, helps(person, mandate), null, added))))
                        .map(page -> pages.html(
                                added.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                                "helping/mandate",
                                visit,
                                page,
                                Freshness.PERSONAL)));
    }

    private static boolean helps(Person person, Mandate mandate) {
        return person.helpingPlaces().stream()
                .anyMatch(place -> place.kind().equals(mandate.agentKind())
                        && place.scope().equals(mandate.agentScope()));
    }

    /** An ended mandate shows no file any more. */
    private Mono<Opening> file(Visit visit, Mandate mandate) {
        return mandate.shopId() == null || !mandate.is("ACTIVE")
                ? Mono.empty()
                : openingDesk.file(visit, mandate.shopId()).onErrorResume(ApiProblem::refuses, gone -> Mono.empty());
    }

    private Mono<ResponseEntity<byte[]>> after(
            Visit visit, String id, String said, Mono<?> done, @Nullable String codeId, Form form) {
        return done.map(result -> pages.seeOther(visit, path(id) + "?vua=" + said))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> page(visit, id, new MandatePage.Added(codeId, null, form, List.of(), (ApiProblem) why)));
    }

    @PostMapping("/{id}/ma")
    Mono<ResponseEntity<byte[]>> code(@PathVariable String id, Form form, Visit visit) {
        return mandateDesk
                .sendCode(visit, id, form.text("word").equals("CONFIRM") ? "CONFIRM" : "AGREE")
                .map(sent -> pages.seeOther(visit, path(id) + "?vua=ma&ma=" + sent.id()))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> page(
                                visit,
                                id,
                                new MandatePage.Added(
                                        form.textOrNull("codeId"), null, form, List.of(), (ApiProblem) why)));
    }

    @PostMapping("/{id}/dong-y")
    Mono<ResponseEntity<byte[]>> agree(@PathVariable String id, Form form, Visit visit) {
        var codeId = form.text("codeId");
        return after(visit, id, "dong-y", mandateDesk.agree(visit, id, codeId, form.text("code")), codeId, form);
    }

    @PostMapping(path = "/{id}/giay", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> agreeOnPaper(@PathVariable String id, ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData()
                .flatMap(sent -> sent.getFirst("giay") instanceof FilePart paper
                                && !paper.filename().isEmpty()
                        ? after(visit, id, "dong-y", mandateDesk.agreeOnPaper(visit, id, paper), null, NOTHING)
                        : Mono.just(pages.seeOther(visit, path(id))));
    }

    @GetMapping("/{id}/giay")
    Mono<ResponseEntity<Flux<DataBuffer>>> paper(@PathVariable String id, Visit visit) {
        return mandateDesk.paper(visit, id);
    }

    @PostMapping("/{id}/duyet")
    Mono<ResponseEntity<byte[]>> approve(@PathVariable String id, Form form, Visit visit) {
        return after(visit, id, "duyet", mandateDesk.approve(visit, id), null, form);
    }

    /** One commune that fits is taken; several are offered. */
    @PostMapping("/{id}/gian-hang")
    Mono<ResponseEntity<byte[]>> openShop(@PathVariable String id, Form form, Visit visit) {
        if (form.has("commune")) {
            return openShop(visit, id, form, form.text("commune"));
        }
        return destinations
                .find(visit, form.text("commune-name"))
                .flatMap(found -> found.size() == 1
                        ? openShop(visit, id, form, found.getFirst().code())
                        : page(visit, id, new MandatePage.Added(null, null, form, found, null)));
    }

    private Mono<ResponseEntity<byte[]>> openShop(Visit visit, String id, Form form, String commune) {
        var application = Map.of(
                "name",
                form.text("name"),
                "legalKind",
                "HOUSEHOLD",
                "street",
                form.text("street"),
                "communeCode",
                commune);
        return mandateDesk
                .openShop(visit, id, form.text("key"), application)
                .map(opened -> pages.seeOther(
                        visit, "/nguoi-ban/ho-so?gian-hang=" + opened.shop().id() + "&vua=mo"))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> page(visit, id, new MandatePage.Added(null, null, form, List.of(), (ApiProblem) why)));
    }

    @PostMapping("/{id}/xac-nhan")
    Mono<ResponseEntity<byte[]>> confirm(@PathVariable String id, Form form, Visit visit) {
        var codeId = form.textOrNull("codeId");
        return after(visit, id, "xac-nhan", mandateDesk.confirm(visit, id, codeId, form.text("code")), codeId, form);
    }

    @PostMapping("/{id}/ket-thuc")
    Mono<ResponseEntity<byte[]>> end(@PathVariable String id, Form form, Visit visit) {
        return after(visit, id, "ket-thuc", mandateDesk.end(visit, id, form.text("reason")), null, form);
    }
}
