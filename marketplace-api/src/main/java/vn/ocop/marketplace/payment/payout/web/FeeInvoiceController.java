package vn.ocop.marketplace.payment.payout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.payout.FeeInvoice;
import vn.ocop.marketplace.payment.payout.FeeInvoices;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Fee invoices", description = "What the platform charges its shops, month by month")
class FeeInvoiceController {

    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    private final FeeInvoices invoices;
    private final FeeInvoiceFile file;

    FeeInvoiceController(FeeInvoices invoices, FeeInvoiceFile file) {
        this.invoices = invoices;
        this.file = file;
    }

    record FeeInvoiceResponse(
            UUID id,
            UUID shop,
            String code,
            String month,
            String shopName,
            @Nullable String taxCode,
            int bookings,
            Vnd fee,
            Vnd vat,
            Vnd total,
            Instant issuedAt) {

        static FeeInvoiceResponse of(FeeInvoice invoice) {
            return new FeeInvoiceResponse(
                    invoice.id(),
                    invoice.shop(),
                    invoice.code(),
                    invoice.month().toString(),
                    invoice.shopName(),
                    invoice.taxCode(),
                    invoice.bookings(),
                    invoice.fee(),
                    invoice.vat(),
                    invoice.total(),
                    invoice.issuedAt());
        }
    }

    record FeeInvoiceList(List<FeeInvoiceResponse> items) {

        static FeeInvoiceList of(List<FeeInvoice> invoices) {
            return new FeeInvoiceList(
                    invoices.stream().map(FeeInvoiceResponse::of).toList());
        }
    }

    record FeePaymentRequest(
            @Min(1) @Max(1_000_000_000_000L) long amount,
            @NotBlank @Size(max = 100) String bankRef) {}

    @GetMapping("/shops/{shopId}/fee-invoices")
    @Operation(summary = "The platform's invoices to a shop, newest first; made once a month is over")
    Mono<FeeInvoiceList> ofShop(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return invoices.ofShop(shopId, caller).map(FeeInvoiceList::of);
    }

    @GetMapping(path = "/shops/{shopId}/fee-invoices/{id}/invoice.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "One of them as a PDF")
    Mono<ResponseEntity<byte[]>> pdf(
            @PathVariable UUID shopId,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return invoices.find(shopId, id, caller)
                .publishOn(Schedulers.boundedElastic())
                .map(invoice -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(invoice.code() + ".pdf")
                                        .build()
                                        .toString())
                        .body(file.pdf(invoice, language)));
    }

    @GetMapping("/fee-invoices/{month}")
    @Operation(summary = "All invoices of a month in the order of their numbers")
    Mono<FeeInvoiceList> ofMonth(
            @PathVariable @Pattern(regexp = MONTH) String month, @AuthenticationPrincipal Caller caller) {
        return invoices.ofMonth(YearMonth.parse(month), caller).map(FeeInvoiceList::of);
    }

    @PostMapping("/shops/{shopId}/fee-payments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Note that a shop has paid of what it owes; the bank's number makes a repeat harmless")
    Mono<Void> paid(
            @PathVariable UUID shopId,
            @Valid @RequestBody FeePaymentRequest request,
            @AuthenticationPrincipal Caller caller) {
        return invoices.paid(shopId, Vnd.of(request.amount()), request.bankRef(), caller);
    }
}
