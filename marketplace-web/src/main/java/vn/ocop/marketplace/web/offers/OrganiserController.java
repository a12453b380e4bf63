package vn.ocop.marketplace.web.offers;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
import vn.ocop.marketplace.web.text.Moments;

/**
 * Where a province or the platform runs programmes: make them step by step or from last year's, approve many, stop at
 * once, try them as a shopper, see what they brought.
 */
@RestController
@RequestMapping({Bench.PROVINCE, Bench.PLATFORM})
class OrganiserController {

    private final CampaignOffice office;
    private final Benches benches;
    private final GoodsToOffer goods;
    private final Pages pages;

    OrganiserController(CampaignOffice office, Benches benches, GoodsToOffer goods, Pages pages) {
        this.office = office;
        this.benches = benches;
        this.goods = goods;
        this.pages = pages;
    }

    private ResponseEntity<byte[]> html(Visit visit, String template, List<String> refusals, Object page) {
        return pages.html(
                refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "offers/" + template,
                visit,
                page,
                Freshness.PERSONAL);
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> desk(
            ServerHttpRequest request,
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "chuong-trinh", required = false) @Nullable String programme,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return benches.at(request, visit, province, bench -> desk(visit, bench, programme, done != null, List.of()));
    }

    private Mono<ResponseEntity<byte[]>> desk(
            Visit visit, Bench bench, @Nullable String wanted, boolean done, List<String> refusals) {
        return Mono.zip(office.programmes(visit, bench.scope()), office.campaigns(visit, bench.scope()))
                .flatMap(known -> {
                    var programme = chosen(known.getT1(), known.getT2(), wanted);
                    return Mono.zip(
                                    office.offers(visit, bench.scope(), "PROPOSED"),
                                    office.offers(visit, bench.scope(), "INVITED"),
                                    office.offers(visit, bench.scope(), "APPROVED"),
                                    programme == null
                                            ? Mono.just(CampaignOffice.Figures.NONE)
                                            : office.figures(visit, bench.scope(), programme))
                            .map(read -> new OrganiserPage(
                                    Head.personal(visit.t(bench.title())),
                                    bench,
                                    known.getT1(),
                                    known.getT2(),
                                    read.getT1(),
                                    read.getT2(),
                                    read.getT3().stream()
                                            .filter(offer -> offer.endsAt().isAfter(visit.now()))
                                            .toList(),
                                    programme,
                                    read.getT4(),
                                    done,
                                    refusals));
                })
                .map(page -> html(visit, "organiser", refusals, page));
    }

