package vn.ocop.marketplace.web.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.assets.Assets;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/**
 * The courier's run. The page can be kept on the phone: what is done out of reach waits there and is sent with its own
 * ids, so that sending it twice does no harm. Without scripts every stop is an ordinary form.
 */
@RestController
class CourierController {

    private final Pages pages;
    private final Desks desks;
    private final Counter counter;
    private final Assets assets;

    CourierController(Pages pages, Desks desks, Counter counter, Assets assets) {
        this.pages = pages;
        this.desks = desks;
        this.counter = counter;
        this.assets = assets;
    }

    @GetMapping("/buu-ta")
    Mono<ResponseEntity<byte[]>> run(
            @RequestParam(name = "buu-cuc", required = false) @Nullable String office, Visit visit) {
        return desks.open(visit, "POST_OFFICE", person -> page(visit, person, office, null));
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visit visit, Person person, @Nullable String office, @Nullable String refusal) {
        var membership = person.at("POST_OFFICE", office);
        var status = refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return counter.run(visit, membership.scope())
                .map(stops -> CourierPage.of(visit, membership, stops, refusal))
                .map(page -> pages.html(status, "post/courier", visit, page, Freshness.PERSONAL));
    }

    /** Without scripts: one stop, here and now. */
    @PostMapping("/buu-ta")
    Mono<ResponseEntity<byte[]>> one(Form form, Visit visit) {
        var scan = new Scan(
                form.has("id") ? form.text("id") : UUID.randomUUID().toString(),
                form.text("number"),
                form.text("step"),
                visit.now(),
                false,
                form.textOrNull("reason"),
                form.textOrNull("note"),
                null,
                form.textOrNull("deliveryCode"));
        var office = form.text("office");
        return desks.open(
                visit,
                "POST_OFFICE",
                person -> counter.onTheRoad(visit, office, new Scan.Batch(null, List.of(scan)))
                        .flatMap(receipts -> receipts.receipts().getFirst().refused()
                                ? page(
                                        visit,
                                        person,
                                        office,
                                        receipts.receipts().getFirst().detail())
                                : Mono.just(pages.seeOther(visit, "/buu-ta?buu-cuc=" + office))));
    }

    /** What the phone kept, with the time it shows now. */
    @PostMapping(path = "/buu-ta/gui", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Object>> sent(
            @RequestParam(name = "buu-cuc") String office, @RequestBody Scan.Batch batch, Visit visit) {
        return counter.onTheRoad(visit, office, batch)
                .map(receipts -> answer(HttpStatus.OK, receipts))
                .onErrorResume(
                        ApiProblem.class,
                        why -> Mono.just(answer(
                                HttpStatus.valueOf(why.status()), Map.of("detail", String.valueOf(why.detail())))));
    }

    /** A picture or a signature, after the scan it belongs to. */
    @PostMapping(path = "/buu-ta/bang-chung", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    Mono<ResponseEntity<Object>> proof(
            @RequestParam(name = "buu-cuc") String office,
            @RequestParam(name = "luot") String scan,
            @RequestParam(name = "loai") String kind,
            @RequestBody Flux<DataBuffer> file,
            Visit visit) {
        return counter.prove(visit, office, scan, kind, file)
                .then(Mono.fromSupplier(() -> answer(HttpStatus.OK, Map.of())))
                .onErrorResume(
                        ApiProblem.class,
                        why -> Mono.just(answer(
                                HttpStatus.valueOf(why.status()), Map.of("detail", String.valueOf(why.detail())))));
    }

    private static ResponseEntity<Object> answer(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    /** At the root of the site, because a worker rules only over what lies below its own address. */
    @GetMapping(path = "/buu-ta-worker.js", produces = "text/javascript; charset=utf-8")
    ResponseEntity<byte[]> worker() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(assets.bytes("courier-worker.js"));
    }

    @GetMapping(path = "/buu-ta.webmanifest", produces = "application/manifest+json")
    ResponseEntity<byte[]> manifest(Visit visit) {
        var manifest = """
                {"name": "%s", "short_name": "%s", "start_url": "%s", "scope": "%s", "display": "standalone",
                 "background_color": "#FBF8F1", "theme_color": "#1D4E89",
                 "icons": [{"src": "%s", "sizes": "any", "type": "image/svg+xml"}]}
                """.formatted(
                        visit.t("courier.title"),
                        visit.t("courier.short"),
                        visit.link("/buu-ta"),
                        visit.link("/buu-ta"),
                        visit.asset("favicon.svg"));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(manifest.getBytes(StandardCharsets.UTF_8));
    }
}
