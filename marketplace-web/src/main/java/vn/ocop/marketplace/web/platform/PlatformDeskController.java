package vn.ocop.marketplace.web.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.Place;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** The administrators' desk: the provinces' floors, what categories ask for, people, and who did what. */
@RestController
@RequestMapping("/quan-tri")
class PlatformDeskController {

    private static final String PLATFORM = "PLATFORM";

    /** What can be done to somebody, by its name on the page. */
    private static final Map<String, String> ACTS = Map.of("thoat", "sign-out", "khoa", "lock", "mo-khoa", "unlock");

    private static final List<String> FLOOR = List.of("headline", "headlineEn", "intro", "introEn", "leaf", "lacquer");

    private final Pages pages;
    private final Desks desks;
    private final PlatformDesk desk;

    PlatformDeskController(Pages pages, Desks desks, PlatformDesk desk) {
        this.pages = pages;
        this.desks = desks;
        this.desk = desk;
    }

    private ResponseEntity<byte[]> html(Visit visit, String template, boolean refused, Object model) {
        var status = refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return pages.html(status, "platform/" + template, visit, model, Freshness.PERSONAL);
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> floors(Visit visit) {
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.provinces(visit)
                        .map(provinces -> html(
                                visit,
                                "floors",
                                false,
                                new PlatformPages.Floors(Head.personal(visit.t("platform.floors")), provinces))));
    }

    @GetMapping("/san/{province}")
    Mono<ResponseEntity<byte[]>> floor(
            @PathVariable String province,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return floor(visit, province, new Form(new LinkedMultiValueMap<>()), "luu".equals(done), null);
    }

    private Mono<ResponseEntity<byte[]>> floor(
            Visit visit, String province, Form form, boolean saved, @Nullable ApiProblem refusal) {
        return desks.open(
                visit,
                PLATFORM,
                person -> Mono.zip(desk.provinces(visit), desk.floor(visit, province))
                        .map(known -> {
                            var name = known.getT1().stream()
                                    .filter(one ->
                                            one.code().equals(known.getT2().code()))
                                    .map(Place::name)
                                    .findFirst()
                                    .orElse("");
                            var page = new PlatformPages.FloorForm(
                                    Head.personal(name), name, known.getT2(), form, saved, refusal);
                            return html(visit, "floor", refusal != null, page);
                        }));
    }

    /** With a picture that was chosen, the one that is there, or none. */
    @PostMapping(path = "/san/{province}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<byte[]>> saveFloor(@PathVariable String province, ServerWebExchange exchange, Visit visit) {
        return exchange.getMultipartData().flatMap(sent -> {
            var form = fields(sent);
            var kept = form.has("no-banner") ? null : form.textOrNull("bannerId");
            return sent.getFirst("banner") instanceof FilePart file
                            && !file.filename().isEmpty()
                    ? desk.upload(visit, file)
                            .flatMap(picture -> saveFloor(visit, province, form, picture.id()))
                            .onErrorResume(
                                    ApiProblem::refuses, why -> floor(visit, province, form, false, (ApiProblem) why))
                    : saveFloor(visit, province, form, kept);
        });
    }

    private static Form fields(MultiValueMap<String, Part> sent) {
        var fields = new LinkedMultiValueMap<String, String>();
        sent.forEach((name, parts) -> parts.forEach(part -> {
            if (part instanceof FormFieldPart field) {
                fields.add(name, field.value());
            }
        }));
        return new Form(fields);
    }

    private Mono<ResponseEntity<byte[]>> saveFloor(Visit visit, String province, Form form, @Nullable String banner) {
        var floor = new HashMap<String, Object>();
        FLOOR.stream().filter(form::has).forEach(field -> floor.put(field, form.longText(field)));
        if (!form.has("colours")) {
            floor.remove("leaf");
            floor.remove("lacquer");
        }
        if (banner != null) {
            floor.put("bannerId", banner);
        }
        floor.put("hosts", lines(form, "hosts"));
        floor.put("portals", lines(form, "portals"));
        return desk.save(visit, province, form.version("version"), floor)
                .map(saved -> pages.seeOther(visit, "/quan-tri/san/" + saved.code() + "?vua=luu"))
                .onErrorResume(ApiProblem::refuses, why -> floor(visit, province, form, false, (ApiProblem) why));
    }

