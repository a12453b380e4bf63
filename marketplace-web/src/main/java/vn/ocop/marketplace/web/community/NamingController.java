package vn.ocop.marketplace.web.community;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Takes down which community team helped somebody to order. */
@RestController
@RequestMapping("/to-so/ma")
class NamingController {

    private final Pages pages;
    private final TeamDesk teamDesk;

    NamingController(Pages pages, TeamDesk teamDesk) {
        this.pages = pages;
        this.teamDesk = teamDesk;
    }

    @GetMapping
    ResponseEntity<byte[]> form(@RequestParam(name = "to", defaultValue = "") String code, Visit visit) {
        return page(visit, code, null, null);
    }

    private ResponseEntity<byte[]> page(
            Visit visit, String code, Team.@Nullable Named named, @Nullable String refusal) {
        var page = new NamingPage(Head.personal(visit.t("team.naming.title")), code, named, refusal);
        var status = refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return pages.html(status, "community/naming", visit, page, Freshness.PERSONAL);
    }

    /** Who has no cart and no account yet is nobody a team could have brought. */
    @PostMapping
    Mono<ResponseEntity<byte[]>> name(Form form, Visit visit) {
        var code = form.text("team");
        if (visit.token() == null) {
            return Mono.just(page(visit, code, null, visit.t("team.naming.nobody")));
        }
        return teamDesk.name(visit, code)
                .map(team -> page(visit, code, team, null))
                .onErrorResume(
                        ApiProblem::refuses, why -> Mono.just(page(visit, code, null, ((ApiProblem) why).sentence())));
    }
}
