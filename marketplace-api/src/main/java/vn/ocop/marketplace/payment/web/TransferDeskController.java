package vn.ocop.marketplace.payment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.ImportStatement;
import vn.ocop.marketplace.payment.Transfer;
import vn.ocop.marketplace.payment.TransferDesk;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Bank transfers", description = "What came into the platform's account, for those who keep its money")
class TransferDeskController {

    private static final int MAX_STATEMENT_BYTES = 8 * 1024 * 1024;

    private final TransferDesk desk;
    private final ImportStatement importStatement;

    TransferDeskController(TransferDesk desk, ImportStatement importStatement) {
        this.desk = desk;
        this.importStatement = importStatement;
    }

    record TransferPage(List<Transfer> items, @Nullable String next) {}

    record AssignmentRequest(@NotBlank @Size(max = 40) String purchase) {}

    record BankReferenceRequest(@NotBlank @Size(max = 100) String bankRef) {}

    record DueRefunds(List<TransferDesk.DueRefund> items) {}

    @GetMapping("/transfers")
    @Operation(summary = "Transfers, newest first; with status UNMATCHED those that wait for a person")
    Mono<TransferPage> list(
            @RequestParam(required = false) Transfer.@Nullable Status status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(96) int limit,
            @AuthenticationPrincipal Caller caller) {
        return desk.list(status, after, limit, caller).map(page -> new TransferPage(page.items(), page.next()));
    }

    @PostMapping("/transfers/{id}/assignment")
    @Operation(summary = "Say which purchase an unmatched transfer is for; it is settled as if it had named it")
    Mono<Transfer> assign(
            @PathVariable UUID id,
            @Valid @RequestBody AssignmentRequest request,
            @AuthenticationPrincipal Caller caller) {
        return desk.assign(id, request.purchase(), caller);
    }

    @PostMapping("/transfers/{id}/return")
    @Operation(summary = "Note that an unmatched transfer was sent back, with the bank's number of that")
    Mono<Transfer> giveBack(
            @PathVariable UUID id,
            @Valid @RequestBody BankReferenceRequest request,
            @AuthenticationPrincipal Caller caller) {
        return desk.giveBack(id, request.bankRef(), caller);
    }

    @GetMapping("/bank-refunds")
    @Operation(summary = "What is to be transferred back to buyers, oldest first")
    Mono<DueRefunds> dueRefunds(@AuthenticationPrincipal Caller caller) {
        return desk.dueRefunds(caller).map(DueRefunds::new);
    }

    @PostMapping("/bank-refunds/{id}/payment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Note that a refund was transferred, with the bank's number of that")
    Mono<Void> refunded(
            @PathVariable UUID id,
            @Valid @RequestBody BankReferenceRequest request,
            @AuthenticationPrincipal Caller caller) {
        return desk.refunded(id, request.bankRef(), caller);
    }

    @PostMapping("/bank-statements")
    @Operation(
            summary = "Take in a statement of the bank; what is known already changes nothing",
            description = "The body is the file as the bank hands it out: CSV or XLSX, at most 8 MB.")
    Mono<ImportStatement.Imported> statement(
            @RequestBody Flux<DataBuffer> file, @AuthenticationPrincipal Caller caller) {
        return DataBufferUtils.join(file, MAX_STATEMENT_BYTES)
                .map(TransferDeskController::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> importStatement.read(bytes, caller));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
