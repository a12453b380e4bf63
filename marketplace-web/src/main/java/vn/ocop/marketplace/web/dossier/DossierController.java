package vn.ocop.marketplace.web.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The vault of a shop, what of it goes with a certificate, and the officer's look at that. */
@RestController
class DossierController {

    private static final String VAULT = "/nguoi-ban/kho-ho-so";
    private static final Set<String> SAID = Set.of("them", "bo");

    private final Pages pages;
    private final Desks desks;
    private final DossierDesk dossier;

    DossierController(Pages pages, Desks desks, DossierDesk dossier) {
        this.pages = pages;
        this.desks = desks;
        this.dossier = dossier;
    }

    @GetMapping(VAULT)
    Mono<ResponseEntity<byte[]>> vault(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            Visit visit) {
        return vault(visit, shop, said != null && SAID.contains(said) ? said : null, null, null);
    }

    private Mono<ResponseEntity<byte[]>> vault(
            Visit visit,
            @Nullable String shop,
            @Nullable String said,
            @Nullable String refusal,
            @Nullable ApiProblem problem) {
        return desks.open(visit, "SHOP", person -> {
            var own = person.at("SHOP", shop);
            return dossier.papers(visit, own.scope())
                    .map(papers -> VaultPage.of(visit, own, papers, said, refusal, problem))
                    .map(page -> pages.html(
                            refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "dossier/vault",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    private Mono<ResponseEntity<byte[]>> refused(Visit visit, String shop, Throwable why) {
        var problem = (ApiProblem) why;
        return vault(visit, shop, null, problem.sentence(), problem);
    }

    @PostMapping(path = VAULT, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> add(ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData().flatMap(sent -> {
            var shop = text(sent, "shop");
            return sent.getFirst("tep") instanceof FilePart file
                            && !file.filename().isEmpty()
                    ? dossier.add(visit, shop, text(sent, "key"), facts(sent), file)
                            .map(added -> pages.seeOther(visit, path(shop, "them")))
                            .onErrorResume(ApiProblem::refuses, why -> refused(visit, shop, why))
                    : vault(visit, shop, null, visit.t("dossier.choose-file"), null);
        });
    }

    private static Map<String, String> facts(MultiValueMap<String, Part> sent) {
        var facts = new HashMap<String, String>(Map.of("kind", text(sent, "kind"), "title", text(sent, "title")));
        if (!text(sent, "validTo").isBlank()) {
            facts.put("validTo", text(sent, "validTo"));
        }
        return facts;
    }

    private static String text(MultiValueMap<String, Part> sent, String name) {
        return sent.getFirst(name) instanceof FormFieldPart field
                ? field.value().strip()
                : "";
    }

    private static String path(String shop, String said) {
        return UriComponentsBuilder.fromPath(VAULT)
                .queryParam("gian-hang", "{shop}")
                .queryParam("vua", said)
                .encode()
                .buildAndExpand(shop)
                .toUriString();
    }

    @PostMapping(VAULT + "/{paper}/bo")
    Mono<ResponseEntity<byte[]>> remove(@PathVariable String paper, Form form, Visit visit) {
        var shop = form.text("shop");
        return dossier.remove(visit, shop, paper)
                .then(Mono.fromSupplier(() -> pages.seeOther(visit, path(shop, "bo"))))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, shop, why));
    }

    @GetMapping(VAULT + "/{paper}/tep")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(
            @PathVariable String paper, @RequestParam(name = "gian-hang") String shop, Visit visit) {
        return dossier.file(visit, shop, paper);
    }

    @GetMapping(VAULT + "/chung-nhan/{id}")
    Mono<ResponseEntity<byte[]>> attachments(
            @PathVariable String id,
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            Visit visit) {
        return attachments(visit, shop, id, "luu".equals(said), null);
    }

    private Mono<ResponseEntity<byte[]>> attachments(
            Visit visit, @Nullable String shop, String id, boolean saved, @Nullable String refusal) {
        return desks.open(visit, "SHOP", person -> {
            var own = person.at("SHOP", shop);
            return Mono.zip(
                            dossier.certificate(visit, own.scope(), id),
                            dossier.papers(visit, own.scope()),
                            dossier.attached(visit, own.scope(), id))
                    .map(known -> new AttachmentPage(
                            Head.personal(visit.t("dossier.attach.title")),
                            own,
                            known.getT1(),
                            known.getT2(),
                            known.getT3(),
                            saved,
                            refusal))
                    .map(page -> pages.html(
                            refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "dossier/attachments",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    @PostMapping(VAULT + "/chung-nhan/{id}")
    Mono<ResponseEntity<byte[]>> attach(@PathVariable String id, Form form, Visit visit) {
        var shop = form.text("shop");
        var chosen = form.fields().getOrDefault("chon", List.of());
        return dossier.attach(visit, shop, id, chosen)
                .map(saved -> pages.seeOther(
                        visit,
                        UriComponentsBuilder.fromPath(VAULT + "/chung-nhan/{id}")
                                .queryParam("gian-hang", "{shop}")
                                .queryParam("vua", "luu")
                                .encode()
                                .buildAndExpand(id, shop)
                                .toUriString()))
                .onErrorResume(
                        ApiProblem::refuses, why -> attachments(visit, shop, id, false, ((ApiProblem) why).sentence()));
    }

    @GetMapping("/ban-tinh/chung-nhan/{shop}/{id}/giay-to")
    Mono<ResponseEntity<byte[]>> forOfficer(
            @PathVariable String shop,
            @PathVariable String id,
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            Visit visit) {
        return desks.open(
                visit,
                "PROVINCE",
                person -> dossier.attached(visit, shop, id)
                        .map(papers -> new OfficerPapersPage(
                                Head.personal(visit.t("dossier.officer.title")),
                                person.at("PROVINCE", province),
                                shop,
                                id,
                                papers))
                        .map(page -> pages.html("dossier/officer", visit, page, Freshness.PERSONAL)));
    }

    @GetMapping("/ban-tinh/chung-nhan/{shop}/{id}/giay-to/{paper}")
    Mono<ResponseEntity<Flux<DataBuffer>>> fileForOfficer(
            @PathVariable String shop, @PathVariable String id, @PathVariable String paper, Visit visit) {
        return dossier.attachedFile(visit, shop, id, paper);
    }
}
