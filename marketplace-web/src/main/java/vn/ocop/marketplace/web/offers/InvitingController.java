package vn.ocop.marketplace.web.offers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Where an organiser asks shops to take part in a campaign and sees what they said. */
@RestController
@RequestMapping({Bench.PROVINCE + InvitingController.PATH, Bench.PLATFORM + InvitingController.PATH})
class InvitingController {

    static final String PATH = "/moi-gian-hang";

    private final CampaignOffice office;
    private final Benches benches;
    private final Pages pages;

    InvitingController(CampaignOffice office, Benches benches, Pages pages) {
        this.office = office;
        this.benches = benches;
        this.pages = pages;
    }

    private record Asked(String campaign, String wanted, String message) {}

    @GetMapping
    Mono<ResponseEntity<byte[]>> inviting(
            ServerHttpRequest request,
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "chien-dich", defaultValue = "") String campaign,
            @RequestParam(name = "q", defaultValue = "") String wanted,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return benches.at(
                request,
                visit,
                province,
                bench -> page(visit, bench, new Asked(campaign, wanted, ""), done != null, List.of()));
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit, Bench bench, Asked asked, boolean done, List<String> refusals) {
        return office.campaigns(visit, bench.scope())
                .flatMap(campaigns -> campaigns.stream()
                        .filter(one -> one.id().equals(asked.campaign()))
                        .findFirst()
                        .map(campaign -> page(visit, bench, campaign, asked, done, refusals))
                        .orElseGet(() -> Mono.just(pages.seeOther(visit, bench.onTo("")))));
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit,
            Bench bench,
            CampaignOffice.Campaign campaign,
            Asked asked,
            boolean done,
            List<String> refusals) {
        return Mono.zip(
                        office.invitable(visit, bench.scope(), campaign.id(), asked.wanted()),
                        office.invited(visit, bench.scope(), campaign.id()))
                .map(read -> new InvitingPage(
                        Head.personal(visit.t("offers.invite")),
                        bench,
                        campaign,
                        asked.wanted(),
                        read.getT1(),
                        read.getT2(),
                        asked.message(),
                        done,
                        refusals))
                .map(page -> pages.html(
                        refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                        "offers/inviting",
                        visit,
                        page,
                        Freshness.PERSONAL));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> invite(ServerHttpRequest request, Form form, Visit visit) {
        var chosen = form.fields().getOrDefault("chon", List.of());
        var asked = new Asked(form.text("campaign"), form.text("q"), form.longText("message"));
        return benches.at(
                request,
                visit,
                form.textOrNull("tinh"),
                bench -> chosen.isEmpty()
                        ? page(visit, bench, asked, false, List.of(visit.t("offers.invite.choose")))
                        : office.invite(visit, bench.scope(), asked.campaign(), chosen, asked.message())
                                .map(count ->
                                        pages.seeOther(visit, bench.onTo(PATH, "vua=1&chien-dich=" + asked.campaign())))
                                .onErrorResume(
                                        ApiProblem::refuses,
                                        why -> page(visit, bench, asked, false, ((ApiProblem) why).sentences())));
    }
}
