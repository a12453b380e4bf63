package vn.ocop.marketplace.payment.payout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.payment.payout.DeclareTax;
import vn.ocop.marketplace.payment.payout.TaxDeclaration;
import vn.ocop.marketplace.platform.Vnd;

@RestController
@RequestMapping("/api/v1/tax-declarations")
@Tag(name = "Fees and taxes")
class TaxDeclarationController {

    private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";

    private final DeclareTax declareTax;

    TaxDeclarationController(DeclareTax declareTax) {
        this.declareTax = declareTax;
    }

    record DeclarationRequest(
            @NotNull @Pattern(regexp = MONTH) String month) {}

    record TaxDeclarationResponse(
            String month,
            TaxDeclaration.Status status,
            Vnd base,
            Vnd vat,
            Vnd pit,
            LocalDate dueOn,
            @Nullable Instant declaredAt,
            @Nullable Instant paidAt) {

        static TaxDeclarationResponse of(TaxDeclaration declaration) {
            return new TaxDeclarationResponse(
                    declaration.month().toString(),
                    declaration.status(),
                    declaration.base(),
                    declaration.vat(),
                    declaration.pit(),
                    declaration.dueOn(),
                    declaration.declaredAt(),
                    declaration.paidAt());
        }
    }

    record TaxDeclarations(List<TaxDeclarationResponse> items) {}

    record SellerTaxResponse(UUID shopId, Vnd base, Vnd vat, Vnd pit) {}

    record SellerTaxes(List<SellerTaxResponse> items) {}

    @GetMapping
    @Operation(summary = "What has been withheld and not declared, then the declarations, newest first")
    Mono<TaxDeclarations> all(@AuthenticationPrincipal Caller caller) {
        return declareTax
                .all(caller)
                .map(found -> new TaxDeclarations(
                        found.stream().map(TaxDeclarationResponse::of).toList()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Declare the tax withheld up to the end of a month that is over, less what was given back")
    Mono<TaxDeclarationResponse> declare(
            @Valid @RequestBody DeclarationRequest request, @AuthenticationPrincipal Caller caller) {
        return declareTax.declare(YearMonth.parse(request.month()), caller).map(TaxDeclarationResponse::of);
    }

    @PostMapping("/{month}/payment")
    @Operation(summary = "Note that a declared month has been paid to the state")
    Mono<TaxDeclarationResponse> paid(
            @PathVariable @Pattern(regexp = MONTH) String month, @AuthenticationPrincipal Caller caller) {
        return declareTax.paid(YearMonth.parse(month), caller).map(TaxDeclarationResponse::of);
    }

    @GetMapping("/{month}/sellers")
    @Operation(summary = "The list behind a declaration: each seller's turnover and tax")
    Mono<SellerTaxes> sellers(
            @PathVariable @Pattern(regexp = MONTH) String month, @AuthenticationPrincipal Caller caller) {
        return declareTax
                .shares(YearMonth.parse(month), caller)
                .map(shares -> new SellerTaxes(shares.stream()
                        .map(share -> new SellerTaxResponse(share.shop(), share.base(), share.vat(), share.pit()))
                        .toList()));
    }
}
