package vn.ocop.marketplace.web.account;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Where one works: going from one workplace to the other, the staff of one, and invitations to come to one. */
@RestController
class WorkplaceController {

    private static final String EVERYWHERE = "tat-ca";

    private final Pages pages;
    private final Desks desks;
    private final People people;
    private final MarketplaceApi api;

    WorkplaceController(Pages pages, Desks desks, People people, MarketplaceApi api) {
        this.pages = pages;
        this.desks = desks;
        this.people = people;
        this.api = api;
    }

    @GetMapping("/noi-lam-viec")
    Mono<ResponseEntity<byte[]>> workplaces(Visit visit) {
        return desks.member(
                visit,
                person -> Mono.just(pages.html(
                        "account/workplaces",
                        visit,
                        new WorkplacesPage(Head.personal(visit.t("workplaces.title")), person),
                        Freshness.PERSONAL)));
    }

    private record Staff(List<StaffPage.Worker> items, List<StaffPage.Invitation> invitations) {}

    private record Made(String token) {}

    private record Place(String kind, String scope) {

        static Place of(String kind, String scope) {
            return new Place(kind, scope.equals(EVERYWHERE) ? "*" : scope);
        }

        ApiAddress address(String... more) {
            var address = ApiAddress.of("/api/v1/workplaces").segment(kind).segment(scope);
            for (var segment : more) {
                address = address.segment(segment);
            }
            return address;
        }
    }

    @GetMapping("/noi-lam-viec/{kind}/{scope}/nhan-su")
    Mono<ResponseEntity<byte[]>> staff(@PathVariable String kind, @PathVariable String scope, Visit visit) {
        return staff(visit, Place.of(kind, scope), null, null);
    }

    private Mono<ResponseEntity<byte[]>> staff(
            Visit visit, Place place, @Nullable String link, @Nullable String refusal) {
        var status = refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return desks.member(visit, person -> {
            var own = person.worksFor(place.kind()).stream()
                    .filter(work -> work.scope().equals(place.scope()))
                    .findFirst();
            if (own.isEmpty()) {
                return Mono.just(pages.seeOther(visit, "/noi-lam-viec"));
            }
            return api.get(visit.caller(), place.address("staff"), Staff.class)
                    .map(staff -> new StaffPage(
                            Head.personal(visit.t("staff.title")),
                            own.get(),
                            staff.items(),
                            staff.invitations(),
                            link,
                            refusal))
                    .map(page -> pages.html(status, "account/staff", visit, page, Freshness.PERSONAL));
        });
    }

    @PostMapping("/noi-lam-viec/{kind}/{scope}/nhan-su/moi")
    Mono<ResponseEntity<byte[]>> invite(@PathVariable String kind, @PathVariable String scope, Form form, Visit visit) {
        var place = Place.of(kind, scope);
        var body = Map.of(
                "owner",
                form.has("owner"),
                "permissions",
                form.startingWith("p-").keySet(),
                "note",
                form.text("note"));
        return api.post(visit.caller(), place.address("invitations"), body, Made.class)
                .flatMap(made -> staff(visit, place, visit.absolute(visit.link("/loi-moi/" + made.token())), null))
                .onErrorResume(SignInController::refused, why -> refused(visit, place, why));
    }

    @PostMapping("/noi-lam-viec/{kind}/{scope}/nhan-su/thu-hoi")
    Mono<ResponseEntity<byte[]>> takeBack(
            @PathVariable String kind, @PathVariable String scope, Form form, Visit visit) {
        var place = Place.of(kind, scope);
        return done(
                visit, place, api.delete(visit.caller(), place.address("invitations", form.text("id")), Void.class));
    }

    @PostMapping("/noi-lam-viec/{kind}/{scope}/nhan-su/bo")
    Mono<ResponseEntity<byte[]>> remove(@PathVariable String kind, @PathVariable String scope, Form form, Visit visit) {
        var place = Place.of(kind, scope);
        return done(visit, place, api.delete(visit.caller(), place.address("staff", form.text("id")), Void.class));
    }

    @PostMapping("/noi-lam-viec/{kind}/{scope}/nhan-su/quyen")
    Mono<ResponseEntity<byte[]>> change(@PathVariable String kind, @PathVariable String scope, Form form, Visit visit) {
        var place = Place.of(kind, scope);
        var body = Map.of(
                "owner",
                form.has("owner"),
                "permissions",
                form.startingWith("p-").keySet());
        return done(visit, place, api.put(visit.caller(), place.address("staff", form.text("id")), body, Void.class));
    }

    private Mono<ResponseEntity<byte[]>> done(Visit visit, Place place, Mono<Void> doing) {
        var scope = place.scope().equals("*") ? EVERYWHERE : place.scope();
        return doing.then(Mono.fromSupplier(
                        () -> pages.seeOther(visit, "/noi-lam-viec/" + place.kind() + "/" + scope + "/nhan-su")))
                .onErrorResume(SignInController::refused, why -> refused(visit, place, why));
    }

    private Mono<ResponseEntity<byte[]>> refused(Visit visit, Place place, Throwable why) {
        return staff(visit, place, null, SignInController.detail(why));
    }

    @GetMapping("/loi-moi/{token}")
    Mono<ResponseEntity<byte[]>> invitation(@PathVariable String token, Visit visit) {
        var signedIn = visit.token() == null
                ? Mono.just(false)
                : people.who(visit.caller()).map(person -> !person.guest()).onErrorReturn(false);
        var shown = api.post(
                visit.anyone(),
                ApiAddress.of("/api/v1/invitation-lookups"),
                Map.of("token", token),
                InvitationPage.Shown.class);
        return Mono.zip(signedIn, shown)
                .map(both -> new InvitationPage(
                        Head.personal(visit.t("invitation.title")), token, both.getT1(), both.getT2()))
                .map(page -> pages.html("account/invitation", visit, page, Freshness.PERSONAL));
    }

    @PostMapping("/loi-moi/{token}")
    Mono<ResponseEntity<byte[]>> accept(@PathVariable String token, Visit visit) {
        return api.post(
                        visit.caller(),
                        ApiAddress.of("/api/v1/invitation-acceptances"),
                        Map.of("token", token),
                        Void.class)
                .then(Mono.fromSupplier(() -> pages.seeOther(visit, "/noi-lam-viec")));
    }
}