    /** Whose figures are shown: the one that is asked for, else the newest that has campaigns here. */
    private static @Nullable String chosen(
            List<CampaignOffice.DeskProgramme> programmes,
            List<CampaignOffice.Campaign> campaigns,
            @Nullable String wanted) {
        return programmes.stream()
                .map(CampaignOffice.DeskProgramme::code)
                .filter(code -> code.equals(wanted))
                .findFirst()
                .orElseGet(
                        () -> campaigns.isEmpty() ? null : campaigns.getFirst().programme());
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> decide(ServerHttpRequest request, Form form, Visit visit) {
        var chosen = form.fields().getOrDefault("chon", List.of());
        return benches.at(
                request,
                visit,
                form.textOrNull("tinh"),
                bench -> chosen.isEmpty()
                        ? desk(visit, bench, null, false, List.of(visit.t("offers.desk.choose")))
                        : office.decide(visit, bench.scope(), chosen, form.text("verdict"), form.text("reason"))
                                .map(count -> pages.seeOther(visit, bench.onTo("vua=1")))
                                .onErrorResume(
                                        ApiProblem::refuses, why -> desk(visit, bench, null, false, words(why))));
    }

    private static List<String> words(Throwable refusal) {
        return ((ApiProblem) refusal).sentences();
    }

    /** Opens a programme to the public, or stops all of it at once. */
    @PostMapping("/trang-thai")
    Mono<ResponseEntity<byte[]>> state(ServerHttpRequest request, Form form, Visit visit) {
        return benches.at(
                request,
                visit,
                form.textOrNull("tinh"),
                bench -> office.state(
                                visit,
                                bench.scope(),
                                form.text("programme"),
                                form.text("state").equals("open"))
                        .thenReturn(pages.seeOther(visit, bench.onTo("vua=1")))
                        .onErrorResume(ApiProblem::refuses, why -> desk(visit, bench, null, false, words(why))));
    }

    @GetMapping("/moi/{step:programmes|campaigns|offers}")
    Mono<ResponseEntity<byte[]>> making(
            ServerHttpRequest request,
            @PathVariable String step,
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            Visit visit) {
        var blank = new Form(new LinkedMultiValueMap<>());
        return benches.at(request, visit, province, bench -> making(visit, bench, step, blank, List.of()));
    }

    private Mono<ResponseEntity<byte[]>> making(
            Visit visit, Bench bench, String step, Form form, List<String> refusals) {
        return Mono.zip(
                        office.programmes(visit, bench.scope()),
                        office.campaigns(visit, bench.scope()),
                        step.equals("offers") ? goods.of(visit, bench, form) : Mono.just(OfferGoods.NONE))
                .map(read -> html(
                        visit,
                        "making",
                        refusals,
                        new MakingPage(
                                Head.personal(visit.t("offers.make." + step)),
                                bench,
                                step,
                                read.getT1(),
                                read.getT2(),
                                read.getT3(),
                                form,
                                refusals)));
    }

    @PostMapping("/moi/{step:programmes|campaigns|offers}")
    Mono<ResponseEntity<byte[]>> make(ServerHttpRequest request, @PathVariable String step, Form form, Visit visit) {
        return benches.at(
                request,
                visit,
                form.textOrNull("tinh"),
                bench -> form.has("find")
                        ? making(visit, bench, step, form, List.of())
                        : office.make(
                                        visit,
                                        bench.scope(),
                                        step,
                                        form.text("key"),
                                        OrganiserForms.wish(step, form, bench))
                                .map(id -> pages.seeOther(visit, bench.onTo("vua=1")))
                                .onErrorResume(
                                        ApiProblem::refuses, why -> making(visit, bench, step, form, words(why))));
    }

    /** As a given shopper at a given time; nothing is bought. */
    @GetMapping("/xem-thu")
    Mono<ResponseEntity<byte[]>> preview(
            ServerHttpRequest request, @RequestParam MultiValueMap<String, String> query, Visit visit) {
        var form = new Form(query);
        return benches.at(request, visit, form.textOrNull("tinh"), bench -> preview(visit, bench, form));
    }

    private Mono<ResponseEntity<byte[]>> preview(Visit visit, Bench bench, Form form) {
        if (!form.has("listing")) {
            return Mono.just(preview(visit, bench, now(visit), null, null, List.of()));
        }
        // The end of an address, or all of it as it is copied.
        var slug = form.text("listing").replaceAll("^.*/san-pham/", "").replaceAll("[?#].*$", "");
        return office.tried(visit, slug)
                .filter(tried -> !tried.variants().isEmpty())
                .flatMap(tried -> office.preview(
                                visit,
                                bench.scope(),
                                OrganiserForms.preview(
                                        form, tried.variants().getFirst().id()))
                        .map(preview -> preview(visit, bench, form, tried, preview, List.of())))
                .onErrorResume(
                        ApiProblem::refuses, why -> Mono.just(preview(visit, bench, form, null, null, words(why))));
    }

    private static Form now(Visit visit) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add(
                "at",
                visit.now()
                        .atZone(Moments.ZONE)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        return new Form(fields);
    }

    private ResponseEntity<byte[]> preview(
            Visit visit,
            Bench bench,
            Form form,
            CampaignOffice.@Nullable Tried tried,
            CampaignOffice.@Nullable Preview preview,
            List<String> refusals) {
        return html(
                visit,
                "preview",
                refusals,
                new PreviewPage(Head.personal(visit.t("offers.try")), bench, form, tried, preview, refusals));
    }
}
