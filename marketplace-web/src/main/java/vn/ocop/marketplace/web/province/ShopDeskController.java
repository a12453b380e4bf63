package vn.ocop.marketplace.web.province;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Commune;
import vn.ocop.marketplace.web.buying.Destinations;
import vn.ocop.marketplace.web.opening.OpeningDesk;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The officer's desk for shops: who may open, who is suspended, what authorities want removed, who did what. */
@RestController
@RequestMapping("/ban-tinh")
class ShopDeskController {

    private static final String PROVINCE = "PROVINCE";
    private static final List<String> VERDICTS = List.of("OPEN", "ASK_CHANGES", "REFUSE", "SUSPEND", "LIFT", "UPHOLD");

    private final Pages pages;
    private final Desks desks;
    private final ShopOffice office;
    private final OpeningDesk opening;
    private final Destinations destinations;
    private final SavedViews views;

    ShopDeskController(
            Pages pages,
            Desks desks,
            ShopOffice office,
            OpeningDesk opening,
            Destinations destinations,
            SavedViews views) {
        this.views = views;
        this.pages = pages;
        this.desks = desks;
        this.office = office;
        this.opening = opening;
        this.destinations = destinations;
    }

    private record Asked(
            @Nullable String province,
            String list,
            @Nullable String text,
            @Nullable String after) {}

