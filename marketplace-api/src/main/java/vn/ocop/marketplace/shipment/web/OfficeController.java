package vn.ocop.marketplace.shipment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.shipment.DeliveryFigures;
import vn.ocop.marketplace.shipment.ParcelQueries;
import vn.ocop.marketplace.shipment.RefusedScan;
import vn.ocop.marketplace.shipment.RefusedScans;

@RestController
@RequestMapping("/api/v1/post-offices/{code}")
@Tag(name = "Post")
class OfficeController {

    private final RefusedScans refused;
    private final ParcelQueries parcels;

    OfficeController(RefusedScans refused, ParcelQueries parcels) {
        this.refused = refused;
        this.parcels = parcels;
    }

    @GetMapping("/refused-scans")
    @Operation(summary = "What phones kept out of reach and the office would not take, until somebody has looked at it")
    Mono<List<RefusedScan>> refused(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return refused.unseen(code, caller);
    }

    @PostMapping("/refused-scans/{id}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Somebody has dealt with a refused scan")
    Mono<Void> seen(@PathVariable String code, @PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return refused.seen(code, id, caller);
    }

    @GetMapping("/figures")
    @Operation(summary = "How well the office delivers: on time, failed, returned, days to remit")
    Mono<DeliveryFigures.Figures> figures(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return parcels.figures(code, caller);
    }
}
