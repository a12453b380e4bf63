package vn.ocop.marketplace.web.province;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

/** The province officer's desk: listings and certificates that wait for a word. */
@RestController
@RequestMapping("/ban-tinh")
class ProvinceDeskController {

    private static final String PROVINCE = "PROVINCE";
    private static final List<String> SAID = List.of("APPROVE", "REFUSE", "TAKE_DOWN", "VERIFY", "EXTEND", "REVOKE");

    private final Pages pages;
    private final Desks desks;
    private final ProvinceOffice office;
    private final SavedViews views;

    ProvinceDeskController(Pages pages, Desks desks, ProvinceOffice office, SavedViews views) {
        this.views = views;
        this.pages = pages;
        this.desks = desks;
        this.office = office;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> queue(
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "loai", required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return queue(visit, new Asked(province, ListingList.of(list), q, after), known(done), List.of());
    }

    private record Asked(
            @Nullable String province,
            ListingList list,
            @Nullable String text,
            @Nullable String after) {}

    private static @Nullable String known(@Nullable String done) {
        return done != null && SAID.contains(done) ? done : null;
    }

    private Mono<ResponseEntity<byte[]>> queue(Visit visit, Asked asked, @Nullable String said, List<String> refusals) {
        return desks.open(visit, PROVINCE, person -> {
            var province = person.at(PROVINCE, asked.province());
            return Mono.zip(
                            office.listings(visit, province.scope(), asked.list(), asked.text(), asked.after()),
                            views.of(visit, QueueDesk.LISTINGS.desk()))
                    .map(known -> new QueuePage(
                            Head.personal(visit.t("province.title")).withScripts("htmx.js"),
                            person.worksFor(PROVINCE),
                            province,
                            asked.list(),
                            asked.text() == null ? "" : asked.text(),
                            known.getT1(),
                            known.getT2(),
                            said,
                            refusals))
                    .map(page -> pages.html(
                            refusals.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "province/queue",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    /** One word and one reason for all that were chosen; each succeeds or fails by itself. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> decideMany(Form form, Visit visit) {
        var asked = new Asked(form.textOrNull("tinh"), ListingList.of(form.text("loai")), null, null);
        var chosen = form.chosen("revision");
        if (chosen.isEmpty()) {
            return queue(visit, asked, null, List.of(visit.t("shelf.choose-first")));
        }
        var verdict = form.text("verdict");
        return office.judgeAll(visit, form.text("tinh"), verdict, form.text("reason"), chosen)
                .flatMap(outcomes -> {
                    var refusals = outcomes.refusals(visit.t("shelf.refused"));
                    return refusals.isEmpty()
                            ? Mono.just(pages.seeOther(visit, back(form, verdict)))
                            : queue(visit, asked, null, refusals);
                })
                .onErrorResume(
                        ApiProblem::refuses, why -> queue(visit, asked, null, List.of(((ApiProblem) why).sentence())));
    }

    private static String back(Form form, String said) {
        var list = ListingList.of(form.text("loai")).path();
        return "/ban-tinh?tinh=" + Codes.of(form.text("tinh")) + "&loai=" + list + "&vua=" + Codes.of(said);
    }

    @GetMapping("/san-pham/{shop}/{id}")
    Mono<ResponseEntity<byte[]>> file(
            @PathVariable String shop,
            @PathVariable String id,
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            Visit visit) {
        return file(visit, province, shop, id, null);
    }

    private Mono<ResponseEntity<byte[]>> file(
            Visit visit, @Nullable String province, String shop, String id, @Nullable String refusal) {
        return desks.open(
                visit,
                PROVINCE,
                person -> office.file(visit, shop, id)
                        .map(file -> new FilePage(
                                Head.personal(visit.t("province.file")), person.at(PROVINCE, province), file, refusal))
                        .map(page -> pages.html(
                                refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                                "province/file",
                                visit,
                                page,
                                Freshness.PERSONAL)));
    }

    @PostMapping("/san-pham/{shop}/{id}")
    Mono<ResponseEntity<byte[]>> decide(@PathVariable String shop, @PathVariable String id, Form form, Visit visit) {
        var verdict = form.text("verdict");
        var province = form.textOrNull("tinh");
        return office.judge(visit, id, form.version("revision"), verdict, form.text("reason"))
                .then(Mono.fromSupplier(() -> pages.seeOther(visit, back(form, verdict))))
                .onErrorResume(
                        ApiProblem::refuses, why -> file(visit, province, shop, id, ((ApiProblem) why).sentence()));
    }

    @GetMapping("/chung-nhan")
    Mono<ResponseEntity<byte[]>> certificates(
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "loai", required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        var list = status != null && CertificateQueuePage.LISTS.contains(status) ? status : "SUBMITTED";
        return certificates(visit, new AskedProofs(province, list, after), known(done), null);
    }

    private record AskedProofs(
            @Nullable String province,
            String status,
            @Nullable String after) {}

    private Mono<ResponseEntity<byte[]>> certificates(
            Visit visit, AskedProofs asked, @Nullable String said, @Nullable String refusal) {
        return desks.open(visit, PROVINCE, person -> {
            var province = person.at(PROVINCE, asked.province());
            return Mono.zip(
                            office.certificates(visit, province.scope(), asked.status(), asked.after()),
                            views.of(visit, QueueDesk.CERTIFICATES.desk()))
                    .map(known -> new CertificateQueuePage(
                            Head.personal(visit.t("province.certificates")).withScripts("htmx.js"),
                            province,
                            asked.status(),
                            known.getT1(),
                            known.getT2(),
                            said,
                            refusal))
                    .map(page -> pages.html(
                            refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "province/certificates",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    @PostMapping("/chung-nhan")
    Mono<ResponseEntity<byte[]>> decideCertificate(Form form, Visit visit) {
        var verdict = form.text("verdict");
        var list = form.text("loai");
        var asked = new AskedProofs(
                form.textOrNull("tinh"), CertificateQueuePage.LISTS.contains(list) ? list : "SUBMITTED", null);
        return office.decide(
                        visit,
                        form.text("id"),
                        form.version("version"),
                        verdict,
                        form.text("reason"),
                        form.textOrNull("day"))
                .map(done -> pages.seeOther(
                        visit,
                        "/ban-tinh/chung-nhan?tinh=" + Codes.of(form.text("tinh")) + "&loai=" + asked.status() + "&vua="
                                + Codes.of(verdict)))
                .onErrorResume(
                        ApiProblem::refuses, why -> certificates(visit, asked, null, ((ApiProblem) why).sentence()));
    }
}
