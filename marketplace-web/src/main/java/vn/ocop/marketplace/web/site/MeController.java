package vn.ocop.marketplace.web.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.MarketplaceApi;

/** The small second request of public pages: who is here and how much is in the cart. */
@RestController
class MeController {

    private final MarketplaceApi api;

    MeController(MarketplaceApi api) {
        this.api = api;
    }

    @GetMapping("/toi")
    Mono<ResponseEntity<Me>> me(Visit visit) {
        if (visit.token() == null) {
            return Mono.just(answer(Me.NOBODY));
        }
        return Mono.zip(person(visit), cart(visit), Me::of)
                .onErrorReturn(ApiProblem.class, Me.NOBODY)
                .map(MeController::answer);
    }

    private Mono<Person> person(Visit visit) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/me"), Person.class);
    }

    private Mono<CartCount> cart(Visit visit) {
        return api.get(visit.caller(), ApiAddress.of("/api/v1/cart"), CartCount.class);
    }

    private static ResponseEntity<Me> answer(Me me) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, Freshness.PERSONAL.cacheControl())
                .body(me);
    }

    /** What the header shows of a visitor: a name, the number in the cart, desks to go to. */
    record Me(@Nullable String name, int cartItems, List<Desk> desks) {

        static final Me NOBODY = new Me(null, 0, List.of());

        static Me of(Person person, CartCount cart) {
            var desks = person.memberships() == null
                    ? List.<Desk>of()
                    : person.memberships().stream()
                            .map(Membership::desk)
                            .distinct()
                            .toList();
            return new Me(person.guest() ? null : person.name(), cart.itemCount(), desks);
        }
    }

    /** A desk this person may open. */
    record Desk(String kind, String path) {}

    record Person(
            @Nullable String name, boolean guest, @Nullable List<Membership> memberships) {}

    record Membership(String kind) {

        Desk desk() {
            return switch (kind) {
                case "SHOP" -> new Desk(kind, "/nguoi-ban");
                case "POST_OFFICE" -> new Desk(kind, "/buu-cuc");
                default -> new Desk(kind, "/noi-lam-viec");
            };
        }
    }

    record CartCount(int itemCount) {}
}
