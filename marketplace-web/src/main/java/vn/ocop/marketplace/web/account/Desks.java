package vn.ocop.marketplace.web.account;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Lets people to the desk they work at, asks others to sign in, and tells the rest whose desk it is. */
@Component
public class Desks {

    private final People people;
    private final Pages pages;

    Desks(People people, Pages pages) {
        this.people = people;
        this.pages = pages;
    }

    /** The page for somebody who works for a body of this kind. */
    public Mono<ResponseEntity<byte[]>> open(
            Visit visit, String kind, Function<Person, Mono<ResponseEntity<byte[]>>> desk) {
        if (visit.token() == null) {
            return Mono.just(signIn(visit));
        }
        return people.who(visit.caller()).flatMap(person -> {
            if (person.guest()) {
                return Mono.just(signIn(visit));
            }
            return person.worksFor(kind).isEmpty() ? Mono.just(notYours(visit, kind)) : desk.apply(person);
        });
    }

    /** The page for somebody who helps households to sell. */
    public Mono<ResponseEntity<byte[]>> helper(Visit visit, Function<Person, Mono<ResponseEntity<byte[]>>> desk) {
        return member(
                visit,
                person -> person.helpingPlaces().isEmpty()
                        ? Mono.just(notYours(visit, "POST_OFFICE"))
                        : desk.apply(person));
    }

    /** The page for anyone with an account. */
    public Mono<ResponseEntity<byte[]>> member(Visit visit, Function<Person, Mono<ResponseEntity<byte[]>>> page) {
        if (visit.token() == null) {
            return Mono.just(signIn(visit));
        }
        return people.who(visit.caller())
                .flatMap(person -> person.guest() ? Mono.just(signIn(visit)) : page.apply(person));
    }

    private ResponseEntity<byte[]> signIn(Visit visit) {
        return pages.seeOther(visit, "/dang-nhap?ve=" + UriUtils.encode(visit.here(), StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> notYours(Visit visit, String kind) {
        var page = new ForeignDesk(Head.personal(visit.t("desk.foreign." + kind)), kind);
        return pages.html(HttpStatus.FORBIDDEN, "account/foreign-desk", visit, page, Freshness.PERSONAL);
    }
}
