package vn.ocop.marketplace.web.searchdesk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** The search desk at the API. */
@Component
public class SearchDesk {

    private static final String ROOT = "/api/v1/search-desk";
    private static final int TERMS = 30;
    private static final int EXPLAINED = 10;

    private final MarketplaceApi api;

    SearchDesk(MarketplaceApi api) {
        this.api = api;
    }

    /** A rule to keep. */
    record NewRule(String kind, String phrase, String target) {}

    /** A rule in force. */
    public record Rule(String id, String kind, String phrase, String target, int position) {}

    /** A text and how often it was searched, and in vain. */
    public record Term(String term, long searches, long inVain) {}

    /** How a text is read, and why its listings stand where they do. */
    public record Explanation(@Nullable String corrected, String searched, List<Placed> listings) {}

    /** A listing in its place. */
    public record Placed(String title, double points, List<Reason> reasons) {}

    /** What a listing has points for. */
    public record Reason(String what, double points) {}

    /** Everything the page shows. */
    public record All(
            List<Rule> rules,
            List<Term> searched,
            List<Term> inVain,
            @Nullable Explanation explanation) {}

    private record Rules(List<Rule> items) {}

    private record Terms(List<Term> items) {}

    Mono<All> all(Visit visit, @Nullable String tried) {
        return Mono.zip(
                        api.get(visit.caller(), ApiAddress.of(ROOT).segment("rules"), Rules.class),
                        terms(visit, false),
                        terms(visit, true),
                        explanation(visit, tried))
                .map(read -> new All(
                        read.getT1().items(),
                        read.getT2().items(),
                        read.getT3().items(),
                        read.getT4().orElse(null)));
    }

    private Mono<Terms> terms(Visit visit, boolean inVain) {
        var address =
                ApiAddress.of(ROOT).segment("terms").with("limit", TERMS).with("inVain", inVain ? "true" : "false");
        return api.get(visit.caller(), address, Terms.class);
    }

    private Mono<Optional<Explanation>> explanation(Visit visit, @Nullable String tried) {
        if (tried == null) {
            return Mono.just(Optional.empty());
        }
        var address =
                ApiAddress.of(ROOT).segment("explanation").with("q", tried).with("limit", EXPLAINED);
        return api.get(visit.caller(), address, Explanation.class).map(Optional::of);
    }

    Mono<Void> save(Visit visit, NewRule rule) {
        return api.put(visit.caller(), ApiAddress.of(ROOT).segment("rules"), rule, Rule.class)
                .then();
    }

    Mono<Void> remove(Visit visit, String id) {
        return api.delete(visit.caller(), ApiAddress.of(ROOT).segment("rules").segment(id), Void.class);
    }
}
