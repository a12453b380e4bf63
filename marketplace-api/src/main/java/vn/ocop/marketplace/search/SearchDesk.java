package vn.ocop.marketplace.search;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.platform.BusinessTime;
import vn.ocop.marketplace.platform.CircuitBreaker;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.search.Explanations.Explanation;
import vn.ocop.marketplace.search.SearchRule.Kind;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/** Where the platform's administrators teach the search, see what people search for, and why it answers as it does. */
@Component
public class SearchDesk {

    private static final String PLATFORM = "*";

    private final SearchRuleRepository rules;
    private final TermCountRepository terms;
    private final Explanations explanations;
    private final Clock clock;

    SearchDesk(SearchRuleRepository rules, TermCountRepository terms, Explanations explanations, Clock clock) {
        this.rules = rules;
        this.terms = terms;
        this.explanations = explanations;
        this.clock = clock;
    }

    public Flux<SearchRule> rules(Caller caller) {
        return Flux.defer(() -> {
            mustBeAdministrator(caller);
            return rules.all();
        });
    }

    /** Saving the same rule again changes nothing but its position. */
    public Mono<SearchRule> save(Caller caller, Kind kind, String phrase, String target, int position) {
        return Mono.defer(() -> {
            mustBeAdministrator(caller);
            var meant = phrase(kind, phrase);
            return target(kind, target)
                    .flatMap(goal -> rules.save(kind, meant, goal, position, caller.id(), clock.instant()));
        });
    }

    public Mono<Void> remove(Caller caller, UUID id) {
        return Mono.defer(() -> {
            mustBeAdministrator(caller);
            return rules.remove(id)
                    .flatMap(removed -> removed
                            ? Mono.empty()
                            : Mono.error(new ProblemException(SearchProblem.RULE_NOT_FOUND, id.toString())));
        });
    }

    /** What was searched most in the last days, or most often in vain. */
    public Flux<SearchedTerm> terms(Caller caller, int days, boolean inVain, int limit) {
        return Flux.defer(() -> {
            mustBeAdministrator(caller);
            return terms.since(BusinessTime.today(clock).minusDays(days - 1L), inVain, limit);
        });
    }

    public Mono<Explanation> explain(Caller caller, String text, int limit) {
        return Mono.defer(() -> {
            mustBeAdministrator(caller);
            return explanations
                    .of(text, limit)
                    .onErrorMap(SearchDesk::isAway, away -> new ProblemException(SearchProblem.ENGINE_AWAY));
        });
    }

    /** It does not answer, not in time, or did not lately and is left alone. */
    private static boolean isAway(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || failure instanceof CircuitBreaker.OpenException;
    }

    private static void mustBeAdministrator(Caller caller) {
        caller.mustBeAllowed(Permission.PLATFORM_CATEGORIES, PLATFORM, SearchProblem.DESK_NOT_FOUND);
    }

    private static String phrase(Kind kind, String phrase) {
        var meant =
                kind == Kind.SYNONYM || kind == Kind.ALSO ? VietnameseText.exact(phrase) : VietnameseText.fold(phrase);
        if (meant.isEmpty()) {
            throw refused("phrase", "field.required");
        }
        return meant;
    }

    private Mono<String> target(Kind kind, String target) {
        return switch (kind) {
            case SYNONYM, ALSO -> Mono.just(names(target));
            case REDIRECT -> Mono.just(page(target.strip()));
            case PIN ->
                rules.listing(target.strip()).switchIfEmpty(Mono.error(() -> refused("target", "field.unknown")));
        };
    }

    private static String names(String target) {
        var names = Arrays.stream(target.split(","))
                .map(VietnameseText::exact)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            throw refused("target", "field.required");
        }
        return names;
    }

    /** Only ever to a page of the site itself. */
    private static String page(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\") || path.contains(" ")) {
            throw refused("target", "field.unknown");
        }
        return path;
    }

    private static ProblemException refused(String field, String why) {
        return new ProblemException(PlatformProblem.INVALID, List.of(new FieldProblem(field, why)));
    }
}