    @GetMapping("/gian-hang")
    Mono<ResponseEntity<byte[]>> queue(
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "loai", required = false) @Nullable String list,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            Visit visit) {
        var asked = new Asked(province, ShopQueuePage.known(list), q, after);
        return queue(visit, asked, said != null && VERDICTS.contains(said) ? said : null, List.of());
    }

    private Mono<ResponseEntity<byte[]>> queue(Visit visit, Asked asked, @Nullable String said, List<String> refusals) {
        return desks.open(visit, PROVINCE, person -> {
            var province = person.at(PROVINCE, asked.province());
            return Mono.zip(
                            office.shops(visit, province.scope(), asked.list(), asked.text(), asked.after()),
                            views.of(visit, QueueDesk.SHOPS.desk()))
                    .map(known -> new ShopQueuePage(
                            Head.personal(visit.t("province.shops")).withScripts("htmx.js"),
                            person.worksFor(PROVINCE),
                            province,
                            asked.list(),
                            asked.text() == null ? "" : asked.text(),
                            known.getT1(),
                            known.getT2(),
                            said,
                            refusals))
                    .map(page ->
                            pages.html(status(!refusals.isEmpty()), "province/shops", visit, page, Freshness.PERSONAL));
        });
    }

    private static HttpStatus status(boolean refused) {
        return refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    /** One word and one reason for all that were chosen; each succeeds or fails by itself. */
    @PostMapping("/gian-hang")
    Mono<ResponseEntity<byte[]>> decideMany(Form form, Visit visit) {
        var asked = new Asked(form.textOrNull("tinh"), ShopQueuePage.known(form.text("loai")), null, null);
        var chosen = form.chosen("version");
        if (chosen.isEmpty()) {
            return queue(visit, asked, null, List.of(visit.t("shelf.choose-first")));
        }
        return office.judgeAll(visit, form.text("tinh"), verdict(form), chosen)
                .flatMap(outcomes -> {
                    var refusals = outcomes.refusals(visit.t("shelf.refused"));
                    return refusals.isEmpty()
                            ? Mono.just(pages.seeOther(visit, back(form)))
                            : queue(visit, asked, null, refusals);
                })
                .onErrorResume(
                        ApiProblem::refuses, why -> queue(visit, asked, null, List.of(((ApiProblem) why).sentence())));
    }

    private static ShopOffice.Verdict verdict(Form form) {
        return new ShopOffice.Verdict(form.text("verdict"), form.text("reason"), form.textOrNull("legalOrder"));
    }

    private static String back(Form form) {
        return "/ban-tinh/gian-hang?tinh=" + Codes.of(form.text("tinh")) + "&loai="
                + ShopQueuePage.known(form.text("loai")) + "&vua=" + Codes.of(form.text("verdict"));
    }

    @GetMapping("/gian-hang/{id}")
    Mono<ResponseEntity<byte[]>> file(
            @PathVariable String id,
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            Visit visit) {
        return file(visit, province, id, said != null && VERDICTS.contains(said) ? said : null, null);
    }

    private Mono<ResponseEntity<byte[]>> file(
            Visit visit, @Nullable String province, String id, @Nullable String said, @Nullable String refusal) {
        return desks.open(
                visit,
                PROVINCE,
                person -> opening.file(visit, id)
                        .flatMap(file -> destinations
                                .commune(visit, file.shop().communeCode())
                                .map(List::of)
                                .defaultIfEmpty(List.<Commune>of())
                                .map(commune -> new ShopFilePage(
                                        Head.personal(file.shop().name()),
                                        person.at(PROVINCE, province),
                                        file,
                                        commune.isEmpty() ? null : commune.getFirst(),
                                        said,
                                        refusal)))
                        .map(page ->
                                pages.html(status(refusal != null), "province/shop", visit, page, Freshness.PERSONAL)));
    }

    @PostMapping("/gian-hang/{id}")
    Mono<ResponseEntity<byte[]>> decide(@PathVariable String id, Form form, Visit visit) {
        return office.judge(visit, id, form.version("version"), verdict(form))
                .map(shop -> pages.seeOther(
                        visit,
                        "/ban-tinh/gian-hang/" + shop.id() + "?tinh=" + Codes.of(form.text("tinh")) + "&vua="
                                + Codes.of(form.text("verdict"))))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> file(visit, form.textOrNull("tinh"), id, null, ((ApiProblem) why).sentence()));
    }

    private record AskedRequests(@Nullable String province, boolean open) {}

    @GetMapping("/yeu-cau")
    Mono<ResponseEntity<byte[]>> requests(
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "loai", required = false) @Nullable String list,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            Visit visit) {
        var form = new LinkedMultiValueMap<String, String>();
        if (shop != null) {
            form.set("subject", shop);
        }
        var asked = new AskedRequests(province, !"xong".equals(list));
        return requests(
                visit, asked, new Form(form), "nhap".equals(said) || "tra-loi".equals(said) ? said : null, null);
    }

    private Mono<ResponseEntity<byte[]>> requests(
            Visit visit, AskedRequests asked, Form form, @Nullable String said, @Nullable ApiProblem refusal) {
        return desks.open(visit, PROVINCE, person -> {
            var province = person.at(PROVINCE, asked.province());
            return office.requests(visit, province.scope(), asked.open())
                    .map(items -> new AuthorityRequestsPage(
                            Head.personal(visit.t("province.requests")),
                            province,
                            asked.open(),
                            items,
                            form,
                            said,
                            refusal))
                    .map(page ->
                            pages.html(status(refusal != null), "province/requests", visit, page, Freshness.PERSONAL));
        });
    }

    @PostMapping("/yeu-cau")
    Mono<ResponseEntity<byte[]>> request(Form form, Visit visit) {
        var province = form.text("tinh");
        var answers = form.has("id");
        var done = answers
                ? office.answer(
                        visit, form.text("id"), form.version("version"), form.text("outcome"), form.text("note"))
                : office.enter(visit, province, letter(form));
        return done.map(request -> pages.seeOther(
                        visit,
                        "/ban-tinh/yeu-cau?tinh=" + Codes.of(province) + "&vua=" + (answers ? "tra-loi" : "nhap")))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> requests(visit, new AskedRequests(province, true), form, null, (ApiProblem) why));
    }

    private static Map<String, Object> letter(Form form) {
        var letter = new HashMap<String, Object>();
        letter.put("authority", form.text("authority"));
        letter.put("number", form.text("number"));
        letter.put("subjectKind", form.text("kind"));
        letter.put("subjectId", id(form.text("subject")));
        letter.put("wanted", form.text("wanted"));
        return letter;
    }

    /** An id as it was typed, or out of an address that was pasted. */
    private static String id(String typed) {
        var matcher = java.util.regex.Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .matcher(typed);
        var id = typed;
        while (matcher.find()) {
            id = matcher.group();
        }
        return id;
    }

    @GetMapping("/nhat-ky")
    Mono<ResponseEntity<byte[]>> audit(
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "viec", required = false, defaultValue = "") String action,
            @RequestParam(name = "ma", required = false, defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable String after,
            Visit visit) {
        var known = AuditPage.ACTIONS.contains(action) ? action : "";
        return desks.open(visit, PROVINCE, person -> {
            var own = person.at(PROVINCE, province);
            return office.audit(visit, own.scope(), known, id(subject), after)
                    .map(found -> new AuditPage(
                            Head.personal(visit.t("province.audit")).withScripts("htmx.js"),
                            own,
                            known,
                            Codes.of(subject),
                            found.items(),
                            found.next()))
                    .map(page -> pages.html("province/audit", visit, page, Freshness.PERSONAL));
        });
    }
}
