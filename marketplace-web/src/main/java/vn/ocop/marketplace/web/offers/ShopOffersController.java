package vn.ocop.marketplace.web.offers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The seller's offers: say yes or no to organisers, take part in campaigns with own goods, at own cost, and stop. */
@RestController
@RequestMapping("/nguoi-ban/uu-dai")
class ShopOffersController {

    /** As many listings as one offer may name. */
    private static final int MOST = 96;

    private final CampaignOffice office;
    private final Desks desks;
    private final Pages pages;

    ShopOffersController(CampaignOffice office, Desks desks, Pages pages) {
        this.office = office;
        this.desks = desks;
        this.pages = pages;
    }

    private record Asked(String shop, String campaign, List<String> listings, Form form) {

        static Asked of(String shop, String campaign, @Nullable List<String> listings, Form form) {
            var chosen = listings == null
                    ? List.<String>of()
                    : listings.stream()
                            .filter(one -> one != null && !one.isBlank())
                            .limit(MOST)
                            .toList();
            return new Asked(shop, campaign, chosen, form);
        }
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> offers(
            @RequestParam(name = "gian-hang", defaultValue = "") String shop,
            @RequestParam(name = "chuong-trinh", defaultValue = "") String campaign,
            @RequestParam(name = "san-pham", required = false) @Nullable List<String> listings,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        var asked = Asked.of(shop, campaign, listings, new Form(new LinkedMultiValueMap<>()));
        return page(visit, asked, done != null, List.of());
    }

    private Mono<ResponseEntity<byte[]>> page(Visit visit, Asked asked, boolean done, List<String> refusals) {
        return desks.open(visit, "SHOP", person -> {
            var shop = person.at("SHOP", asked.shop());
            return Mono.zip(
                            office.ofShop(visit, shop.scope()),
                            office.goods(visit, shop.scope()),
                            bounds(visit, shop.scope(), asked))
                    .map(read -> new ShopOffersPage(
                            Head.personal(visit.t("offers.shop")),
                            shop,
                            read.getT1(),
                            read.getT2(),
                            asked.campaign(),
                            asked.listings(),
                            read.getT3(),
                            asked.form(),
                            done,
                            refusals))
                    .map(page -> pages.html(
                            refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "offers/shop",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    private Mono<List<CampaignOffice.LegalPrice>> bounds(Visit visit, String shop, Asked asked) {
        return asked.campaign().isEmpty() || asked.listings().isEmpty()
                ? Mono.just(List.of())
                : office.legalPrices(visit, shop, asked.campaign(), asked.listings())
                        .onErrorResume(ApiProblem::refuses, why -> Mono.just(List.of()));
    }

    private Mono<ResponseEntity<byte[]>> refused(Visit visit, Asked asked, Throwable why) {
        return page(visit, asked, false, ((ApiProblem) why).sentences());
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> propose(Form form, Visit visit) {
        var asked =
                Asked.of(form.text("shop"), form.text("campaign"), form.fields().get("listing"), form);
        var offer = ShopOfferForms.offer(form, asked.campaign(), asked.listings());
        return office.propose(visit, asked.shop(), form.text("key"), offer)
                .map(id -> back(visit, asked))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, asked, why));
    }

    private ResponseEntity<byte[]> back(Visit visit, Asked asked) {
        return pages.seeOther(
                visit, "/nguoi-ban/uu-dai?vua=1&gian-hang=" + asked.shop().replaceAll("[^0-9A-Za-z-]", ""));
    }

    /** A campaign of the business's own; its offers come next. */
    @PostMapping("/chien-dich")
    Mono<ResponseEntity<byte[]>> open(Form form, Visit visit) {
        var asked = Asked.of(form.text("shop"), "", null, form);
        return office.open(visit, asked.shop(), form.text("key"), form.text("programme"), form.text("own-name"))
                .map(id -> pages.seeOther(
                        visit,
                        "/nguoi-ban/uu-dai?vua=1&chuong-trinh=" + id + "&gian-hang="
                                + asked.shop().replaceAll("[^0-9A-Za-z-]", "")))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, asked, why));
    }

    /** Yes or no to an invitation, or to an offer that an organiser drafted for the shop. */
    @PostMapping("/tra-loi")
    Mono<ResponseEntity<byte[]>> answer(Form form, Visit visit) {
        var asked = Asked.of(form.text("shop"), "", null, form);
        var what = form.has("offer") ? "offers" : "invitations";
        var id = form.has("offer") ? form.text("offer") : form.text("campaign");
        var accept = form.text("answer").equals("accept");
        return office.answer(visit, asked.shop(), what, id, accept, form.text("reason"))
                .then(Mono.fromSupplier(() -> back(visit, asked)))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, asked, why));
    }

    @PostMapping("/dung")
    Mono<ResponseEntity<byte[]>> withdraw(Form form, Visit visit) {
        var asked = Asked.of(form.text("shop"), "", null, form);
        return office.withdraw(visit, asked.shop(), form.text("offer"))
                .then(Mono.fromSupplier(() -> back(visit, asked)))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, asked, why));
    }
}
