package vn.ocop.marketplace.shipment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.shipment.ParcelQueries;

@RestController
@RequestMapping("/api/v1/tracking")
@Tag(name = "Tracking", description = "Where a parcel is, for anyone who has its number")
class TrackingController {

    private final ParcelQueries parcels;
    private final ParcelResponses responses;

    TrackingController(ParcelQueries parcels, ParcelResponses responses) {
        this.parcels = parcels;
        this.responses = responses;
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "The steps of a parcel by its tracking number",
            description =
                    "Spaces and small letters are allowed. Tells no names, phones, streets or sums. expectedOn is what was promised as long as it can be kept, and late as soon as it cannot.")
    Mono<ParcelResponses.TrackingResponse> track(@PathVariable @Size(max = 60) String number) {
        return parcels.track(number).map(responses::tracking);
    }
}
