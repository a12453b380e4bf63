package vn.ocop.marketplace.shipment.network.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.web.SentFile;
import vn.ocop.marketplace.sheet.SheetFormat;
import vn.ocop.marketplace.shipment.network.RateSheet;

@RestController
@RequestMapping("/api/v1/carriers/{carrier}/rates")
@Tag(name = "Carriers")
class RateController {

    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final RateSheet rates;

    RateController(RateSheet rates) {
        this.rates = rates;
    }

    @GetMapping(produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "A carrier's tariff as a workbook, every version with its dates")
    Mono<ResponseEntity<byte[]>> export(
            @PathVariable String carrier, Language language, @AuthenticationPrincipal Caller caller) {
        return rates.export(carrier, language, caller)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(SheetFormat.XLSX.mediaType()))
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("bang-gia.xlsx")
                                        .build()
                                        .toString())
                        .body(bytes));
    }

    @PostMapping(consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Put a tariff into effect, from the day each line says",
            description =
                    "XLSX or CSV with the columns of the export, at most 4 MB. Lines that are in force stay as they"
                            + " are, but for the day they end; new ones begin today or later. With anything wrong nothing is put"
                            + " into effect, and each wrong cell is named. The same sheet again changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    Mono<RateSheet.Imported> read(
            @PathVariable String carrier,
            @Parameter(hidden = true) ServerHttpRequest request,
            Language language,
            @AuthenticationPrincipal Caller caller) {
        return SentFile.read(request, MOST_BYTES).flatMap(file -> rates.read(carrier, file, language, caller));
    }
}
