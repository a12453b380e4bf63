package vn.ocop.marketplace.web.offers;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;
import vn.ocop.marketplace.web.text.Moments;

/** The seller's offers: take part in campaigns with own goods, at own cost, and stop. */
@RestController
@RequestMapping("/nguoi-ban/uu-dai")
class ShopOffersController {

    private final CampaignOffice office;
    private final Desks desks;
    private final Pages pages;

    ShopOffersController(CampaignOffice office, Desks desks, Pages pages) {
        this.office = office;
        this.desks = desks;
        this.pages = pages;
    }

    private record Asked(String shop, String campaign, String listing) {}

    @GetMapping
    Mono<ResponseEntity<byte[]>> offers(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "chuong-trinh", required = false) @Nullable String campaign,
            @RequestParam(name = "san-pham", required = false) @Nullable String listing,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return page(visit, new Asked(text(shop), text(campaign), text(listing)), done != null, List.of());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
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
                            asked.listing(),
                            read.getT3(),
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
        return asked.campaign().isEmpty() || asked.listing().isEmpty()
                ? Mono.just(List.of())
                : office.legalPrices(visit, shop, asked.campaign(), asked.listing())
                        .onErrorResume(ApiProblem::refuses, why -> Mono.just(List.of()));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> propose(Form form, Visit visit) {
        var asked = new Asked(form.text("shop"), form.text("campaign"), form.text("listing"));
        return office.propose(visit, asked.shop(), form.text("key"), offer(form, asked))
                .map(id -> back(visit, asked))
                .onErrorResume(ApiProblem::refuses, why -> page(visit, asked, false, ((ApiProblem) why).sentences()));
    }

    private ResponseEntity<byte[]> back(Visit visit, Asked asked) {
        return pages.seeOther(
                visit, "/nguoi-ban/uu-dai?vua=1&gian-hang=" + asked.shop().replaceAll("[^0-9A-Za-z-]", ""));
    }

    /** A day is Vietnamese and ends with it. */
    private static Map<String, Object> offer(Form form, Asked asked) {
        var percent = form.text("kind").equals("PERCENT");
        var offer = new HashMap<String, Object>();
        offer.put("campaignId", asked.campaign());
        offer.put("code", "gian-hang-" + form.text("key"));
        offer.put("name", form.text("name"));
        offer.put("kind", percent ? "PERCENT" : "FIXED_PRICE");
        offer.put("stackingClass", "ITEM");
        offer.put("value", Math.max(0, form.number("value", 0)) * (percent ? 100L : 1L));
        offer.put("listings", List.of(asked.listing()));
        offer.put("startsAt", moment(form.text("from"), 0));
        offer.put("endsAt", moment(form.text("to"), 1));
        if (form.has("total")) {
            offer.put("total", form.number("total", 1));
        }
        if (form.has("perPerson")) {
            offer.put("perPerson", form.number("perPerson", 1));
            offer.put("perLine", form.number("perPerson", 1));
        }
        return offer;
    }

    /** Nonsense becomes a moment that no programme holds, so that it is refused at its field. */
    private static String moment(String day, int later) {
        try {
            return LocalDate.parse(day)
                    .plusDays(later)
                    .atStartOfDay(Moments.ZONE)
                    .toInstant()
                    .toString();
        } catch (DateTimeParseException noDay) {
            return "1970-01-01T00:00:00Z";
        }
    }

    @PostMapping("/dung")
    Mono<ResponseEntity<byte[]>> withdraw(Form form, Visit visit) {
        var asked = new Asked(form.text("shop"), "", "");
        return office.withdraw(visit, asked.shop(), form.text("offer"))
                .thenReturn(back(visit, asked))
                .onErrorResume(ApiProblem::refuses, why -> page(visit, asked, false, ((ApiProblem) why).sentences()));
    }
}
