package vn.ocop.marketplace.web.selling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/**
 * Products and certificates by sheet at a shop, shops by sheet at other workplaces: send, name the columns, look,
 * import, see what became of each row.
 */
@RestController
@RequestMapping({"/nguoi-ban/bang-tinh", "/gian-hang-theo-bang"})
class SheetController {

    private static final Set<String> FORMATS = Set.of("XLSX", "CSV");

    private final Pages pages;
    private final Desks desks;
    private final SheetDesk sheetDesk;
    private final WizardParts parts;

    SheetController(Pages pages, Desks desks, SheetDesk sheetDesk, WizardParts parts) {
        this.pages = pages;
        this.desks = desks;
        this.sheetDesk = sheetDesk;
        this.parts = parts;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> sheets(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "noi", required = false) @Nullable String workplace,
            @RequestParam(name = "loai", required = false) @Nullable String kind,
            Visit visit) {
        return all(visit, place(shop, workplace), kind, null);
    }

    private Mono<ResponseEntity<byte[]>> all(
            Visit visit, @Nullable String place, @Nullable String asked, @Nullable String refusal) {
        return at(visit, place, own -> {
            var named = SheetPlace.of(own);
            var kind = SheetsPage.kind(named, asked);
            return Mono.zip(parts.groups(visit), sheetDesk.recent(visit, named.name(), kind))
                    .map(read -> SheetsPage.of(
                            visit, own, kind, read.getT1(), read.getT2().items(), refusal))
                    .map(page -> pages.html(
                            refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "selling/sheets",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    private static @Nullable String place(@Nullable String shop, @Nullable String workplace) {
        return workplace == null ? shop : workplace;
    }

    /** The page for somebody who works at the place, or at another of its kind. */
    private Mono<ResponseEntity<byte[]>> at(
            Visit visit, @Nullable String place, Function<Person.Membership, Mono<ResponseEntity<byte[]>>> page) {
        var asked = SheetPlace.of(place == null ? "" : place);
        return switch (asked.kind()) {
            case SheetPlace.SHOP ->
                desks.open(visit, SheetPlace.SHOP, person -> page.apply(person.at(SheetPlace.SHOP, asked.scope())));
            case "PROVINCE" ->
                desks.open(visit, "PROVINCE", person -> page.apply(person.at("PROVINCE", asked.scope())));
            default -> desks.helper(visit, person -> page.apply(person.helpsAt(asked.name())));
        };
    }

    /** The page of products' sheets, with why something else that was sent there was not taken. */
    Mono<ResponseEntity<byte[]>> refused(Visit visit, String shop, @Nullable String why) {
        return all(visit, shop, null, why);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> send(ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData().flatMap(sent -> {
            var shop = text(sent, "shop");
            var kind = SheetsPage.kind(SheetPlace.of(shop), text(sent, "loai"));
            return sent.getFirst("tep") instanceof FilePart file
                            && !file.filename().isEmpty()
                    ? sheetDesk
                            .send(visit, shop, kind, text(sent, "key"), file)
                            .map(sheet -> pages.seeOther(visit, path(shop, sheet.id())))
                            .onErrorResume(
                                    ApiProblem::refuses, why -> all(visit, shop, kind, ((ApiProblem) why).detail()))
                    : all(visit, shop, kind, visit.t("sheets.choose-file"));
        });
    }

    private static String text(MultiValueMap<String, Part> sent, String name) {
        return sent.getFirst(name) instanceof FormFieldPart field ? field.value() : "";
    }

    private static String path(String shop, String id) {
        var place = SheetPlace.of(shop);
        return UriComponentsBuilder.fromPath(place.path() + "/{id}")
                .queryParam(place.isShop() ? "gian-hang" : "noi", "{place}")
                .encode()
                .buildAndExpand(id, place.name())
                .toUriString();
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> sheet(
            @PathVariable String id,
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "noi", required = false) @Nullable String workplace,
            @RequestParam(name = "loc", required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String after,
            Visit visit) {
        return one(visit, place(shop, workplace), id, SheetPage.list(list), after, null);
    }

    private Mono<ResponseEntity<byte[]>> one(
            Visit visit,
            @Nullable String shop,
            String id,
            String list,
            @Nullable String after,
            @Nullable ApiProblem refusal) {
        return at(visit, shop, own -> {
            return sheetDesk
                    .open(visit, SheetPlace.of(own).name(), id)
                    .flatMap(sheet -> page(visit, own, sheet, list, after, refusal))
                    .map(page -> pages.html(
                            refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "selling/sheet",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    private Mono<SheetPage> page(
            Visit visit,
            Person.Membership shop,
            SheetImport sheet,
            String list,
            @Nullable String after,
            @Nullable ApiProblem refusal) {
        if (sheet.working() || sheet.state() == SheetImport.State.UPLOADED) {
            return Mono.just(SheetPage.of(visit, shop, sheet, list, null, refusal));
        }
        return sheetDesk
                .rows(visit, SheetPlace.of(shop).name(), sheet.id(), list.isEmpty() ? null : list, after)
                .map(rows -> SheetPage.of(visit, shop, sheet, list, rows, refusal));
    }

    @PostMapping("/{id}/kiem-tra")
    Mono<ResponseEntity<byte[]>> check(@PathVariable String id, Form form, Visit visit) {
        var shop = form.text("shop");
        return sheetDesk
                .check(visit, shop, id, mapping(form))
                .map(sheet -> pages.seeOther(visit, path(shop, id)))
                .onErrorResume(ApiProblem::refuses, why -> one(visit, shop, id, "", null, (ApiProblem) why));
    }

    private static Map<String, Integer> mapping(Form form) {
        var mapping = new LinkedHashMap<String, Integer>();
        form.startingWith("cot-").forEach((column, place) -> {
            if (place.matches("[0-9]{1,3}")) {
                mapping.put(column, Integer.valueOf(place));
            }
        });
        return mapping;
    }

    @PostMapping("/{id}/nhap")
    Mono<ResponseEntity<byte[]>> run(@PathVariable String id, Form form, Visit visit) {
        var shop = form.text("shop");
        return sheetDesk
                .run(visit, shop, id)
                .map(sheet -> pages.seeOther(visit, path(shop, id)))
                .onErrorResume(ApiProblem::refuses, why -> one(visit, shop, id, "", null, (ApiProblem) why));
    }

    @GetMapping("/mau")
    Mono<ResponseEntity<Flux<DataBuffer>>> template(
            @RequestParam(name = "gian-hang", defaultValue = "") String shop,
            @RequestParam(name = "noi", required = false) @Nullable String workplace,
            @RequestParam(name = "loai", required = false) @Nullable String kind,
            @RequestParam(name = "nhom", required = false) @Nullable String category,
            @RequestParam(name = "dang", required = false) @Nullable String format,
            Visit visit) {
        var named = SheetPlace.of(workplace == null ? shop : workplace);
        return sheetDesk.template(visit, named.name(), SheetsPage.kind(named, kind), category, format(format));
    }

    @GetMapping("/tai-ve")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            @RequestParam(name = "gian-hang", defaultValue = "") String shop,
            @RequestParam(name = "noi", required = false) @Nullable String workplace,
            @RequestParam(name = "loai", required = false) @Nullable String kind,
            @RequestParam(name = "dang", required = false) @Nullable String format,
            Visit visit) {
        var named = SheetPlace.of(workplace == null ? shop : workplace);
        return sheetDesk.export(visit, named.name(), SheetsPage.kind(named, kind), format(format));
    }

    @GetMapping("/{id}/chua-nhap")
    Mono<ResponseEntity<Flux<DataBuffer>>> refused(
            @PathVariable String id,
            @RequestParam(name = "gian-hang", defaultValue = "") String shop,
            @RequestParam(name = "noi", required = false) @Nullable String workplace,
            @RequestParam(name = "dang", required = false) @Nullable String format,
            Visit visit) {
        return sheetDesk.refused(visit, workplace == null ? shop : workplace, id, format(format));
    }

    private static String format(@Nullable String asked) {
        return asked != null && FORMATS.contains(asked) ? asked : "XLSX";
    }
}
