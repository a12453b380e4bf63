package vn.ocop.marketplace.web.selling;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Takes a zip of pictures named by the codes of a sheet, and shows how far they have got. */
@RestController
@RequestMapping("/nguoi-ban/bang-tinh/tep-anh")
class PictureArchiveController {

    private final Pages pages;
    private final Desks desks;
    private final ShelfDesk shelfDesk;
    private final SheetController sheets;

    PictureArchiveController(Pages pages, Desks desks, ShelfDesk shelfDesk, SheetController sheets) {
        this.pages = pages;
        this.desks = desks;
        this.shelfDesk = shelfDesk;
        this.sheets = sheets;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> send(ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData().flatMap(sent -> {
            var shop = text(sent, "shop");
            return sent.getFirst("zip") instanceof FilePart file
                            && !file.filename().isEmpty()
                    ? shelfDesk
                            .sendArchive(visit, shop, text(sent, "key"), file)
                            .map(archive -> pages.seeOther(visit, path(shop, archive.id())))
                            .onErrorResume(
                                    ApiProblem::refuses,
                                    why -> sheets.refused(visit, shop, ((ApiProblem) why).detail()))
                    : sheets.refused(visit, shop, visit.t("sheets.choose-file"));
        });
    }

    private static String text(MultiValueMap<String, Part> sent, String name) {
        return sent.getFirst(name) instanceof FormFieldPart field ? field.value() : "";
    }

    private static String path(String shop, String id) {
        return UriComponentsBuilder.fromPath("/nguoi-ban/bang-tinh/tep-anh/{id}")
                .queryParam("gian-hang", "{shop}")
                .encode()
                .buildAndExpand(id, shop)
                .toUriString();
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> progress(
            @PathVariable String id,
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            Visit visit) {
        return desks.open(visit, "SHOP", person -> page(visit, person.at("SHOP", shop), id));
    }

    private Mono<ResponseEntity<byte[]>> page(Visit visit, Person.Membership own, String id) {
        return shelfDesk
                .archive(visit, own.scope(), id)
                .map(archive -> new PictureArchivePage(
                        Head.personal(visit.t("named-pictures.title")).withScripts("htmx.js"), own, archive))
                .map(page -> pages.html("selling/archive", visit, page, Freshness.PERSONAL));
    }
}
