package vn.ocop.marketplace.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.search.SearchRule.Kind;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/**
 * The desk's rules as this copy of the application follows them: looked at anew every two seconds while anyone
 * searches, and kept when the database is away.
 */
@Component
class RulesInForce {

    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);
    private static final Duration STALENESS = Duration.ofSeconds(2);

    private final SearchRuleRepository repository;
    private final Vocabulary vocabulary;
    private final Mono<Rules> looked;
    private volatile Rules known = new Rules("", Map.of(), Map.of());

    RulesInForce(SearchRuleRepository repository, Vocabulary vocabulary) {
        this.repository = repository;
        this.vocabulary = vocabulary;
        this.looked = Mono.defer(this::look).cache(STALENESS);
    }

    private record Rules(String fingerprint, Map<String, String> redirects, Map<String, List<String>> pins) {}

    /**
     * What applies to one text.
     *
     * @param redirect the page it leads to
     * @param pinned ids of the listings that come first, in their order
     */
    record Applying(@Nullable String redirect, List<String> pinned) {}

    Mono<Applying> of(String text) {
        var phrase = VietnameseText.fold(text);
        return looked.map(rules ->
                new Applying(rules.redirects().get(phrase), rules.pins().getOrDefault(phrase, List.of())));
    }

    private Mono<Rules> look() {
        return repository
                .fingerprint()
                .flatMap(fingerprint -> fingerprint.equals(known.fingerprint()) ? Mono.just(known) : read(fingerprint))
                .onErrorResume(away -> {
                    LOG.debug("The search goes on with the rules it has", away);
                    return Mono.just(known);
                });
    }

    private Mono<Rules> read(String fingerprint) {
        return repository.all().collectList().map(rules -> {
            vocabulary.teach(rules.stream()
                    .filter(rule -> rule.kind() == Kind.SYNONYM || rule.kind() == Kind.ALSO)
                    .map(SearchRule::line)
                    .toList());
            known = new Rules(fingerprint, redirects(rules), pins(rules));
            return known;
        });
    }

    private static Map<String, String> redirects(List<SearchRule> rules) {
        var redirects = new HashMap<String, String>();
        rules.stream()
                .filter(rule -> rule.kind() == Kind.REDIRECT)
                .forEach(rule -> redirects.put(rule.phrase(), rule.target()));
        return redirects;
    }

    private static Map<String, List<String>> pins(List<SearchRule> rules) {
        var pins = new HashMap<String, List<String>>();
        rules.stream()
                .filter(rule -> rule.kind() == Kind.PIN)
                .sorted(Comparator.comparingInt(SearchRule::position))
                .forEach(rule -> pins.computeIfAbsent(rule.phrase(), phrase -> new ArrayList<>())
                        .add(rule.target()));
        return pins;
    }
}
