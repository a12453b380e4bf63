package vn.ocop.marketplace.payment.payout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.payout.TaxDeclaration;
import vn.ocop.marketplace.payment.payout.TaxPapers;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Fees and taxes")
class TaxPaperController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    private final TaxPapers papers;
    private final TaxFiles files;

    TaxPaperController(TaxPapers papers, TaxFiles files) {
        this.papers = papers;
        this.files = files;
    }

    record MonthResponse(@Nullable String month, TaxDeclaration.Status status, Vnd base, Vnd vat, Vnd pit, Vnd tax) {}

    record SellerTaxYear(int year, @Nullable String taxCode, List<MonthResponse> months) {}

    @GetMapping(path = "/tax-declarations/{month}/list.xlsx", produces = WORKBOOK)
    @Operation(summary = "The list behind a declaration as a workbook: each seller with tax code, turnover and tax")
    Mono<ResponseEntity<byte[]>> list(
            @PathVariable @Pattern(regexp = MONTH) String month,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return papers.declared(YearMonth.parse(month), caller)
                .publishOn(Schedulers.boundedElastic())
                .map(declared -> file("bang-ke-" + month + ".xlsx", WORKBOOK, files.list(declared, language)));
    }

    @GetMapping("/shops/{shopId}/taxes")
    @Operation(summary = "What was withheld from a seller in a year, by declaration; what is not declared yet is last")
    Mono<SellerTaxYear> year(
            @PathVariable UUID shopId,
            @RequestParam(required = false) @Nullable @Min(2025) @Max(2100) Integer year,
            @AuthenticationPrincipal Caller caller) {
        return papers.year(shopId, year == null ? null : Year.of(year), caller).map(TaxPaperController::response);
    }

    private static SellerTaxYear response(TaxPapers.YearOfSeller year) {
        return new SellerTaxYear(
                year.year().getValue(),
                year.seller().taxCode(),
                year.months().stream()
                        .map(month -> new MonthResponse(
                                month.month() == null ? null : month.month().toString(),
                                month.status(),
                                month.base(),
                                month.vat(),
                                month.pit(),
                                month.tax()))
                        .toList());
    }

    @GetMapping(path = "/shops/{shopId}/tax-certificate.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The seller's certificate of what was withheld and declared in a year")
    Mono<ResponseEntity<byte[]>> certificate(
            @PathVariable UUID shopId,
            @RequestParam(required = false) @Nullable @Min(2025) @Max(2100) Integer year,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return papers.year(shopId, year == null ? null : Year.of(year), caller)
                .publishOn(Schedulers.boundedElastic())
                .map(found -> file(
                        "chung-tu-thue-" + found.year() + ".pdf",
                        MediaType.APPLICATION_PDF_VALUE,
                        files.certificate(found, language)));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
