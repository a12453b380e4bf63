package vn.ocop.marketplace.web.money;

import java.util.UUID;
import java.util.function.Function;
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
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Where fees, tax rates, ways to pay and deadlines are changed: by new dated rows, and by ending old ones. */
@RestController
@RequestMapping(RuleDeskController.PATH)
class RuleDeskController {

    static final String PATH = "/ban-tien/quy-tac";
    private static final String PLATFORM = "PLATFORM";

    private final Pages pages;
    private final Desks desks;
    private final RuleDesk rules;

    RuleDeskController(Pages pages, Desks desks, RuleDesk rules) {
        this.pages = pages;
        this.desks = desks;
        this.rules = rules;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> desk(
            @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        return page(visit, "", new Form(new LinkedMultiValueMap<>()), done != null, null);
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit, String kind, Form form, boolean done, @Nullable String refusal) {
        var status = refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return desks.open(
                visit,
                PLATFORM,
                person -> rules.all(visit)
                        .map(all -> new RuleDeskPage(
                                Head.personal(visit.t("money.rules")),
                                all,
                                kind,
                                form,
                                UUID.randomUUID().toString(),
                                done,
                                refusal))
                        .map(page -> pages.html(status, "money/rules", visit, page, Freshness.PERSONAL)));
    }

    @PostMapping("/{kind}")
    Mono<ResponseEntity<byte[]>> add(@PathVariable String kind, Form form, Visit visit) {
        return done(visit, kind, rules.add(visit, kind, form), why -> page(visit, kind, form, false, why));
    }

    @PostMapping("/{kind}/het-han")
    Mono<ResponseEntity<byte[]>> end(@PathVariable String kind, Form form, Visit visit) {
        return done(
                visit,
                kind,
                rules.end(visit, kind, form.text("id"), visit.today()),
                why -> page(visit, kind, new Form(new LinkedMultiValueMap<>()), false, why));
    }

    private Mono<ResponseEntity<byte[]>> done(
            Visit visit, String kind, Mono<Void> doing, Function<String, Mono<ResponseEntity<byte[]>>> again) {
        var at = RuleDesk.KINDS.containsKey(kind) ? "#" + kind : "";
        return doing.then(Mono.fromSupplier(() -> pages.seeOther(visit, PATH + "?vua=xong" + at)))
                .onErrorResume(ApiProblem::refuses, why -> again.apply(((ApiProblem) why).sentence()));
    }
}
