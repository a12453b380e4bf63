package vn.ocop.marketplace.web.offers;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.web.account.Desks;
import vn.ocop.marketplace.web.site.Visit;

/** Lets people to the bench of the province or of the platform, by the address they came by. */
@Component
class Benches {

    private final Desks desks;

    Benches(Desks desks) {
        this.desks = desks;
    }

    Mono<ResponseEntity<byte[]>> at(
            ServerHttpRequest request,
            Visit visit,
            @Nullable String province,
            Function<Bench, Mono<ResponseEntity<byte[]>>> page) {
        var kind = Bench.kind(request.getURI().getPath());
        return desks.open(visit, kind, person -> page.apply(Bench.of(person.at(kind, province))));
    }
}
