package vn.ocop.marketplace.web.returning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.buying.Order;
import vn.ocop.marketplace.web.buying.OrderGroup;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Returns: the buyer's form, and the lists of shop and province. Everything works as plain forms. */
@RestController
class ReturnController {

    private final Pages pages;
    private final Desks desks;
    private final Returns returns;
    private final MarketplaceApi api;

    ReturnController(Pages pages, Desks desks, Returns returns, MarketplaceApi api) {
        this.pages = pages;
        this.desks = desks;
        this.returns = returns;
        this.api = api;
    }

    @GetMapping("/don-hang/{code}/tra-hang")
    Mono<ResponseEntity<byte[]>> form(
            @PathVariable String code, @RequestParam(name = "don") String order, Visit visit) {
        return visit.token() == null ? Mono.just(pages.seeOther(visit, "/tra-cuu")) : form(visit, code, order, null);
    }

    private Mono<ResponseEntity<byte[]>> form(Visit visit, String code, String order, @Nullable String refusal) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/order-groups").segment(code), OrderGroup.class)
                .map(group -> group.orders().stream()
                        .filter(one -> one.code().equals(order))
                        .findFirst()
                        .map(one -> page(visit, group, one, refusal))
                        .orElseGet(() -> pages.seeOther(visit, purchase(code))));
    }

    private ResponseEntity<byte[]> page(Visit visit, OrderGroup group, Order order, @Nullable String refusal) {
        var claims = order.claims();
        var page = new AskPage(
                Head.personal(visit.t("return.ask.title")),
                group.code(),
                order,
                claims != null && before(visit.now(), claims.problemUntil()),
                claims != null
                        && claims.missedFrom() != null
                        && !visit.now().isBefore(claims.missedFrom())
                        && before(visit.now(), claims.missedUntil()),
                UUID.randomUUID().toString(),
                refusal);
        return pages.html(
                refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "returning/ask",
                visit,
                page,
                Freshness.PERSONAL);
    }

    private static boolean before(Instant now, @Nullable Instant until) {
        return until != null && now.isBefore(until);
    }

    private static String purchase(String code) {
        return "/don-hang/" + UriUtils.encodePathSegment(code, UTF_8);
    }

    @PostMapping(path = "/don-hang/{code}/tra-hang", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> ask(@PathVariable String code, ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData().flatMap(sent -> {
            var form = form(sent);
            var photos = Flux.fromIterable(sent.getOrDefault("anh", List.of())).ofType(FilePart.class);
            return returns.ask(visit, form.text("order"), form, photos)
                    .map(asked -> pages.seeOther(visit, purchase(code) + "?tra-hang=da-gui"))
                    .onErrorResume(
                            ApiProblem::refuses,
                            why -> form(visit, code, form.text("order"), ((ApiProblem) why).sentence()));
        });
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

    /** The buyer's own move; what cannot be done any more shows the purchase as it is now. */
    @PostMapping("/don-hang/{code}/yeu-cau")
    Mono<ResponseEntity<byte[]>> buyerMoves(@PathVariable String code, Form form, Visit visit) {
        return returns.move(visit, form)
                .map(moved -> pages.seeOther(visit, purchase(code) + "?tra-hang=da-luu"))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> Mono.just(pages.seeOther(visit, purchase(code) + "?tra-hang=da-khac")));
    }

    @GetMapping("/nguoi-ban/tra-hang")
    Mono<ResponseEntity<byte[]>> ofShop(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "trang-thai", required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return cases(visit, "SHOP", new Asked(shop, known(CasesPage.SHOP_LISTS, status), after), done != null, null);
    }

    @PostMapping("/nguoi-ban/tra-hang")
    Mono<ResponseEntity<byte[]>> shopMoves(Form form, Visit visit) {
        return moved(visit, "SHOP", form, "/nguoi-ban/tra-hang?gian-hang=");
    }

    @GetMapping("/ban-tinh/khieu-nai")
    Mono<ResponseEntity<byte[]>> ofProvince(
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "trang-thai", required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        var list = status == null ? "ESCALATED" : known(CasesPage.PROVINCE_LISTS, status);
        return cases(visit, "PROVINCE", new Asked(province, list, after), done != null, null);
    }

    @PostMapping("/ban-tinh/khieu-nai")
    Mono<ResponseEntity<byte[]>> provinceMoves(Form form, Visit visit) {
        return moved(visit, "PROVINCE", form, "/ban-tinh/khieu-nai?tinh=");
    }

    private record Asked(
            @Nullable String place,
            @Nullable String status,
            @Nullable String after) {}

    private static @Nullable String known(List<String> lists, @Nullable String status) {
        return status != null && lists.contains(status) ? status : null;
    }

    private Mono<ResponseEntity<byte[]>> moved(Visit visit, String kind, Form form, String back) {
        return returns.move(visit, form)
                .map(moved -> pages.seeOther(
                        visit, back + UriUtils.encodeQueryParam(form.text("place"), UTF_8) + "&vua=xong"))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> cases(
                                visit,
                                kind,
                                new Asked(form.text("place"), null, null),
                                false,
                                ((ApiProblem) why).sentence()));
    }

    private Mono<ResponseEntity<byte[]>> cases(
            Visit visit, String kind, Asked asked, boolean done, @Nullable String refusal) {
        var seller = kind.equals("SHOP");
        return desks.open(visit, kind, person -> {
            var place = person.at(kind, asked.place());
            var found = seller
                    ? returns.ofShop(visit, place.scope(), asked.status(), asked.after())
                    : returns.ofProvince(visit, place.scope(), asked.status(), asked.after());
            return found.map(cases -> new CasesPage(
                            Head.personal(visit.t("return.title")).withScripts("htmx.js"),
                            seller ? "seller" : "province",
                            place,
                            asked.status(),
                            cases,
                            done,
                            refusal))
                    .map(page -> pages.html(
                            refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "returning/cases",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }
}
