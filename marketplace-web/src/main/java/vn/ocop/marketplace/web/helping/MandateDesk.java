package vn.ocop.marketplace.web.helping;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Person;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** Mandates at the API. */
@Component
class MandateDesk {

    private final MarketplaceApi api;

    MandateDesk(MarketplaceApi api) {
        this.api = api;
    }

    private static ApiAddress place(Person.Membership at) {
        return ApiAddress.of("/api/v1/workplaces")
                .segment(at.kind())
                .segment(at.scope())
                .segment("mandates");
    }

    private static ApiAddress mandate(String id) {
        return ApiAddress.of("/api/v1/mandates").segment(id);
    }

    /** The newest first, all or those of one state. */
    Mono<Mandate.All> all(Visit visit, Person.Membership at, @Nullable String state, @Nullable String after) {
        return api.get(visit.caller(), place(at).with("state", state).with("after", after), Mandate.All.class);
    }

    /** The key is of the form that was sent, so that sending it twice asks once. */
    Mono<Mandate> ask(Visit visit, Person.Membership at, String key, Map<String, ?> question) {
        return api.postOnce(visit.caller(), place(at), key, question, Mandate.class);
    }

    Mono<Mandate> open(Visit visit, String id) {
        return api.get(visit.caller(), mandate(id), Mandate.class);
    }

    Mono<Mandate.Sent> sendCode(Visit visit, String id, String word) {
        return api.post(visit.caller(), mandate(id).segment("codes"), Map.of("word", word), Mandate.Sent.class);
    }

    Mono<Mandate> agree(Visit visit, String id, String codeId, String code) {
        var said = Map.of("codeId", codeId, "code", code);
        return api.post(visit.caller(), mandate(id).segment("agreement"), said, Mandate.class);
    }

    Mono<Mandate> agreeOnPaper(Visit visit, String id, FilePart paper) {
        return api.upload(visit.caller(), mandate(id).segment("paper"), paper.content(), Void.class)
                .then(Mono.defer(() -> open(visit, id)));
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> paper(Visit visit, String id) {
        return api.file(visit.caller(), mandate(id).segment("paper"));
    }

    Mono<Mandate> approve(Visit visit, String id) {
        return api.post(visit.caller(), mandate(id).segment("approval"), Map.of(), Mandate.class);
    }

    /** Only what a page of ours needs of the answer: that it was opened. */
    record OpenedShop(Shop shop) {

        record Shop(String id) {}
    }

    Mono<OpenedShop> openShop(Visit visit, String id, String key, Map<String, ?> application) {
        return api.postOnce(visit.caller(), mandate(id).segment("shop"), key, application, OpenedShop.class);
    }

    Mono<Mandate.Confirmed> confirm(Visit visit, String id, @Nullable String codeId, String code) {
        var said = codeId == null ? Map.of() : Map.of("codeId", codeId, "code", code);
        return api.post(visit.caller(), mandate(id).segment("confirmation"), said, Mandate.Confirmed.class);
    }

    Mono<Mandate> end(Visit visit, String id, String reason) {
        return api.post(visit.caller(), mandate(id).segment("end"), Map.of("reason", reason), Mandate.class);
    }
}
