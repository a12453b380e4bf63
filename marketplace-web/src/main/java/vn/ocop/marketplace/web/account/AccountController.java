package vn.ocop.marketplace.web.account;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Sessions;
import vn.ocop.marketplace.web.site.Visit;

/** One's own account: name, contacts, password, where one is signed in, second factor, consents, data. */
@RestController
class AccountController {

    private static final String HOME = "/tai-khoan";

    private final Pages pages;
    private final Desks desks;
    private final AccountDesk account;
    private final Members members;
    private final Doors doors;
    private final Sessions sessions;

    AccountController(Pages pages, Desks desks, AccountDesk account, Members members, Doors doors, Sessions sessions) {
        this.pages = pages;
        this.desks = desks;
        this.account = account;
        this.members = members;
        this.doors = doors;
        this.sessions = sessions;
    }

    @GetMapping(HOME)
    Mono<ResponseEntity<byte[]>> home(
            @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        var known = done != null && done.matches("[a-z-]{1,30}") ? done : null;
        return shown(visit, AccountDesk.Shown.of(new AccountPage.Said(known, null)));
    }

    private Mono<ResponseEntity<byte[]>> shown(Visit visit, AccountDesk.Shown shown) {
        var status = shown.said().refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return desks.member(
                visit,
                person -> account.page(visit, person, shown)
                        .map(page -> pages.html(status, "account/account", visit, page, Freshness.PERSONAL)));
    }

    /** Does it and says so on the page, or says there why not. */
    private Mono<ResponseEntity<byte[]>> done(Visit visit, Mono<Void> doing, String what) {
        return doing.then(Mono.fromSupplier(() -> pages.seeOther(visit, HOME + "?vua=" + what)))
                .onErrorResume(SignInController::refused, why -> refused(visit, why));
    }

    private Mono<ResponseEntity<byte[]>> refused(Visit visit, Throwable why) {
        return shown(visit, AccountDesk.Shown.of(new AccountPage.Said(null, SignInController.detail(why))));
    }

    @PostMapping("/tai-khoan/ten")
    Mono<ResponseEntity<byte[]>> rename(Form form, Visit visit) {
        return done(visit, account.rename(visit, form.text("name")), "ten");
    }

    @PostMapping("/tai-khoan/lien-he")
    Mono<ResponseEntity<byte[]>> contact(Form form, Visit visit) {
        return askCode(visit, "CONTACT", form.text("login"), "/tai-khoan/lien-he/ma");
    }

    @PostMapping("/tai-khoan/lien-he/ma")
    Mono<ResponseEntity<byte[]>> contactProven(Form form, Visit visit) {
        return withCode(
                visit,
                form,
                "/tai-khoan/lien-he/ma",
                account.setContact(visit, form.text("codeId"), form.text("code"))
                        .then(Mono.fromSupplier(() -> pages.seeOther(visit, HOME + "?vua=lien-he"))));
    }

    private Mono<ResponseEntity<byte[]>> askCode(Visit visit, String purpose, String destination, String action) {
        return members.sendCode(visit, purpose, destination)
                .map(sent -> doors.askCode(visit, action, sent, Map.of(), null))
                .onErrorResume(SignInController::refused, why -> refused(visit, why));
    }

    private Mono<ResponseEntity<byte[]>> withCode(
            Visit visit, Form form, String action, Mono<ResponseEntity<byte[]>> doing) {
        var sent = new Members.SentCode(form.text("codeId"), form.text("sentTo"));
        return doing.onErrorResume(
                SignInController::refused,
                why -> Mono.just(doors.askCode(visit, action, sent, Map.of(), SignInController.detail(why))));
    }

    @PostMapping("/tai-khoan/mat-khau")
    Mono<ResponseEntity<byte[]>> password(Form form, Visit visit) {
        var current = form.fields().getFirst("current");
        var password = SignInController.password(form.fields());
        return done(visit, account.setPassword(visit, current == null ? "" : current, password), "mat-khau");
    }

    @PostMapping("/tai-khoan/phien/ket-thuc")
    Mono<ResponseEntity<byte[]>> endSession(Form form, Visit visit) {
        var id = form.text("id");
        return done(visit, id.isEmpty() ? account.endOtherSessions(visit) : account.endSession(visit, id), "phien");
    }

    @PostMapping("/tai-khoan/xac-thuc")
    Mono<ResponseEntity<byte[]>> beginAuthenticator(Visit visit) {
        return account.beginAuthenticator(visit)
                .flatMap(enrolment -> shown(visit, new AccountDesk.Shown(enrolment, null, AccountPage.Said.NOTHING)))
                .onErrorResume(SignInController::refused, why -> refused(visit, why));
    }

    @PostMapping("/tai-khoan/xac-thuc/xong")
    Mono<ResponseEntity<byte[]>> confirmAuthenticator(Form form, Visit visit) {
        var enrolment = new AccountPage.Enrolment(form.text("secret"), form.text("uri"));
        return account.confirmAuthenticator(visit, form.text("code"))
                .flatMap(codes -> shown(
                        visit, new AccountDesk.Shown(null, codes.codes(), new AccountPage.Said("xac-thuc", null))))
                .onErrorResume(
                        SignInController::refused,
                        why -> shown(
                                visit,
                                new AccountDesk.Shown(
                                        enrolment, null, new AccountPage.Said(null, SignInController.detail(why)))));
    }

    @PostMapping("/tai-khoan/xac-thuc/bo")
    Mono<ResponseEntity<byte[]>> removeAuthenticator(Form form, Visit visit) {
        return done(visit, account.removeAuthenticator(visit, form.text("code")), "bo-xac-thuc");
    }

    @PostMapping("/tai-khoan/dong-y")
    Mono<ResponseEntity<byte[]>> consent(Form form, Visit visit) {
        var granted = form.text("granted").equals("true");
        return done(visit, account.consent(visit, form.text("purpose"), form.text("version"), granted), "dong-y");
    }

    @GetMapping("/tai-khoan/du-lieu")
    Mono<ResponseEntity<byte[]>> export(Visit visit) {
        Function<Person, Mono<ResponseEntity<byte[]>>> file = person -> account.export(visit)
                .map(json -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"du-lieu-cua-toi.json\"")
                        .header(HttpHeaders.CACHE_CONTROL, Freshness.PERSONAL.cacheControl())
                        .body(json));
        return desks.member(visit, file);
    }

    @PostMapping("/tai-khoan/xoa")
    Mono<ResponseEntity<byte[]>> askToErase(Visit visit) {
        return desks.member(visit, person -> {
            var to = person.phone() == null ? String.valueOf(person.email()) : person.phone();
            return askCode(visit, "ERASURE", to, "/tai-khoan/xoa/ma");
        });
    }

    @PostMapping("/tai-khoan/xoa/ma")
    Mono<ResponseEntity<byte[]>> erase(Form form, Visit visit, ServerHttpResponse response) {
        return withCode(
                visit,
                form,
                "/tai-khoan/xoa/ma",
                account.erase(visit, form.text("codeId"), form.text("code")).then(Mono.fromSupplier(() -> {
                    sessions.forget(response);
                    return pages.seeOther(visit, "/");
                })));
    }

    /** The texts people agree to, for everyone to read. */
    @GetMapping("/van-ban")
    Mono<ResponseEntity<byte[]>> documents(Visit visit) {
        var title = visit.t("documents.title");
        return account.documents(visit)
                .map(documents -> new DocumentsPage(Head.of(title, title, "/van-ban"), documents))
                .map(page -> pages.html("account/documents", visit, page, Freshness.BROWSED));
    }
}
