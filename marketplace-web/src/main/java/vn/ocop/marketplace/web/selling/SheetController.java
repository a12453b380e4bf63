package vn.ocop.marketplace.web.selling;

import java.util.LinkedHashMap;
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

/** Products and certificates by sheet: send, name the columns, look, import, see what became of each row. */
@RestController
@RequestMapping("/nguoi-ban/bang-tinh")
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
            @RequestParam(name = "loai", required = false) @Nullable String kind,
            Visit visit) {
        return all(visit, shop, SheetsPage.kind(kind), null);
    }

    private Mono<ResponseEntity<byte[]>> all(
            Visit visit, @Nullable String shop, String kind, @Nullable String refusal) {
        return desks.open(visit, "SHOP", person -> {
            var own = person.at("SHOP", shop);
            return Mono.zip(parts.groups(visit), sheetDesk.recent(visit, own.scope(), kind))
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

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> send(ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData().flatMap(sent -> {
            var shop = text(sent, "shop");
            var kind = SheetsPage.kind(text(sent, "loai"));
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
        return "/nguoi-ban/bang-tinh/" + id + "?gian-hang=" + shop;
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> sheet(
            @PathVariable String id,
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "loc", required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String after,
            Visit visit) {
        return one(visit, shop, id, SheetPage.list(list), after, null);
    }

    private Mono<ResponseEntity<byte[]>> one(
            Visit visit,
            @Nullable String shop,
            String id,
            String list,
            @Nullable String after,
            @Nullable ApiProblem refusal) {
        return desks.open(visit, "SHOP", person -> {
            var own = person.at("SHOP", shop);
            return sheetDesk
                    .open(visit, own.scope(), id)
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
                .rows(visit, shop.scope(), sheet.id(), list.isEmpty() ? null : list, after)
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
            @RequestParam(name = "gian-hang") String shop,
            @RequestParam(name = "loai", required = false) @Nullable String kind,
            @RequestParam(name = "nhom", required = false) @Nullable String category,
            @RequestParam(name = "dang", required = false) @Nullable String format,
            Visit visit) {
        return sheetDesk.template(visit, shop, SheetsPage.kind(kind), category, format(format));
    }

    @GetMapping("/tai-ve")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            @RequestParam(name = "gian-hang") String shop,
            @RequestParam(name = "loai", required = false) @Nullable String kind,
            @RequestParam(name = "dang", required = false) @Nullable String format,
            Visit visit) {
        return sheetDesk.export(visit, shop, SheetsPage.kind(kind), format(format));
    }

    @GetMapping("/{id}/chua-nhap")
    Mono<ResponseEntity<Flux<DataBuffer>>> refused(
            @PathVariable String id,
            @RequestParam(name = "gian-hang") String shop,
            @RequestParam(name = "dang", required = false) @Nullable String format,
            Visit visit) {
        return sheetDesk.refused(visit, shop, id, format(format));
    }

    private static String format(@Nullable String asked) {
        return asked != null && FORMATS.contains(asked) ? asked : "XLSX";
    }
}
