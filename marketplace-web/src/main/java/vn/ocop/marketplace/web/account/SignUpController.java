package vn.ocop.marketplace.web.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
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

/** Signing up with a code sent to the phone; a guest's cart and purchases stay theirs. */
@RestController
@RequestMapping("/dang-ky")
class SignUpController {

    private static final Map<String, String> FIELD_OF_API = Map.of("destination", "login");

    private final Pages pages;
    private final Members members;
    private final Doors doors;

    SignUpController(Pages pages, Members members, Doors doors) {
        this.pages = pages;
        this.members = members;
        this.doors = doors;
    }

    @GetMapping
    ResponseEntity<byte[]> form(
            @RequestParam(name = "ve", required = false) @Nullable String returnTo,
            @RequestParam(name = "to", required = false, defaultValue = "") String team,
            Visit visit) {
        return page(visit, HttpStatus.OK, new Filled("", "", ReturnPath.of(returnTo), team), null, Map.of());
    }

    /** The team is the code of the one that helped, or empty. */
    private record Filled(String name, String login, String returnTo, String team) {

        static Filled of(Form form) {
            return new Filled(form.text("name"), form.text("login"), ReturnPath.of(form.text("ve")), form.text("team"));
        }

        Map<String, String> hidden() {
            return Map.of("name", name, "ve", returnTo, "team", team);
        }

        Members.NewMember member() {
            return new Members.NewMember(name, team);
        }
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> sendCode(Form form, Visit visit) {
        var filled = Filled.of(form);
        var missing = missing(visit, filled);
        if (!missing.isEmpty()) {
            return Mono.just(page(visit, HttpStatus.UNPROCESSABLE_CONTENT, filled, null, missing));
        }
        return members.isTeam(visit, filled.team())
                .flatMap(known -> known ? sendCode(visit, filled) : Mono.just(unknownTeam(visit, filled)))
                .onErrorResume(SignInController::refused, why -> Mono.just(refused(visit, filled, (ApiProblem) why)));
    }

    private Mono<ResponseEntity<byte[]>> sendCode(Visit visit, Filled filled) {
        return members.sendCode(visit, "SIGN_UP", filled.login())
                .map(sent -> doors.askCode(visit, "/dang-ky/ma", sent, filled.hidden(), null));
    }

    private ResponseEntity<byte[]> unknownTeam(Visit visit, Filled filled) {
        return page(
                visit, HttpStatus.UNPROCESSABLE_CONTENT, filled, null, Map.of("team", visit.t("team.named.unknown")));
    }

    @PostMapping("/ma")
    Mono<ResponseEntity<byte[]>> enterCode(Form form, Visit visit, ServerHttpResponse response) {
        var filled = Filled.of(form);
        var sent = new Members.SentCode(form.text("codeId"), form.text("sentTo"));
        return members.signUp(visit, response, sent.id(), filled.member(), form.text("code"))
                .map(entered -> doors.enter(visit, entered, filled.returnTo()))
                .onErrorResume(
                        SignInController::refused,
                        why -> Mono.just(doors.askCode(
                                visit, "/dang-ky/ma", sent, filled.hidden(), SignInController.detail(why))));
    }

    private ResponseEntity<byte[]> refused(Visit visit, Filled filled, ApiProblem why) {
        var errors = new LinkedHashMap<String, String>();
        for (var error : why.errors()) {
            errors.put(FIELD_OF_API.getOrDefault(error.field(), error.field()), error.message());
        }
        return page(visit, HttpStatus.UNPROCESSABLE_CONTENT, filled, why.detail(), errors);
    }

    private static Map<String, String> missing(Visit visit, Filled filled) {
        var missing = new LinkedHashMap<String, String>();
        if (filled.name().isEmpty()) {
            missing.put("name", visit.t("sign-up.missing.name"));
        }
        if (filled.login().isEmpty()) {
            missing.put("login", visit.t("sign-in.missing.login"));
        }
        return missing;
    }

    private ResponseEntity<byte[]> page(
            Visit visit, HttpStatus status, Filled filled, @Nullable String refusal, Map<String, String> errors) {
        var head = Head.personal(visit.t("sign-up.title"));
        var page = new SignInPage(
                head, filled.name(), filled.login(), filled.returnTo(), filled.team(), null, refusal, errors);
        return pages.html(status, "account/sign-up", visit, page, Freshness.PERSONAL);
    }
}
