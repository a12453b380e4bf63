package vn.ocop.marketplace.web.account;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Visit;

/** Reads and changes one's own account at the API. */
@Component
class AccountDesk {

    private static final ApiAddress AUTHENTICATOR = ApiAddress.of("/api/v1/me/authenticator");

    private final MarketplaceApi api;
    private final Members members;

    AccountDesk(MarketplaceApi api, Members members) {
        this.api = api;
        this.members = members;
    }

    private record SessionList(List<AccountPage.Session> items) {}

    private record DocumentList(List<AccountPage.Document> items) {}

    private record ConsentList(List<AccountPage.Consent> items) {}

    record RecoveryCodes(List<String> codes) {}

    /** What is shown besides what the account itself says. */
    record Shown(
            AccountPage.@Nullable Enrolment enrolment,
            @Nullable List<String> recoveryCodes,
            AccountPage.Said said) {

        static Shown of(AccountPage.Said said) {
            return new Shown(null, null, said);
        }
    }

    Mono<AccountPage> page(Visit visit, Person person, Shown shown) {
        var caller = visit.caller();
        return Mono.zip(
                        api.get(caller, ApiAddress.of("/api/v1/me/sessions"), SessionList.class),
                        api.get(caller, AUTHENTICATOR, AccountPage.Authenticator.class),
                        documents(visit),
                        api.get(caller, ApiAddress.of("/api/v1/me/consents"), ConsentList.class),
                        members.provider(visit))
                .map(known -> new AccountPage(
                        Head.personal(visit.t("account.title")),
                        person,
                        known.getT1().items(),
                        known.getT2(),
                        known.getT3(),
                        known.getT4().items(),
                        shown.enrolment(),
                        shown.recoveryCodes(),
                        "IDENTITY".equals(person.assurance())
                                ? null
                                : known.getT5().name(),
                        shown.said()));
    }

    Mono<List<AccountPage.Document>> documents(Visit visit) {
        return api.get(visit.anyone(), ApiAddress.of("/api/v1/documents"), DocumentList.class)
                .map(DocumentList::items);
    }

    Mono<Void> rename(Visit visit, String name) {
        return api.patch(visit.caller(), ApiAddress.of("/api/v1/me"), Map.of("name", name), Void.class);
    }

    Mono<Void> setContact(Visit visit, String codeId, String code) {
        return api.post(
                visit.caller(),
                ApiAddress.of("/api/v1/me/contacts"),
                Map.of("codeId", codeId, "code", code),
                Void.class);
    }

    Mono<Void> setPassword(Visit visit, String current, String password) {
        var body = current.isEmpty() ? Map.of("password", password) : Map.of("current", current, "password", password);
        return api.put(visit.caller(), ApiAddress.of("/api/v1/me/password"), body, Void.class);
    }

    Mono<Void> endSession(Visit visit, String id) {
        return api.delete(visit.caller(), ApiAddress.of("/api/v1/me/sessions").segment(id), Void.class);
    }

    Mono<Void> endOtherSessions(Visit visit) {
        return api.delete(visit.caller(), ApiAddress.of("/api/v1/me/sessions"), Void.class);
    }

    Mono<AccountPage.Enrolment> beginAuthenticator(Visit visit) {
        return api.post(visit.caller(), AUTHENTICATOR, Map.of(), AccountPage.Enrolment.class);
    }

    Mono<RecoveryCodes> confirmAuthenticator(Visit visit, String code) {
        return api.put(visit.caller(), AUTHENTICATOR, Map.of("code", code), RecoveryCodes.class);
    }

    Mono<Void> removeAuthenticator(Visit visit, String code) {
        return api.post(
                visit.caller(), ApiAddress.of("/api/v1/me/authenticator/removal"), Map.of("code", code), Void.class);
    }

    Mono<Void> consent(Visit visit, String purpose, String version, boolean granted) {
        return api.post(
                visit.caller(),
                ApiAddress.of("/api/v1/me/consents"),
                Map.of("purpose", purpose, "version", version, "granted", granted),
                Void.class);
    }

    Mono<byte[]> export(Visit visit) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/me/export"), byte[].class);
    }

    Mono<Void> erase(Visit visit, String codeId, String code) {
        return api.post(
                visit.caller(),
                ApiAddress.of("/api/v1/me/erasure"),
                Map.of("codeId", codeId, "code", code),
                Void.class);
    }
}
