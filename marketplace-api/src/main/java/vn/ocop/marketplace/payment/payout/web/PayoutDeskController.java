package vn.ocop.marketplace.payment.payout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.payout.ConnectedAccounts;
import vn.ocop.marketplace.payment.payout.Payout;
import vn.ocop.marketplace.payment.payout.PayoutBatch;
import vn.ocop.marketplace.payment.payout.PayoutDesk;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Payouts", description = "Paying sellers, for those who keep the platform's money")
class PayoutDeskController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PayoutDesk desk;
    private final ConnectedAccounts connected;

    PayoutDeskController(PayoutDesk desk, ConnectedAccounts connected) {
        this.desk = desk;
        this.connected = connected;
    }

    record PayoutBatches(List<PayoutBatch> items) {}

    record PayoutBatchFile(PayoutBatch batch, List<Payout> payouts) {}

    record PayoutPaidRequest(@NotBlank @Size(max = 100) String bankRef) {}

    record PayoutReasonRequest(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/payout-batches")
    @Operation(summary = "What was gathered to be paid, day by day, newest first")
    Mono<PayoutBatches> batches(@AuthenticationPrincipal Caller caller) {
        return desk.batches(caller).map(PayoutBatches::new);
    }

    @GetMapping("/payout-batches/{id}")
    @Operation(summary = "One day's payouts")
    Mono<PayoutBatchFile> batch(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.batch(id, caller)
                .zipWith(desk.ofBatch(id, caller))
                .map(read -> new PayoutBatchFile(read.getT1(), read.getT2()));
    }

    @PostMapping("/payout-batches/{id}/submission")
    @Operation(summary = "Say that a day's payouts are right; someone else has to approve them")
    Mono<PayoutBatch> submit(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.submit(id, caller);
    }

    @PostMapping("/payout-batches/{id}/approval")
    @Operation(summary = "Approve payouts someone else submitted")
    Mono<PayoutBatch> approve(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.approve(id, caller);
    }

    @GetMapping(
            path = "/payout-batches/{id}/bank-file",
            produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Operation(summary = "The workbook for the bank, of approved payouts")
    Mono<ResponseEntity<byte[]>> bankFile(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.bankFile(id, caller)
                .map(file -> ResponseEntity.ok()
                        .contentType(XLSX)
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("tra-tien.xlsx")
                                        .build()
                                        .toString())
                        .body(file));
    }

    @PostMapping("/payouts/{id}/payment")
    @Operation(summary = "Note that the bank paid it, with the bank's number of that")
    Mono<Payout> paid(
            @PathVariable UUID id,
            @Valid @RequestBody PayoutPaidRequest request,
            @AuthenticationPrincipal Caller caller) {
        return desk.paid(id, request.bankRef(), caller);
    }

    @PostMapping("/payouts/{id}/failure")
    @Operation(summary = "Note that the bank sent it back; it is paid with another day's")
    Mono<Payout> failed(
            @PathVariable UUID id,
            @Valid @RequestBody PayoutReasonRequest request,
            @AuthenticationPrincipal Caller caller) {
        return desk.failed(id, request.reason(), caller);
    }

    record ConnectedAccountRequest(
            @NotBlank @Size(max = 120) String account) {}

    @PutMapping("/shops/{shopId}/connected-account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Pay a shop into its account at the card's provider, from the next payout on")
    Mono<Void> connect(
            @PathVariable UUID shopId,
            @Valid @RequestBody ConnectedAccountRequest request,
            @AuthenticationPrincipal Caller caller) {
        return connected.connect(shopId, request.account(), caller);
    }

    @DeleteMapping("/shops/{shopId}/connected-account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Pay a shop to its bank again")
    Mono<Void> disconnect(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return connected.disconnect(shopId, caller);
    }

    @PutMapping("/shops/{shopId}/payout-hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Pay a shop nothing until further notice")
    Mono<Void> hold(
            @PathVariable UUID shopId,
            @Valid @RequestBody PayoutReasonRequest request,
            @AuthenticationPrincipal Caller caller) {
        return desk.hold(shopId, request.reason(), caller);
    }

    @DeleteMapping("/shops/{shopId}/payout-hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Pay a shop again")
    Mono<Void> lift(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return desk.lift(shopId, caller);
    }
}
