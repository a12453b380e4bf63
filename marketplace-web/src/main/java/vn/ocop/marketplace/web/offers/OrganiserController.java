package vn.ocop.marketplace.web.offers;

import java.util.List;
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
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The province's desk of campaigns: approve many, stop at once, see what it brought. */
@RestController
@RequestMapping("/ban-tinh/chuong-trinh")
class OrganiserController {

    private static final String PROVINCE = "PROVINCE";

    private final CampaignOffice office;
    private final Desks desks;
    private final Pages pages;

    OrganiserController(CampaignOffice office, Desks desks, Pages pages) {
        this.office = office;
        this.desks = desks;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> desk(
            @RequestParam(name = "tinh", required = false) @Nullable String wanted,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return page(visit, wanted, done != null, List.of());
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit, @Nullable String wanted, boolean done, List<String> refusals) {
        return desks.open(visit, PROVINCE, person -> {
            var province = person.at(PROVINCE, wanted);
            return office.campaigns(visit, province.scope())
                    .flatMap(campaigns -> filled(visit, province, campaigns, done, refusals))
                    .map(page -> pages.html(
                            refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "offers/organiser",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    private Mono<OrganiserPage> filled(
            Visit visit,
            Person.Membership province,
            List<CampaignOffice.Campaign> campaigns,
            boolean done,
            List<String> refusals) {
        var programme = campaigns.isEmpty() ? null : campaigns.getFirst().programme();
        var figures = programme == null
                ? Mono.just(CampaignOffice.Figures.NONE)
                : office.figures(visit, province.scope(), programme);
        return Mono.zip(
                        office.offers(visit, province.scope(), "PROPOSED"),
                        office.offers(visit, province.scope(), "APPROVED"),
                        figures)
                .map(read -> new OrganiserPage(
                        Head.personal(visit.t("offers.desk")),
                        province,
                        campaigns,
                        read.getT1(),
                        read.getT2(),
                        programme,
                        read.getT3(),
                        done,
                        refusals));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> decide(Form form, Visit visit) {
        var province = form.text("tinh");
        var chosen = form.fields().getOrDefault("chon", List.of());
        if (chosen.isEmpty()) {
            return page(visit, province, false, List.of(visit.t("offers.desk.choose")));
        }
        return office.decide(visit, province, chosen, form.text("verdict"), form.text("reason"))
                .map(count -> pages.seeOther(
                        visit, "/ban-tinh/chuong-trinh?vua=1&tinh=" + province.replaceAll("[^0-9A-Za-z-]", "")))
                .onErrorResume(
                        ApiProblem::refuses, why -> page(visit, province, false, ((ApiProblem) why).sentences()));
    }
}