    private static List<String> lines(Form form, String field) {
        return form.longText(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    @GetMapping("/nhom")
    Mono<ResponseEntity<byte[]>> categories(
            @RequestParam(name = "ma", required = false) @Nullable String code,
            @RequestParam(name = "vua", required = false) @Nullable String done,
            Visit visit) {
        return categories(visit, code, "luu".equals(done), null);
    }

    private Mono<ResponseEntity<byte[]>> categories(
            Visit visit, @Nullable String code, boolean saved, @Nullable ApiProblem refusal) {
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.categories(visit).map(sectors -> {
                    var chosen = all(sectors)
                            .filter(category -> category.code().equals(code))
                            .findFirst()
                            .orElse(null);
                    var page = new PlatformPages.Categories(
                            Head.personal(visit.t("platform.categories")), sectors, chosen, saved, refusal);
                    return html(visit, "categories", refusal != null, page);
                }));
    }

    private static Stream<PlatformPages.Category> all(List<PlatformPages.Category> categories) {
        return categories.stream().flatMap(one -> Stream.concat(Stream.of(one), all(one.below())));
    }

    @PostMapping("/nhom")
    Mono<ResponseEntity<byte[]>> require(Form form, Visit visit) {
        var code = form.text("ma");
        var attributes = Set.copyOf(form.fields().getOrDefault("attribute", List.of()));
        return desk.require(visit, code, attributes, form.text("reference"))
                .then(Mono.fromSupplier(() -> pages.seeOther(
                        visit, "/quan-tri/nhom?ma=" + code.replaceAll("[^A-Za-z0-9]", "") + "&vua=luu#chon")))
                .onErrorResume(ApiProblem::refuses, why -> categories(visit, code, false, (ApiProblem) why));
    }

    @GetMapping("/nguoi-dung")
    Mono<ResponseEntity<byte[]>> people(
            @RequestParam(name = "vua", required = false) @Nullable String done, Visit visit) {
        return desks.open(
                visit,
                PLATFORM,
                person ->
                        Mono.just(people(visit, "", null, done != null && ACTS.containsKey(done) ? done : null, null)));
    }

    private ResponseEntity<byte[]> people(
            Visit visit,
            String typed,
            @Nullable List<PlatformPages.Found> found,
            @Nullable String said,
            @Nullable ApiProblem refusal) {
        var page = new PlatformPages.People(Head.personal(visit.t("platform.people")), typed, found, said, refusal);
        return html(visit, "people", refusal != null, page);
    }

    /** A POST, because what is typed is personal and must not stand in an address. */
    @PostMapping("/nguoi-dung")
    Mono<ResponseEntity<byte[]>> find(Form form, Visit visit) {
        var typed = form.text("q");
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.people(visit, typed)
                        .map(found -> people(visit, typed, found, null, null))
                        .onErrorResume(
                                ApiProblem::refuses,
                                why -> Mono.just(people(visit, typed, null, null, (ApiProblem) why))));
    }

    @PostMapping("/nguoi-dung/viec")
    Mono<ResponseEntity<byte[]>> act(Form form, Visit visit) {
        var said = form.text("viec");
        return desk.act(visit, form.text("id"), ACTS.getOrDefault(said, "sign-out"), form.text("reason"))
                .then(Mono.fromSupplier(() ->
                        pages.seeOther(visit, "/quan-tri/nguoi-dung?vua=" + (ACTS.containsKey(said) ? said : "thoat"))))
                .onErrorResume(
                        ApiProblem::refuses,
                        why -> desks.open(
                                visit, PLATFORM, person -> Mono.just(people(visit, "", null, null, (ApiProblem) why))));
    }

    @GetMapping("/cong-viec")
    Mono<ResponseEntity<byte[]>> jobs(Visit visit) {
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.jobs(visit)
                        .map(items -> html(
                                visit,
                                "jobs",
                                false,
                                new PlatformPages.Jobs(Head.personal(visit.t("platform.jobs")), items))));
    }

    @GetMapping("/nhat-ky")
    Mono<ResponseEntity<byte[]>> log(
            @RequestParam(name = "viec", required = false, defaultValue = "") String action,
            @RequestParam(name = "ma", required = false, defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable String after,
            Visit visit) {
        var what = action.replaceAll("[^a-z.-]", "");
        var object = subject.strip().replaceAll("[^A-Za-z0-9-]", "");
        return desks.open(
                visit,
                PLATFORM,
                person -> desk.log(visit, what, object, after)
                        .map(found -> html(
                                visit,
                                "log",
                                false,
                                new PlatformPages.Log(
                                        Head.personal(visit.t("platform.log")).withScripts("htmx.js"),
                                        what,
                                        object,
                                        found.items(),
                                        found.next()))));
    }
}
