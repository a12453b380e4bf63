package vn.ocop.marketplace.payment.payout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.payout.Accounts;
import vn.ocop.marketplace.payment.payout.BankAccount;
import vn.ocop.marketplace.payment.payout.Payout;
import vn.ocop.marketplace.payment.payout.SellerStatement;
import vn.ocop.marketplace.payment.payout.Statements;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

@RestController
@RequestMapping("/api/v1/shops/{shopId}")
@Tag(name = "Seller's money", description = "What a shop earns, what is taken off, and when it is paid")
class SellerMoneyController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Statements statements;
    private final Accounts accounts;
    private final StatementFiles files;

    SellerMoneyController(Statements statements, Accounts accounts, StatementFiles files) {
        this.statements = statements;
        this.accounts = accounts;
        this.files = files;
    }

    record StatementLine(
            String order,
            Instant soldAt,
            Vnd sale,
            Vnd takenBack,
            Vnd discount,
            Vnd fee,
            Vnd tax,
            Vnd direct,
            Vnd held,
            Vnd net,
            @Nullable Instant paidAt) {

        static StatementLine of(SellerStatement.Line line) {
            return new StatementLine(
                    line.code(),
                    line.soldAt(),
                    line.sale(),
                    line.takenBack(),
                    line.discount(),
                    line.fee(),
                    line.tax(),
                    line.direct(),
                    line.held(),
                    line.net(),
                    line.paidAt());
        }
    }

    record SellerPayout(
            String code,
            Vnd amount,
            String account,
            Payout.Channel channel,
            Payout.Status status,
            @Nullable Instant decidedAt) {}

    record SellerMoney(
            LocalDate from,
            LocalDate to,
            Statements.Standing standing,
            List<StatementLine> lines,
            StatementLine total,
            List<SellerPayout> payouts) {}

    record PayoutAccountRequest(
            @NotBlank @Size(max = 6) String bin,
            @NotBlank @Size(max = 40) String number,
            @NotBlank @Size(max = 70) String holder) {

        @Override
        public String toString() {
            return "PayoutAccountRequest[" + bin + "]";
        }
    }

    record PayoutAccount(String bin, String number, String holder, Instant usableFrom) {

        static PayoutAccount of(Accounts.Named named) {
            return new PayoutAccount(named.bin(), named.hint(), named.holder(), named.usableFrom());
        }
    }

    @GetMapping("/money")
    @Operation(
            summary = "Each order's sale, what was taken off it and when it was paid; the last thirty days by default",
            description = "sale − takenBack − discount − fee − tax − direct − held = net.")
    Mono<SellerMoney> money(
            @PathVariable UUID shopId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @AuthenticationPrincipal Caller caller) {
        return Mono.zip(
                        statements.of(shopId, from, to, caller),
                        statements.standing(shopId, caller),
                        statements.payouts(shopId, caller))
                .map(read -> new SellerMoney(
                        read.getT1().from(),
                        read.getT1().to(),
                        read.getT2(),
                        read.getT1().lines().stream().map(StatementLine::of).toList(),
                        StatementLine.of(read.getT1().total()),
                        read.getT3().stream()
                                .map(payout -> new SellerPayout(
                                        payout.code(),
                                        payout.amount(),
                                        tail(payout.account()),
                                        payout.channel(),
                                        payout.status(),
                                        payout.decidedAt()))
                                .toList()));
    }

    private static String tail(@Nullable BankAccount account) {
        return account == null
                ? ""
                : "…" + account.number().substring(account.number().length() - 4);
    }

    @GetMapping(path = "/statement.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The statement as a PDF")
    Mono<ResponseEntity<byte[]>> pdf(
            @PathVariable UUID shopId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return file(statements.of(shopId, from, to, caller), language, files::pdf, MediaType.APPLICATION_PDF, "pdf");
    }

    @GetMapping(
            path = "/statement.xlsx",
            produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Operation(summary = "The statement as a workbook")
    Mono<ResponseEntity<byte[]>> workbook(
            @PathVariable UUID shopId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return file(statements.of(shopId, from, to, caller), language, files::workbook, XLSX, "xlsx");
    }

    /** Thousands of lines take a moment, which no event loop has. */
    private static Mono<ResponseEntity<byte[]>> file(
            Mono<SellerStatement> statement,
            Language language,
            BiFunction<SellerStatement, Language, byte[]> writer,
            MediaType type,
            String ending) {
        return statement
                .publishOn(Schedulers.boundedElastic())
                .map(found -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("doi-soat-" + found.from() + "-" + found.to() + "." + ending)
                                        .build()
                                        .toString())
                        .body(writer.apply(found, language)));
    }

    @GetMapping("/payout-account")
    @Operation(summary = "The account the shop is paid on")
    Mono<PayoutAccount> account(@PathVariable UUID shopId, @AuthenticationPrincipal Caller caller) {
        return accounts.find(shopId, caller).map(PayoutAccount::of);
    }

    @PutMapping("/payout-account")
    @Operation(summary = "Name the account the shop is paid on; a change counts after three days")
    Mono<PayoutAccount> nameAccount(
            @PathVariable UUID shopId,
            @Valid @RequestBody PayoutAccountRequest request,
            @AuthenticationPrincipal Caller caller) {
        return Mono.fromSupplier(() -> new BankAccount(request.bin(), request.number(), request.holder()))
                .flatMap(account -> accounts.name(shopId, account, caller))
                .map(PayoutAccount::of);
    }
}
