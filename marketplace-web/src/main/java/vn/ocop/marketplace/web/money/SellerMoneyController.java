package vn.ocop.marketplace.web.money;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Items;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.opening.Banks;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The seller's money: each order's, the payouts, the account, and the statement as files. */
@RestController
@RequestMapping("/nguoi-ban/tien")
class SellerMoneyController {

    private static final ParameterizedTypeReference<Items<SellerMoney.Invoice>> INVOICES =
            new ParameterizedTypeReference<>() {};
    private static final List<String> SAID = List.of("luu", "xong");

    private final Pages pages;
    private final Desks desks;
    private final MarketplaceApi api;
    private final DirectDesk directDesk;
    private final CashPoints cashPoints;
    private final Banks banks;

    SellerMoneyController(
            Pages pages, Desks desks, MarketplaceApi api, DirectDesk directDesk, CashPoints cashPoints, Banks banks) {
        this.cashPoints = cashPoints;
        this.directDesk = directDesk;
        this.banks = banks;
        this.pages = pages;
        this.desks = desks;
        this.api = api;
    }

    private record Period(
            @Nullable LocalDate from, @Nullable LocalDate to) {

        static Period of(@Nullable String from, @Nullable String to) {
            return new Period(day(from), day(to));
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text);
            } catch (DateTimeParseException notADay) {
                return null;
            }
        }
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> money(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "tu", required = false) @Nullable String from,
            @RequestParam(name = "den", required = false) @Nullable String to,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return page(visit, shop, Period.of(from, to), done, null);
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit, @Nullable String wanted, Period period, @Nullable String done, @Nullable String refusal) {
        return desks.open(visit, "SHOP", person -> {
            var shop = person.at("SHOP", wanted);
            return Mono.zip(
                            money(visit, shop.scope(), period),
                            account(visit, shop.scope()),
                            directDesk.of(visit, shop.scope()),
                            cashPoints.of(visit, shop.scope()),
                            api.get(visit.caller(), invoices(shop.scope()), INVOICES))
                    .map(read -> new SellerMoneyPage(
                            Head.personal(visit.t("money.title")),
                            shop,
                            read.getT1(),
                            read.getT3(),
                            read.getT4(),
                            read.getT5().items(),
                            read.getT2().orElse(null),
                            banks,
                            done != null && SAID.contains(done) ? done : null,
                            refusal))
                    .map(page -> pages.html(
                            refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "money/seller",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    /** A period the API refuses is shown as the usual one. */
    private Mono<SellerMoney> money(Visit visit, String shop, Period period) {
        return api.get(visit.caller(), address(shop, "money", period), SellerMoney.class)
                .onErrorResume(
                        ApiProblem.class,
                        why -> why.status() == 422
                                ? api.get(
                                        visit.caller(),
                                        address(shop, "money", new Period(null, null)),
                                        SellerMoney.class)
                                : Mono.error(why));
    }

    private Mono<Optional<SellerMoney.Account>> account(Visit visit, String shop) {
        var address = ApiAddress.of("/api/v1/shops").segment(shop).segment("payout-account");
        return api.get(visit.caller(), address, SellerMoney.Account.class)
                .map(Optional::of)
                .onErrorResume(
                        ApiProblem.class, why -> why.status() == 404 ? Mono.just(Optional.empty()) : Mono.error(why));
    }

    private static ApiAddress address(String shop, String part, Period period) {
        return ApiAddress.of("/api/v1/shops")
                .segment(shop)
                .segment(part)
                .with("from", period.from())
                .with("to", period.to());
    }

    private static ApiAddress invoices(String shop) {
        return ApiAddress.of("/api/v1/shops").segment(shop).segment("fee-invoices");
    }

    @GetMapping("/hoa-don-phi/{id}.pdf")
    Mono<ResponseEntity<byte[]>> invoice(
            @PathVariable String id,
            @RequestParam(name = "gian-hang", required = false) @Nullable String wanted,
            Visit visit) {
        return desks.open(
                visit,
                "SHOP",
                person -> api.get(
                                visit.caller(),
                                invoices(person.at("SHOP", wanted).scope())
                                        .segment(id)
                                        .segment("invoice.pdf"),
                                byte[].class)
                        .map(bytes -> download(bytes, MediaType.APPLICATION_PDF, "hoa-don-phi.pdf")));
    }

    /** A buyer's transfer is on the shop's own account. */
    @PostMapping("/da-nhan")
    Mono<ResponseEntity<byte[]>> received(Form form, Visit visit) {
        var shop = form.text("shop");
        return told(visit, shop, directDesk.received(visit, shop, form.text("purchase")));
    }

    /** The shop has sent money back itself. */
    @PostMapping("/da-hoan")
    Mono<ResponseEntity<byte[]>> sentBack(Form form, Visit visit) {
        var shop = form.text("shop");
        return told(visit, shop, directDesk.sentBack(visit, shop, form.text("id"), form.text("text")));
    }

    /** Money is fetched at a post office from now on. */
    @PostMapping("/tien-mat")
    Mono<ResponseEntity<byte[]>> fetchCash(Form form, Visit visit) {
        var shop = form.text("shop");
        return told(
                visit,
                shop,
                cashPoints.choose(visit, shop, form.text("office"), form.text("recipient"), form.text("identity")));
    }

    @PostMapping("/qua-ngan-hang")
    Mono<ResponseEntity<byte[]>> byBank(Form form, Visit visit) {
        var shop = form.text("shop");
        return told(visit, shop, cashPoints.leave(visit, shop));
    }

    @PostMapping("/ma-moi")
    Mono<ResponseEntity<byte[]>> anotherSecret(Form form, Visit visit) {
        var shop = form.text("shop");
        return told(visit, shop, cashPoints.renew(visit, shop, form.text("id")));
    }

    private Mono<ResponseEntity<byte[]>> told(Visit visit, String shop, Mono<Void> telling) {
        return telling.then(Mono.fromSupplier(
                        () -> pages.seeOther(visit, "/nguoi-ban/tien?vua=xong&gian-hang=" + named(shop))))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> page(visit, shop, new Period(null, null), null, ((ApiProblem) why).sentence()));
    }

    @PostMapping("/tai-khoan")
    Mono<ResponseEntity<byte[]>> nameAccount(Form form, Visit visit) {
        var shop = form.text("shop");
        var address = ApiAddress.of("/api/v1/shops").segment(shop).segment("payout-account");
        var body = Map.of("bin", form.text("bin"), "number", form.text("number"), "holder", form.text("holder"));
        return api.put(visit.caller(), address, body, SellerMoney.Account.class)
                .map(named -> pages.seeOther(visit, "/nguoi-ban/tien?vua=luu&gian-hang=" + named(shop)))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> page(visit, shop, new Period(null, null), null, ((ApiProblem) why).sentence()));
    }

    /** A shop's id, or nothing that could be anything else. */
    private static String named(String shop) {
        return shop.replaceAll("[^0-9A-Za-z-]", "");
    }

    @GetMapping("/chung-tu-thue.pdf")
    Mono<ResponseEntity<byte[]>> certificate(
            @RequestParam(name = "gian-hang", required = false) @Nullable String wanted, Visit visit) {
        return desks.open(
                visit,
                "SHOP",
                person -> api.get(
                                visit.caller(),
                                ApiAddress.of("/api/v1/shops")
                                        .segment(person.at("SHOP", wanted).scope())
                                        .segment("tax-certificate.pdf"),
                                byte[].class)
                        .map(bytes -> download(bytes, MediaType.APPLICATION_PDF, "chung-tu-thue.pdf")));
    }

    private static ResponseEntity<byte[]> download(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    @GetMapping("/doi-soat.{ending}")
    Mono<ResponseEntity<byte[]>> file(
            @PathVariable String ending,
            @RequestParam(name = "gian-hang", required = false) @Nullable String wanted,
            @RequestParam(name = "tu", required = false) @Nullable String from,
            @RequestParam(name = "den", required = false) @Nullable String to,
            Visit visit) {
        var pdf = ending.equals("pdf");
        return desks.open(
                visit,
                "SHOP",
                person -> api.get(
                                visit.caller(),
                                address(
                                        person.at("SHOP", wanted).scope(),
                                        pdf ? "statement.pdf" : "statement.xlsx",
                                        Period.of(from, to)),
                                byte[].class)
                        .map(bytes -> download(
                                bytes,
                                pdf ? MediaType.APPLICATION_PDF : Spreadsheet.TYPE,
                                "doi-soat." + (pdf ? "pdf" : "xlsx"))));
    }
}
