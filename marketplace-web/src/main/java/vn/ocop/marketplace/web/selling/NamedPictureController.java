package vn.ocop.marketplace.web.selling;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Takes many pictures at once and puts each to the listing whose code its file is named by. */
@RestController
class NamedPictureController {

    private final Pages pages;
    private final Desks desks;
    private final ShelfDesk shelfDesk;

    NamedPictureController(Pages pages, Desks desks, ShelfDesk shelfDesk) {
        this.pages = pages;
        this.desks = desks;
        this.shelfDesk = shelfDesk;
    }

    @PostMapping(path = "/nguoi-ban/bang-tinh/anh", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> place(ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData()
                .flatMap(sent -> desks.open(visit, "SHOP", person -> {
                    var own = person.at(
                            "SHOP", sent.getFirst("shop") instanceof FormFieldPart field ? field.value() : null);
                    return shelfDesk
                            .placeByName(visit, own.scope(), files(sent))
                            .map(placed ->
                                    new PlacedPicturesPage(Head.personal(visit.t("named-pictures.title")), own, placed))
                            .map(page -> pages.html("selling/placed-pictures", visit, page, Freshness.PERSONAL));
                }));
    }

    private static Flux<FilePart> files(MultiValueMap<String, Part> sent) {
        return Flux.fromIterable(sent.getOrDefault("anh", List.of()))
                .ofType(FilePart.class)
                .filter(file -> !file.filename().isEmpty());
    }
}
