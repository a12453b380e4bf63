package vn.ocop.marketplace.indexer;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets an operator ask for a rebuild and watch it. */
@RestController
@RequestMapping("/rebuild")
class RebuildController {

    private final RebuildLog log;

    RebuildController(RebuildLog log) {
        this.log = log;
    }

    /** Asking while one is running asks for that one. */
    @PostMapping
    Mono<ResponseEntity<RebuildProgress>> begin() {
        return log.begin()
                .then(log.latest())
                .map(progress -> ResponseEntity.status(HttpStatus.ACCEPTED).body(progress));
    }

    @GetMapping
    Mono<ResponseEntity<RebuildProgress>> latest() {
        return log.latest()
                .map(ResponseEntity::ok)
                .defaultIfEmpty(ResponseEntity.notFound().build());
    }
}
