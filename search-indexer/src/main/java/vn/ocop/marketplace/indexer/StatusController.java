package vn.ocop.marketplace.indexer;

import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows how the indexer is: to people as a page, to programs as JSON. */
@RestController
class StatusController {

    private final IndexerStates states;
    private final StatusPage page;

    StatusController(IndexerStates states, StatusPage page) {
        this.states = states;
        this.page = page;
    }

    @GetMapping(path = "/status", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<IndexerState> status() {
        return states.now();
    }

    /** Vietnamese unless the reader asks for English. */
    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    Mono<String> page(Locale reader) {
        var language = "en".equals(reader.getLanguage()) ? Locale.ENGLISH : StatusPage.VIETNAMESE;
        return states.now().map(state -> page.of(state, language));
    }
}
