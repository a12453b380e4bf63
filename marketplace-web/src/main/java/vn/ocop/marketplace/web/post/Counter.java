package vn.ocop.marketplace.web.post;

import java.util.List;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.api.ApiAddress;
import vn.ocop.marketplace.web.api.ApiProblem;
import vn.ocop.marketplace.web.api.MarketplaceApi;
import vn.ocop.marketplace.web.site.Visit;

/** The office's parcels at the API, and what the clerk does with them. */
@Component
class Counter {

    private final MarketplaceApi api;

    Counter(MarketplaceApi api) {
        this.api = api;
    }

    /** The list of a state, or the one parcel that was scanned whatever its state. */
    Mono<Queue> queue(Visit visit, String office, Ask ask) {
        var parcels = parcels(office);
        var address = ask.scanned().isEmpty()
                ? ask.toReview()
                        ? parcels.with("list", "TO_REVIEW").with("after", ask.after())
                        : parcels.with("status", ask.status()).with("after", ask.after())
                : parcels.with("q", ask.scanned());
        return api.get(visit.caller(), address, Queue.class);
    }

    /** The parcel of an order, for the one big line. */
    Mono<Parcel> ofOrder(Visit visit, String office, String orderCode) {
        return api.get(visit.caller(), parcels(office).with("q", Ask.tidy(orderCode)), Queue.class)
                .flatMapIterable(Queue::items)
                .next();
    }

    /** By phone or name; in a body, because addresses are written down in many places. */
    Mono<Queue> find(Visit visit, String office, String typed) {
        return api.post(
                        visit.caller(),
                        office(office).segment("parcel-searches"),
                        Map.of("text", typed),
                        Parcel[].class)
                .map(found -> new Queue(List.of(found), null, null));
    }

    /** For the head of the office; nobody else has such a list. */
    Mono<List<RefusedScan>> refused(Visit visit, String office) {
        return api.get(visit.caller(), office(office).segment("refused-scans"), RefusedScan[].class)
                .map(List::of)
                .onErrorResume(ApiProblem.class, notTheHead -> Mono.just(List.of()));
    }

    Mono<Void> seen(Visit visit, String office, String scan) {
        return api.post(
                visit.caller(),
                office(office).segment("refused-scans").segment(scan).segment("seen"),
                null,
                Void.class);
    }

    Mono<Figures> figures(Visit visit, String office) {
        return api.get(visit.caller(), office(office).segment("figures"), Figures.class);
    }

    Mono<List<Parcel>> run(Visit visit, String office) {
        return api.get(visit.caller(), office(office).segment("run"), Parcel[].class)
                .map(List::of);
    }

    Mono<Scan.Receipts> atDesk(Visit visit, String office, Scan.Batch batch) {
        return api.post(visit.caller(), office(office).segment("scans"), batch, Scan.Receipts.class);
    }

    Mono<Scan.Receipts> onTheRoad(Visit visit, String office, Scan.Batch batch) {
        return api.post(visit.caller(), office(office).segment("run").segment("scans"), batch, Scan.Receipts.class);
    }

    private record Document(String id) {}

    /** Seals the picture, then says what it shows. */
    Mono<Void> prove(Visit visit, String office, String scan, String kind, Flux<DataBuffer> file) {
        return api.upload(visit.caller(), ApiAddress.of("/api/v1/private-documents"), file, Document.class)
                .flatMap(document -> api.post(
                        visit.caller(),
                        office(office).segment("proofs"),
                        Map.of("scan", scan, "kind", kind, "document", document.id()),
                        Void.class));
    }

    /** What shows that a parcel was handed over, or could not be. */
    Mono<List<Proof>> proofs(Visit visit, String parcel) {
        return api.get(visit.caller(), parcel(parcel).segment("proofs"), Proof[].class)
                .map(List::of);
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> proof(Visit visit, String parcel, String document) {
        return api.file(visit.caller(), parcel(parcel).segment("proofs").segment(document));
    }

    /** Labels as they come. */
    Mono<ResponseEntity<Flux<DataBuffer>>> waybills(Visit visit, String office, List<String> numbers, String sheet) {
        var address = office(office).segment("waybills").with("sheet", sheet);
        for (var number : numbers) {
            address = address.with("number", number);
        }
        return api.file(visit.caller(), address);
    }

    Mono<Parcel> accept(Visit visit, String id) {
        return api.post(visit.caller(), parcel(id).segment("acceptance"), null, Parcel.class);
    }

    Mono<Parcel> deliver(Visit visit, String id) {
        return api.post(visit.caller(), parcel(id).segment("delivery"), null, Parcel.class);
    }

    private static ApiAddress parcels(String office) {
        return office(office).segment("parcels");
    }

    private static ApiAddress office(String office) {
        return ApiAddress.of("/api/v1/post-offices").segment(office);
    }

    private static ApiAddress parcel(String id) {
        return ApiAddress.of("/api/v1/parcels").segment(id);
    }
}
