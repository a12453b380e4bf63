package vn.ocop.marketplace.web.selling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Outcomes;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The seller's products: what is on the shelf, what waits, what runs out. */
@RestController
@RequestMapping("/nguoi-ban/san-pham")
class ShelfController {

    private static final Map<String, String> ACTIONS =
            Map.of("gui", "IN_REVIEW", "an", "PAUSED", "hien", "ON_SALE", "cat", "CLOSED");

    private final Pages pages;
    private final Desks desks;
    private final ShelfDesk shelfDesk;

    ShelfController(Pages pages, Desks desks, ShelfDesk shelfDesk) {
        this.pages = pages;
        this.desks = desks;
        this.shelfDesk = shelfDesk;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> shelf(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "loai", required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            Visit visit) {
        var known = said != null && (said.equals("luu") || ACTIONS.containsKey(said)) ? said : null;
        return page(visit, ShelfAsk.of(shop, list, q, after), known, List.of());
    }

    private Mono<ResponseEntity<byte[]>> page(Visit visit, ShelfAsk ask, @Nullable String said, List<String> refusals) {
        var status = refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return desks.open(
                visit,
                "SHOP",
                person -> shelfDesk
                        .shelf(visit, person.at("SHOP", ask.shop()).scope(), ask)
                        .map(shelf -> ShelfPage.of(visit, person, ask, shelf, said, refusals))
                        .map(page -> pages.html(status, "selling/shelf", visit, page, Freshness.PERSONAL)));
    }

    /** One form around the whole table: its buttons say what to do with it. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> change(Form form, Visit visit) {
        var what = form.text("viec");
        var ask = ShelfAsk.of(form.textOrNull("shop"), form.textOrNull("loai"), null, null);
        if (!ACTIONS.containsKey(what)) {
            return saved(visit, form, ask);
        }
        var chosen = form.chosen("revision");
        return chosen.isEmpty()
                ? page(visit, ask, null, List.of(visit.t("shelf.choose-first")))
                : shelfDesk
                        .setStates(visit, form.text("shop"), ACTIONS.getOrDefault(what, ""), chosen)
                        .flatMap(outcomes -> told(visit, form, ask, what, outcomes));
    }

    private Mono<ResponseEntity<byte[]>> told(Visit visit, Form form, ShelfAsk ask, String what, Outcomes outcomes) {
        var refusals = outcomes.refusals(visit.t("shelf.refused"));
        return refusals.isEmpty()
                ? Mono.just(pages.seeOther(visit, back(form, what)))
                : page(visit, ask, null, refusals);
    }

    private Mono<ResponseEntity<byte[]>> saved(Visit visit, Form form, ShelfAsk ask) {
        var moves = moves(form);
        if (moves.isEmpty()) {
            return Mono.just(pages.seeOther(visit, back(form, "luu")));
        }
        return shelfDesk
                .keepStock(visit, form.text("shop"), moves, form.text("reason"))
                .then(Mono.fromSupplier(() -> pages.seeOther(visit, back(form, "luu"))))
                .onErrorResume(ApiProblem::refuses, why -> page(visit, ask, null, ((ApiProblem) why).sentences()));
    }

    /** What differs from what was seen; stock is sent as a move, so that what was sold meanwhile stays sold. */
    static List<Map<String, Object>> moves(Form form) {
        var moves = new ArrayList<Map<String, Object>>();
        form.startingWith("ton-truoc-").forEach((variant, before) -> {
            long price = Amounts.read(form.text("gia-" + variant));
            int seen = form.number("ton-truoc-" + variant, 0);
            int quantity = form.number("ton-" + variant, seen) - seen;
            boolean dearer = price > 0 && price != Amounts.read(form.text("gia-truoc-" + variant));
            if (dearer || quantity != 0) {
                var move = new HashMap<String, Object>();
                move.put("variantId", variant);
                move.put("quantity", quantity);
                if (dearer) {
                    move.put("price", price);
                }
                moves.add(move);
            }
        });
        return moves;
    }

    private static String back(Form form, String said) {
        return UriComponentsBuilder.fromPath("/nguoi-ban/san-pham")
                .queryParam("gian-hang", "{shop}")
                .queryParam("loai", "{list}")
                .queryParam("vua", "{said}")
                .encode()
                .buildAndExpand(form.text("shop"), form.text("loai"), said)
                .toUriString();
    }
}
