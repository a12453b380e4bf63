package vn.ocop.marketplace.web.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Signing in and out. */
@RestController
class SignInController {

    private final Pages pages;
    private final Members members;

    SignInController(Pages pages, Members members) {
        this.pages = pages;
        this.members = members;
    }

    @GetMapping("/dang-nhap")
    ResponseEntity<byte[]> form(@RequestParam(name = "ve", required = false) @Nullable String returnTo, Visit visit) {
        return form(visit, HttpStatus.OK, "", ReturnPath.of(returnTo), null, Map.of());
    }

    @PostMapping("/dang-nhap")
    Mono<ResponseEntity<byte[]>> signIn(Form form, Visit visit, ServerHttpResponse response) {
        var login = form.text("login");
        var password = password(form.fields());
        var returnTo = ReturnPath.of(form.text("ve"));
        var missing = missing(visit, login, password);
        if (!missing.isEmpty()) {
            return Mono.just(form(visit, HttpStatus.UNPROCESSABLE_CONTENT, login, returnTo, null, missing));
        }
        return members.signIn(visit, response, login, password)
                .map(person -> pages.seeOther(visit, returnTo.isEmpty() ? person.home() : returnTo))
                .onErrorResume(
                        SignInController::refused,
                        why -> Mono.just(form(
                                visit,
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                login,
                                returnTo,
                                ((ApiProblem) why).detail(),
                                Map.of())));
    }

    @PostMapping("/dang-xuat")
    Mono<ResponseEntity<byte[]>> signOut(Visit visit, ServerHttpResponse response) {
        return members.signOut(visit, response).thenReturn(pages.seeOther(visit, "/"));
    }

    /** Passwords are taken as typed, spaces and all. */
    static String password(MultiValueMap<String, String> fields) {
        var typed = fields.getFirst("password");
        return typed == null ? "" : typed;
    }

    private static Map<String, String> missing(Visit visit, String login, String password) {
        var missing = new LinkedHashMap<String, String>();
        if (login.isEmpty()) {
            missing.put("login", visit.t("sign-in.missing.login"));
        }
        if (password.isEmpty()) {
            missing.put("password", visit.t("sign-in.missing.password"));
        }
        return missing;
    }

    static boolean refused(Throwable error) {
        return error instanceof ApiProblem problem && problem.status() < 500;
    }

    private ResponseEntity<byte[]> form(
            Visit visit,
            HttpStatus status,
            String login,
            String returnTo,
            @Nullable String refusal,
            Map<String, String> errors) {
        var head = Head.personal(visit.t("sign-in.title"));
        var page = new SignInPage(head, "", login, returnTo, refusal, errors);
        return pages.html(status, "account/sign-in", visit, page, Freshness.PERSONAL);
    }
}
