package vn.ocop.marketplace.web.opening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.buying.Commune;
import vn.ocop.marketplace.web.buying.Destinations;
import vn.ocop.marketplace.web.site.Form;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** A shop's file: each part is saved by itself, and the whole submitted when nothing is missing. */
@RestController
@RequestMapping("/nguoi-ban/ho-so")
class ProfileController {

    private static final Set<String> PARTS = Set.of(
            "mo", "terms", "profile", "address", "identity", "bank", "holiday", "story", "submit", "answer", "close");

    private final Pages pages;
    private final Desks desks;
    private final Destinations destinations;
    private final OpeningDesk opening;
    private final Banks banks;

    ProfileController(Pages pages, Desks desks, Destinations destinations, OpeningDesk opening, Banks banks) {
        this.pages = pages;
        this.desks = desks;
        this.destinations = destinations;
        this.opening = opening;
        this.banks = banks;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> file(
            @RequestParam(name = "gian-hang", required = false) @Nullable String shop,
            @RequestParam(name = "vua", required = false) @Nullable String said,
            Visit visit) {
        return page(visit, shop, new Outcome(said != null && PARTS.contains(said) ? said : null, null, null));
    }

    private record Outcome(
            @Nullable String said,
            @Nullable String part,
            @Nullable ApiProblem refusal) {}

    private Mono<ResponseEntity<byte[]>> page(Visit visit, @Nullable String shop, Outcome outcome) {
        return desks.open(visit, "SHOP", person -> {
            var own = person.at("SHOP", shop);
            return opening.file(visit, own.scope())
                    .flatMap(file -> profile(visit, own, file, outcome))
                    .map(page -> pages.html(
                            outcome.refusal() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                            "opening/profile",
                            visit,
                            page,
                            Freshness.PERSONAL));
        });
    }

    private Mono<ProfilePage> profile(Visit visit, Person.Membership own, Opening file, Outcome outcome) {
        var commune = destinations
                .commune(visit, file.shop().communeCode())
                .map(List::of)
                .defaultIfEmpty(List.<Commune>of());
        var bank = file.shop().bank();
        return Mono.zip(commune, opening.terms(visit))
                .map(known -> new ProfilePage(
                        Head.personal(visit.t("opening.file")),
                        own,
                        file,
                        known.getT1().isEmpty() ? null : known.getT1().getFirst(),
                        known.getT2(),
                        banks.options(bank == null ? null : bank.bankBin()),
                        outcome.said(),
                        outcome.part(),
                        outcome.refusal()));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> save(Form form, Visit visit) {
        var shop = form.text("shop");
        var part = form.text("part");
        var seen = form.version("version");
        var saved = switch (part) {
            case "close" -> opening.close(visit, shop, seen, form.text("reason"));
            case "answer" -> opening.answer(visit, shop, seen, form.longText("answer"));
            default ->
                opening.file(visit, shop)
                        .flatMap(file -> opening.change(visit, shop, seen, change(form, part, file.shop())));
        };
        return saved.map(done -> pages.seeOther(
                        visit,
                        "/nguoi-ban/ho-so?gian-hang=" + done.shop().id() + "&vua="
                                + (PARTS.contains(part) ? part : "profile")))
                .onErrorResume(
                        ApiProblem::refuses, why -> page(visit, shop, new Outcome(null, part, (ApiProblem) why)));
    }

    @PostMapping("/du-lieu")
    ResponseEntity<Flux<DataBuffer>> records(Form form, Visit visit) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=gian-hang.ndjson")
                .header(HttpHeaders.CACHE_CONTROL, Freshness.PERSONAL.cacheControl())
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(opening.records(visit, form.text("shop")));
    }

    static Map<String, Object> change(Form form, String part, ShopFile file) {
        var change = new HashMap<String, Object>();
        switch (part) {
            case "terms" -> change.put("termsVersion", form.text("termsVersion"));
            case "profile" -> texts(form, change, "name", "legalKind", "phone", "taxCode");
            case "address" -> {
                texts(form, change, "street", "returnStreet");
                change.put("openDays", days(form));
            }
            case "identity" -> change.put("identity", group(form, "representative", "documentKind", "number"));
            case "bank" -> change.put("bank", group(form, "bankBin", "number", "holder"));
            case "story" -> {
                change.put("story", form.longText("story"));
                change.put("storyEn", form.longText("storyEn"));
            }
            case "holiday" -> change.put("holidays", holidays(form, file));
            case "submit" -> change.put("submit", true);
            default -> {
                // Nothing that a form of this page sends: the API answers with the file as it is.
            }
        }
        return change;
    }

    private static void texts(Form form, Map<String, Object> change, String... names) {
        for (var name : names) {
            if (form.has(name)) {
                change.put(name, form.text(name));
            }
        }
    }

    private static Map<String, Object> group(Form form, String... names) {
        var group = new HashMap<String, Object>();
        texts(form, group, names);
        return group;
    }

    private static int days(Form form) {
        return form.fields().getOrDefault("day", List.of()).stream()
                .filter(day -> day.matches("[0-9]{1,2}"))
                .mapToInt(Integer::parseInt)
                .reduce(0, (one, other) -> one | other);
    }

    /** The days as they are without the one to be removed, and with the one to be added. */
    private static List<Map<String, Object>> holidays(Form form, ShopFile file) {
        var all = new ArrayList<Map<String, Object>>();
        var removed = form.text("remove");
        file.restDays().stream()
                .filter(days -> !removed.equals(days.firstDay().toString()))
                .forEach(days -> all.add(Map.of(
                        "firstDay", days.firstDay(),
                        "lastDay", days.lastDay(),
                        "takesOrders", days.takesOrders(),
                        "note", days.note() == null ? "" : days.note())));
        if (form.has("firstDay")) {
            all.add(Map.of(
                    "firstDay",
                    form.text("firstDay"),
                    "lastDay",
                    form.has("lastDay") ? form.text("lastDay") : form.text("firstDay"),
                    "takesOrders",
                    form.text("takesOrders").equals("true"),
                    "note",
                    form.text("note")));
        }
        return all;
    }
}
