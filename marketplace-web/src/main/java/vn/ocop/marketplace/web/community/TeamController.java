package vn.ocop.marketplace.web.community;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Commune;
import vn.ocop.marketplace.web.buying.Destinations;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.QrPicture;
import vn.ocop.marketplace.web.site.Visit;

/** What a community team has brought about, for its people; and the teams of a province, for its desk. */
@RestController
class TeamController {

    private static final String TEAM = "COMMUNITY_TEAM";
    private static final String PROVINCE = "PROVINCE";
    private static final Form NOTHING = new Form(new LinkedMultiValueMap<>());

    private final Pages pages;
    private final Desks desks;
    private final TeamDesk teamDesk;
    private final Destinations destinations;

    TeamController(Pages pages, Desks desks, TeamDesk teamDesk, Destinations destinations) {
        this.pages = pages;
        this.desks = desks;
        this.teamDesk = teamDesk;
        this.destinations = destinations;
    }

    @GetMapping("/to-so")
    Mono<ResponseEntity<byte[]>> team(
            @RequestParam(name = "to", required = false) @Nullable String wanted, Visit visit) {
        return desks.open(visit, TEAM, person -> {
            var team = person.at(TEAM, wanted);
            return Mono.zip(teamDesk.told(visit, team.scope()), teamDesk.purchases(visit, team.scope()))
                    .map(read -> page(visit, person, team, read.getT1(), read.getT2()))
                    .map(page -> pages.html("community/team", visit, page, Freshness.PERSONAL));
        });
    }

    private static TeamPage page(
            Visit visit, Person person, Person.Membership team, Team.Told told, List<Team.Month> months) {
        var invitation = visit.absolute(visit.link("/dang-ky?to=" + told.team().code()));
        return new TeamPage(
                Head.personal(told.team().name()),
                team,
                person.worksFor(TEAM),
                told,
                months,
                invitation,
                QrPicture.svg(invitation));
    }

    @GetMapping("/ban-tinh/to-so")
    Mono<ResponseEntity<byte[]>> ofProvince(
            @RequestParam(name = "tinh", required = false) @Nullable String province,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            Visit visit) {
        return ofProvince(visit, province, new Added(NOTHING, List.of(), null, "lap".equals(said), null));
    }

    /** What one request adds to the page. */
    private record Added(
            Form form,
            List<Commune> found,
            @Nullable String link,
            boolean founded,
            @Nullable ApiProblem refusal) {}

    private Mono<ResponseEntity<byte[]>> ofProvince(Visit visit, @Nullable String wanted, Added added) {
        return desks.open(visit, PROVINCE, person -> {
            var province = person.at(PROVINCE, wanted);
            return teamDesk.ofProvince(visit, province.scope())
                    .map(all -> new ProvinceTeamsPage(
                            Head.personal(visit.t("team.province.title")),
                            province,
                            all.items(),
                            added.form(),
                            added.found(),
                            added.link(),
                            added.founded(),
                            added.refusal(),
                            UUID.randomUUID().toString()))
                    .map(page -> pages.html(
                            added.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "community/province",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    /** One commune that fits is taken; several are offered. */
    @PostMapping("/ban-tinh/to-so")
    Mono<ResponseEntity<byte[]>> found(Form form, Visit visit) {
        if (form.has("commune")) {
            return found(visit, form, form.text("commune"));
        }
        return destinations
                .find(visit, form.text("commune-name"))
                .map(all -> all.stream()
                        .filter(commune -> commune.province().code().equals(form.text("tinh")))
                        .toList())
                .flatMap(all -> all.size() == 1
                        ? found(visit, form, all.getFirst().code())
                        : ofProvince(visit, form.text("tinh"), new Added(form, all, null, false, null)));
    }

    private Mono<ResponseEntity<byte[]>> found(Visit visit, Form form, String commune) {
        var founding = new HashMap<String, String>(Map.of("name", form.text("name"), "communeCode", commune));
        if (form.has("hamlet")) {
            founding.put("hamlet", form.text("hamlet"));
        }
        return teamDesk.found(visit, form.text("tinh"), form.text("key"), founding)
                .map(team -> pages.seeOther(visit, path(form) + "&vua=lap"))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, form, why));
    }

    private static String path(Form form) {
        return "/ban-tinh/to-so?tinh="
                + UriUtils.encodeQueryParam(form.text("tinh"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private Mono<ResponseEntity<byte[]>> refused(Visit visit, Form form, Throwable why) {
        return ofProvince(visit, form.text("tinh"), new Added(form, List.of(), null, false, (ApiProblem) why));
    }

    /** The link is on the page that answers and nowhere else. */
    @PostMapping("/ban-tinh/to-so/to-truong")
    Mono<ResponseEntity<byte[]>> inviteHead(Form form, Visit visit) {
        return teamDesk.inviteHead(visit, form.text("tinh"), form.text("id"))
                .flatMap(head -> ofProvince(
                        visit,
                        form.text("tinh"),
                        new Added(
                                NOTHING,
                                List.of(),
                                visit.absolute(visit.link("/loi-moi/" + head.token())),
                                false,
                                null)))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, NOTHING, why));
    }

    @PostMapping("/ban-tinh/to-so/dong")
    Mono<ResponseEntity<byte[]>> close(Form form, Visit visit) {
        return teamDesk.close(visit, form.text("tinh"), form.text("id"))
                .map(closed -> pages.seeOther(visit, path(form)))
                .onErrorResume(ApiProblem::refuses, why -> refused(visit, NOTHING, why));
    }
}
