package vn.ocop.marketplace.web.account;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
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

/** Signing in: by password, by code, through an identity provider, with a second factor; and out. */
@RestController
class SignInController {

    private static final String STATE_COOKIE = "danh-tinh";
    private static final Duration STATE_LIFE = Duration.ofMinutes(15);

    private final Pages pages;
    private final Members members;
    private final Doors doors;

    SignInController(Pages pages, Members members, Doors doors) {
        this.pages = pages;
        this.members = members;
        this.doors = doors;
    }

    @GetMapping("/dang-nhap")
    Mono<ResponseEntity<byte[]>> form(
            @RequestParam(name = "ve", required = false) @Nullable String returnTo, Visit visit) {
        return form(visit, HttpStatus.OK, new Filled("", ReturnPath.of(returnTo)), null, Map.of());
    }

    private record Filled(String login, String returnTo) {}

    @PostMapping("/dang-nhap")
    Mono<ResponseEntity<byte[]>> signIn(Form form, Visit visit, ServerHttpResponse response) {
        var filled = new Filled(form.text("login"), ReturnPath.of(form.text("ve")));
        var password = password(form.fields());
        var missing = missing(visit, filled.login(), password);
        if (!missing.isEmpty()) {
            return form(visit, HttpStatus.UNPROCESSABLE_CONTENT, filled, null, missing);
        }
        return members.signIn(visit, response, filled.login(), password)
                .map(entered -> doors.enter(visit, entered, filled.returnTo()))
                .onErrorResume(SignInController::refused, why -> refusedForm(visit, filled, why));
    }

    @PostMapping("/dang-nhap/ma")
    Mono<ResponseEntity<byte[]>> sendCode(Form form, Visit visit) {
        var filled = new Filled(form.text("login"), ReturnPath.of(form.text("ve")));
        if (filled.login().isEmpty()) {
            var missing = Map.of("login", visit.t("sign-in.missing.login"));
            return form(visit, HttpStatus.UNPROCESSABLE_CONTENT, filled, null, missing);
        }
        return members.sendCode(visit, "SIGN_IN", filled.login())
                .map(sent -> doors.askCode(visit, "/dang-nhap/ma/nhap", sent, Map.of("ve", filled.returnTo()), null))
                .onErrorResume(SignInController::refused, why -> refusedForm(visit, filled, why));
    }

    @PostMapping("/dang-nhap/ma/nhap")
    Mono<ResponseEntity<byte[]>> enterCode(Form form, Visit visit, ServerHttpResponse response) {
        var sent = new Members.SentCode(form.text("codeId"), form.text("sentTo"));
        var returnTo = ReturnPath.of(form.text("ve"));
        return members.signInByCode(visit, response, sent.id(), form.text("code"))
                .map(entered -> doors.enter(visit, entered, returnTo))
                .onErrorResume(
                        SignInController::refused,
                        why -> Mono.just(
                                doors.askCode(visit, "/dang-nhap/ma/nhap", sent, Map.of("ve", returnTo), detail(why))));
    }

    @PostMapping("/dang-nhap/buoc-hai")
    Mono<ResponseEntity<byte[]>> secondFactor(Form form, Visit visit, ServerHttpResponse response) {
        var half = form.text("token");
        var returnTo = ReturnPath.of(form.text("ve"));
        return members.secondFactor(visit, response, half, form.text("code"))
                .map(entered -> doors.enter(visit, entered, returnTo))
                .onErrorResume(
                        SignInController::refused,
                        why -> Mono.just(doors.askSecondFactor(visit, half, returnTo, detail(why))));
    }

    /** A link and not a form: the page's own rules keep forms from leading away from the site. */
    @GetMapping("/dang-nhap/danh-tinh/di")
    Mono<ResponseEntity<byte[]>> toProvider(
            @RequestParam(name = "ve", required = false) @Nullable String returnTo,
            Visit visit,
            ServerHttpResponse response) {
        return members.beginIdentity(visit)
                .map(begun -> {
                    var away = new Away(begun.state(), ReturnPath.of(returnTo));
                    response.addCookie(awayCookie(visit, away.text(), STATE_LIFE));
                    return ResponseEntity.status(HttpStatus.FOUND)
                            .location(URI.create(begun.authorizationUri()))
                            .header(HttpHeaders.CACHE_CONTROL, Freshness.PERSONAL.cacheControl())
                            .<byte[]>build();
                })
                .onErrorResume(ApiProblem.class, why -> refusedForm(visit, new Filled("", ""), why));
    }

    /** Where the provider sends the browser back to; only the browser that went may come. */
    @GetMapping("/dang-nhap/danh-tinh")
    Mono<ResponseEntity<byte[]>> fromProvider(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @CookieValue(name = STATE_COOKIE, required = false) @Nullable String cookie,
            Visit visit,
            ServerHttpResponse response) {
        response.addCookie(awayCookie(visit, "", Duration.ZERO));
        var away = Away.of(cookie);
        var nothing = new Filled("", away.returnTo());
        if (state == null || code == null || !away.was(state)) {
            return form(
                    visit, HttpStatus.UNPROCESSABLE_CONTENT, nothing, visit.t("sign-in.provider.refused"), Map.of());
        }
        return members.vouchedFor(visit, response, state, code)
                .map(entered -> doors.enter(visit, entered, away.returnTo()))
                .onErrorResume(SignInController::refused, why -> refusedForm(visit, nothing, why));
    }

    private static ResponseCookie awayCookie(Visit visit, String state, Duration age) {
        return ResponseCookie.from(STATE_COOKIE, state)
                .path("/dang-nhap")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(visit.tools().settings().secure())
                .build();
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

    static @Nullable String detail(Throwable why) {
        return why instanceof ApiProblem problem ? problem.detail() : null;
    }

    private Mono<ResponseEntity<byte[]>> refusedForm(Visit visit, Filled filled, Throwable why) {
        return form(visit, HttpStatus.UNPROCESSABLE_CONTENT, filled, detail(why), Map.of());
    }

    private Mono<ResponseEntity<byte[]>> form(
            Visit visit, HttpStatus status, Filled filled, @Nullable String refusal, Map<String, String> errors) {
        Function<Members.Provider, SignInPage> page = provider -> new SignInPage(
                Head.personal(visit.t("sign-in.title")),
                "",
                filled.login(),
                filled.returnTo(),
                "",
                provider.name(),
                refusal,
                errors);
        return members.provider(visit)
                .map(page)
                .map(model -> pages.html(status, "account/sign-in", visit, model, Freshness.PERSONAL));
    }
}
