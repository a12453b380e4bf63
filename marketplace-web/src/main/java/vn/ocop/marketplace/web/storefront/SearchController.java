package vn.ocop.marketplace.web.storefront;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.site.Crumb;
import vn.ocop.marketplace.web.site.Freshness;
import vn.ocop.marketplace.web.site.Head;
import vn.ocop.marketplace.web.site.Pages;
import vn.ocop.marketplace.web.site.Visit;

/** Search, browsing by group, and suggestions while typing. */
@RestController
class SearchController {

    private static final String SEARCH = "/tim";

    private final Catalogue catalogue;
    private final Browsing browsing;
    private final Pages pages;

    SearchController(Catalogue catalogue, Browsing browsing, Pages pages) {
        this.catalogue = catalogue;
        this.browsing = browsing;
        this.pages = pages;
    }

    @GetMapping(SEARCH)
    Mono<ResponseEntity<byte[]>> search(Visit visit, @RequestParam MultiValueMap<String, String> query) {
        return Mono.zip(browsing.browse(visit, SEARCH, query, null), catalogue.categories(visit.language()))
                .map(found -> elsewhere(visit, found.getT1())
                        .orElseGet(() -> pages.html(
                                "storefront/search",
                                visit,
                                page(visit, found.getT1(), found.getT2()),
                                Freshness.BROWSED)));
    }

    /** Where the administrators send whoever types this; only ever to a page of this site. */
    private static Optional<ResponseEntity<byte[]>> elsewhere(Visit visit, Browse browse) {
        var path = browse.result().redirect();
        if (path == null
                || !path.startsWith("/")
                || path.startsWith("//")
                || browse.filters().narrowed()) {
            return Optional.empty();
        }
        return Optional.of(ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(visit.link(path)))
                .build());
    }

    @GetMapping("/nhom/{slug}")
    Mono<ResponseEntity<byte[]>> group(
            Visit visit, @PathVariable String slug, @RequestParam MultiValueMap<String, String> query) {
        return catalogue
                .categories(visit.language())
                .flatMap(tree -> group(visit, tree, slug, query))
                .map(page -> pages.html("storefront/search", visit, page, Freshness.BROWSED));
    }

    @GetMapping("/goi-y")
    Mono<ResponseEntity<byte[]>> suggest(Visit visit, @RequestParam(defaultValue = "") String q) {
        var typed = q.strip();
        var suggestions = typed.length() < 2 || typed.length() > 80
                ? Mono.just(Suggestions.NONE)
                : catalogue.suggestions(visit.anyone(), typed);
        return suggestions.map(
                found -> pages.html("storefront/suggestions", visit, sections(visit, found), Freshness.BROWSED));
    }

    private Mono<SearchPage> group(Visit visit, CategoryTree tree, String slug, MultiValueMap<String, String> query) {
        var category = tree.find(slug);
        if (category == null) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return browsing.browse(visit, category.path(), query, new Filters.Pair("category", category.code()))
                .map(browse -> groupPage(visit, tree, category, browse));
    }

    private static SearchPage groupPage(Visit visit, CategoryTree tree, Category category, Browse browse) {
        var crumbs = new ArrayList<Crumb>();
        crumbs.add(new Crumb(visit.t("home.crumb"), "/"));
        crumbs.addAll(tree.crumbs(category));
        var head = Head.of(category.name(), visit.t("group.description", category.name()), category.path());
        return new SearchPage(
                head.withJsonLd(JsonLd.breadcrumbs(visit, crumbs, category.path())),
                crumbs,
                category.name(),
                null,
                browse,
                category.below(),
                tree.groups());
    }

    private static SearchPage page(Visit visit, Browse browse, CategoryTree tree) {
        var words = browse.filters().first("q");
        var title = title(visit, words);
        // However it is narrowed, to search engines it is one page: there is no end of narrowings.
        var head = Head.of(title, visit.t("search.description"), SEARCH);
        var crumbs = List.of(new Crumb(visit.t("home.crumb"), "/"), Crumb.here(visit.t("search.crumb")));
        return new SearchPage(head, crumbs, title, words, browse, List.of(), tree.groups());
    }

    private static String title(Visit visit, @Nullable String words) {
        return words == null ? visit.t("search.all") : visit.t("search.title", words);
    }

    private static List<Suggestions.Section> sections(Visit visit, Suggestions found) {
        var sections = new ArrayList<Suggestions.Section>();
        addSection(sections, visit.t("suggest.phrases"), SEARCH + "?q=", found.phrases());
        addSection(sections, visit.t("suggest.products"), "/san-pham/", found.products());
        addSection(sections, visit.t("suggest.categories"), "/nhom/", found.categories());
        addSection(sections, visit.t("suggest.places"), "/tinh/", found.places());
        addSection(sections, visit.t("suggest.shops"), "/gian-hang/", found.shops());
        return sections;
    }

    private static void addSection(
            List<Suggestions.Section> sections,
            String heading,
            String path,
            @Nullable List<Suggestions.Suggestion> found) {
        if (found != null && !found.isEmpty()) {
            sections.add(new Suggestions.Section(heading, path, found));
        }
    }
}
