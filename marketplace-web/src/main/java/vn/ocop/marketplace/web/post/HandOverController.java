package vn.ocop.marketplace.web.post;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Batches of parcels to couriers and other offices, each with a list to be signed and counted. */
@RestController
@RequestMapping(HandOverController.PATH)
class HandOverController {

    static final String PATH = "/buu-cuc/ban-giao";
    private static final String POST_OFFICE = "POST_OFFICE";
    private static final int MOST = 200;

    private final Pages pages;
    private final Desks desks;
    private final HandOverDesk desk;

    HandOverController(Pages pages, Desks desks, HandOverDesk desk) {
        this.pages = pages;
        this.desks = desks;
        this.desk = desk;
    }

    /** What is shown beside the lists. */
    private record Said(
            String to,
            String numbers,
            HandOverDesk.@Nullable Done done,
            @Nullable String refusal) {

        static final Said NOTHING = new Said("", "", null, null);
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> page(
            @RequestParam(name = "buu-cuc", required = false) @Nullable String office, Visit visit) {
        return at(visit, office, membership -> page(visit, membership, Said.NOTHING));
    }

    private Mono<ResponseEntity<byte[]>> at(
            Visit visit, @Nullable String office, Function<Person.Membership, Mono<ResponseEntity<byte[]>>> page) {
        return desks.open(visit, POST_OFFICE, person -> page.apply(person.at(POST_OFFICE, office)));
    }

    private Mono<ResponseEntity<byte[]>> page(Visit visit, Person.Membership office, Said said) {
        var status = said.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return Mono.zip(desk.takers(visit, office.scope()), desk.newest(visit, office.scope()))
                .map(known -> new HandOverPage(
                        HandOverPage.head(visit),
                        office,
                        known.getT1(),
                        known.getT2(),
                        said.to(),
                        said.numbers(),
                        said.done(),
                        said.refusal()))
                .map(page -> pages.html(status, "post/hand-over", visit, page, Freshness.PERSONAL));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> handOver(Form form, Visit visit) {
        var numbers = numbers(form.longText("numbers"));
        var id = form.has("id") ? form.text("id") : UUID.randomUUID().toString();
        var to = form.text("to");
        return at(
                visit,
                form.text("office"),
                membership -> desk.handOver(visit, membership.scope(), id, to, numbers)
                        .map(done -> new Said(to, notTaken(done), done, null))
                        .onErrorResume(
                                ApiProblem::refuses,
                                why -> Mono.just(
                                        new Said(to, String.join("\n", numbers), null, ((ApiProblem) why).sentence())))
                        .flatMap(said -> page(visit, membership, said)));
    }

    /** A scanner ends each with a line, people also use spaces and commas. */
    private static List<String> numbers(String typed) {
        return Arrays.stream(typed.split("[\\s,;]+"))
                .filter(number -> !number.isBlank())
                .limit(MOST)
                .toList();
    }

    private static String notTaken(HandOverDesk.Done done) {
        return String.join(
                "\n", done.refused().stream().map(HandOverDesk.Refused::number).toList());
    }

    @PostMapping("/dem")
    Mono<ResponseEntity<byte[]>> counted(Form form, Visit visit) {
        var office = form.text("office");
        var scope = office.replaceAll("[^0-9A-Za-z-]", "");
        return desk.counted(visit, form.text("manifest"), form.number("counted", -1))
                .then(Mono.fromSupplier(() -> pages.seeOther(visit, PATH + "?buu-cuc=" + scope)))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> at(
                                visit,
                                office,
                                membership -> page(
                                        visit, membership, new Said("", "", null, ((ApiProblem) why).sentence()))));
    }

    @GetMapping("/{id}/bang-ke")
    Mono<ResponseEntity<Flux<DataBuffer>>> print(@PathVariable String id, Visit visit) {
        return desk.print(visit, id);
    }
}
