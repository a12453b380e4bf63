package vn.ocop.marketplace.web.selling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The seller's proofs of stars: claim one, mend one that was refused, see which run out. */
@RestController
@RequestMapping("/nguoi-ban/chung-nhan")
class CertificateController {

    private static final List<String> FIELDS =
            List.of("productName", "number", "stars", "decisionNo", "decisionDate", "issuer", "level", "validTo");

    private final Pages pages;
    private final Desks desks;
    private final MarketplaceApi api;
    private final WizardParts parts;

    CertificateController(Pages pages, Desks desks, MarketplaceApi api, WizardParts parts) {
        this.pages = pages;
        this.desks = desks;
        this.api = api;
        this.parts = parts;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> certificates(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "sua", required = false) @Nullable String mended,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            Visit visit) {
        return page(visit, shop, mended, Map.of(), "gui".equals(said) ? said : null, null);
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit,
            @Nullable String shop,
            @Nullable String mended,
            Map<String, String> typed,
            @Nullable String said,
            @Nullable ApiProblem refusal) {
        return desks.open(visit, "SHOP", person -> {
            var own = person.at("SHOP", shop);
            return parts.certificates(visit, own.scope())
                    .map(all -> certificatesPage(visit, own, all, mended, typed, said, refusal))
                    .map(model -> pages.html(
                            refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "selling/certificates",
                            visit,
                            model,
                            Freshness.PERSONAL));
        });
    }

    private static CertificatesPage certificatesPage(
            Visit visit,
            Person.Membership shop,
            List<CertificateItem> all,
            @Nullable String mended,
            Map<String, String> typed,
            @Nullable String said,
            @Nullable ApiProblem refusal) {
        var one = all.stream()
                .filter(certificate -> certificate.id().equals(mended) && certificate.mendable())
                .findFirst()
                .orElse(null);
        var values = typed.isEmpty() && one != null ? one.values() : typed;
        return new CertificatesPage(
                Head.personal(visit.t("certificates.title")),
                shop,
                all,
                one,
                values,
                said,
                refusal,
                UUID.randomUUID().toString());
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> claim(Form form, Visit visit) {
        var typed = new HashMap<String, String>();
        FIELDS.stream().filter(form::has).forEach(field -> typed.put(field, form.text(field)));
        var shop = form.text("shop");
        var address = ApiAddress.of("/api/v1/shops").segment(shop).segment("certificates");
        var mended = form.textOrNull("id");
        var sent = mended == null
                ? api.postOnce(visit.caller(), address, form.text("key"), typed, CertificateItem.class)
                : api.put(
                        visit.caller(), address.segment(mended), form.version("version"), typed, CertificateItem.class);
        return sent.map(done -> pages.seeOther(visit, "/nguoi-ban/chung-nhan?gian-hang=" + shop + "&vua=gui"))
                .onErrorResume(ApiProblem::refuses, why -> page(visit, shop, mended, typed, null, (ApiProblem) why));
    }
}
