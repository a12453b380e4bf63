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

/** Signing up; a guest's cart and purchases stay theirs. */
@RestController
@RequestMapping("/dang-ky")
class SignUpController {

    private static final int SHORTEST_PASSWORD = 8;
    private static final Map<String, String> FIELD_OF_API = Map.of("phone", "login", "email", "login");

    private final Pages pages;
    private final Members members;

    SignUpController(Pages pages, Members members) {
        this.pages = pages;
        this.members = members;
    }

    @GetMapping
    ResponseEntity<byte[]> form(@RequestParam(name = "ve", required = false) @Nullable String returnTo, Visit visit) {
        return page(visit, HttpStatus.OK, new Filled("", "", ReturnPath.of(returnTo)), null, Map.of());
    }

    private record Filled(String name, String login, String returnTo) {}

    @PostMapping
    Mono<ResponseEntity<byte[]>> signUp(Form form, Visit visit, ServerHttpResponse response) {
        var filled = new Filled(form.text("name"), form.text("login"), ReturnPath.of(form.text("ve")));
        var password = SignInController.password(form.fields());
        var missing = missing(visit, filled, password);
        if (!missing.isEmpty()) {
            return Mono.just(page(visit, HttpStatus.UNPROCESSABLE_CONTENT, filled, null, missing));
        }
        return members.signUp(visit, response, filled.name(), filled.login(), password)
                .map(person -> pages.seeOther(visit, filled.returnTo().isEmpty() ? "/" : filled.returnTo()))
                .onErrorResume(SignInController::refused, why -> Mono.just(refused(visit, filled, (ApiProblem) why)));
    }

    private ResponseEntity<byte[]> refused(Visit visit, Filled filled, ApiProblem why) {
        var errors = new LinkedHashMap<String, String>();
        for (var error : why.errors()) {
            errors.put(FIELD_OF_API.getOrDefault(error.field(), error.field()), error.message());
        }
        return page(visit, HttpStatus.UNPROCESSABLE_CONTENT, filled, why.detail(), errors);
    }

    private static Map<String, String> missing(Visit visit, Filled filled, String password) {
        var missing = new LinkedHashMap<String, String>();
        if (filled.name().isEmpty()) {
            missing.put("name", visit.t("sign-up.missing.name"));
        }
        if (filled.login().isEmpty()) {
            missing.put("login", visit.t("sign-in.missing.login"));
        }
        if (password.length() < SHORTEST_PASSWORD) {
            missing.put("password", visit.t("sign-up.missing.password"));
        }
        return missing;
    }

    private ResponseEntity<byte[]> page(
            Visit visit, HttpStatus status, Filled filled, @Nullable String refusal, Map<String, String> errors) {
        var head = Head.personal(visit.t("sign-up.title"));
        var page = new SignInPage(head, filled.name(), filled.login(), filled.returnTo(), refusal, errors);
        return pages.html(status, "account/sign-up", visit, page, Freshness.PERSONAL);
    }
}
