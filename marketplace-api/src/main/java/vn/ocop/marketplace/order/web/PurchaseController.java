package vn.ocop.marketplace.order.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.order.CancelOrder;
import vn.ocop.marketplace.order.OrderQueries;
import vn.ocop.marketplace.order.PayByCard;
import vn.ocop.marketplace.order.PayByTransfer;
import vn.ocop.marketplace.order.PlaceOrder;
import vn.ocop.marketplace.order.Recipient;
import vn.ocop.marketplace.order.RefundOrder;
import vn.ocop.marketplace.order.ReleaseMoney;
import vn.ocop.marketplace.order.web.OrderResponses.OrderGroupPage;
import vn.ocop.marketplace.order.web.OrderResponses.OrderGroupResponse;
import vn.ocop.marketplace.payment.DirectPayments;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.RefundAccount;
import vn.ocop.marketplace.payment.TransferInstructions;
import vn.ocop.marketplace.platform.FieldProblem;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.PlatformProblem;
import vn.ocop.marketplace.platform.ProblemException;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Orders", description = "Purchases of the bearer")
class PurchaseController {

    private final PlaceOrder placeOrder;
    private final CancelOrder cancelOrder;
    private final PayByCard payByCard;
    private final PayByTransfer payByTransfer;
    private final RefundOrder refunds;
    private final ReleaseMoney releaseMoney;
    private final OrderQueries orders;
    private final OrderResponseAssembler responses;

    PurchaseController(
            PlaceOrder placeOrder,
            CancelOrder cancelOrder,
            PayByCard payByCard,
            PayByTransfer payByTransfer,
            RefundOrder refunds,
            ReleaseMoney releaseMoney,
            OrderQueries orders,
            OrderResponseAssembler responses) {
        this.placeOrder = placeOrder;
        this.cancelOrder = cancelOrder;
        this.payByCard = payByCard;
        this.payByTransfer = payByTransfer;
        this.refunds = refunds;
        this.releaseMoney = releaseMoney;
        this.orders = orders;
        this.responses = responses;
    }

    record RecipientRequest(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 30) String phone,
            @NotBlank @Size(max = 10) String communeCode,
            @NotBlank @Size(max = 200) String street) {

        Recipient recipient() {
            var normalised = PhoneNumbers.normalise(phone)
                    .orElseThrow(() -> new ProblemException(
                            PlatformProblem.INVALID, List.of(new FieldProblem("recipient.phone", "field.phone"))));
            return new Recipient(name, normalised, street, communeCode);
        }

        @Override
        public String toString() {
            return "RecipientRequest[" + communeCode + "]";
        }
    }

    record OrderRequest(
            @NotNull UUID quoteId,
            @NotNull PaymentMethod paymentMethod,
            @NotNull @Valid RecipientRequest recipient,
            @Nullable Boolean adultConfirmed,
            @Nullable @Size(max = 100) Map<UUID, @NotNull @Size(max = 500) String> notes) {

        PlaceOrder.Wish wish() {
            return new PlaceOrder.Wish(
                    quoteId,
                    paymentMethod,
                    recipient.recipient(),
                    Boolean.TRUE.equals(adultConfirmed),
                    notes == null ? Map.of() : notes);
        }
    }

    record CancellationRequest(@Nullable @Size(max = 300) String reason) {}

    record LookupRequest(
            @NotBlank @Size(max = 40) String code,
            @NotBlank @Size(max = 30) String phone) {

        @Override
        public String toString() {
            return "LookupRequest[" + code + "]";
        }
    }

    record RefundAccountRequest(
            @NotBlank @Size(max = 6) String bin,
            @NotBlank @Size(max = 40) String account,
            @NotBlank @Size(max = 70) String holder) {

        @Override
        public String toString() {
            return "RefundAccountRequest[" + bin + "]";
        }
    }

    record RefundAccountResponse(String bin, String account, String holder) {

        /** Its last digits are enough to know it by. */
        static RefundAccountResponse of(RefundAccount account) {
            return new RefundAccountResponse(account.bin(), account.hint(), account.holder());
        }
    }

    record PaymentPageResponse(String redirectUrl, Instant expiresAt) {}

    @PostMapping("/order-groups")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Order what a quote says, at its prices; a repeat with the same key answers the same purchase")
    Mono<OrderGroupResponse> place(
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody OrderRequest request,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return placeOrder
                .place(request.wish(), key, caller, language)
                .flatMap(group -> responses.purchase(group, language));
    }

    @GetMapping("/order-groups")
    @Operation(summary = "The bearer's purchases, newest first")
    Mono<OrderGroupPage> purchases(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(96) int limit,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return orders.purchases(caller, after, limit).flatMap(page -> responses.purchases(page, language));
    }

    @GetMapping("/order-groups/{code}")
    @Operation(summary = "One purchase of the bearer")
    Mono<OrderGroupResponse> purchase(
            @PathVariable String code, @AuthenticationPrincipal Caller caller, Language language) {
        return orders.purchase(code, caller).flatMap(group -> responses.purchase(group, language));
    }

    @PostMapping("/order-groups/{code}/payment-sessions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open the payment page of an unpaid purchase; while one is open, it is answered again")
    Mono<PaymentPageResponse> pay(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return payByCard.start(code, caller).map(page -> new PaymentPageResponse(page.redirectUrl(), page.expiresAt()));
    }

    @GetMapping("/order-groups/{code}/transfer-instructions")
    @Operation(summary = "What to transfer for an unpaid purchase, as text and as the content of a VietQR code")
    Mono<TransferInstructions.Instructions> transfer(
            @PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return payByTransfer.of(code, caller);
    }

    record ShopRefunds(List<DirectPayments.ShopRefund> items) {}

    @GetMapping("/order-groups/{code}/direct-refunds")
    @Operation(summary = "What a shop that was paid itself sends back, by when, and whether it has")
    Mono<ShopRefunds> directRefunds(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return payByTransfer.sentBack(code, caller).map(ShopRefunds::new);
    }

    @GetMapping("/order-groups/{code}/refund-account")
    @Operation(summary = "The account the buyer named for money that is transferred back")
    Mono<RefundAccountResponse> refundAccount(@PathVariable String code, @AuthenticationPrincipal Caller caller) {
        return refunds.account(code, caller).map(RefundAccountResponse::of);
    }

    @PutMapping("/order-groups/{code}/refund-account")
    @Operation(summary = "Name the account for money that is transferred back; what was paid by card goes to the card")
    Mono<RefundAccountResponse> nameRefundAccount(
            @PathVariable String code,
            @Valid @RequestBody RefundAccountRequest request,
            @AuthenticationPrincipal Caller caller) {
        return Mono.fromSupplier(() -> new RefundAccount(request.bin(), request.account(), request.holder()))
                .flatMap(account -> refunds.account(code, account, caller))
                .map(RefundAccountResponse::of);
    }

    @PostMapping("/orders/{code}/cancellation")
    @Operation(summary = "Call an order off before its shop confirms it; an unpaid purchase is called off as a whole")
    Mono<OrderGroupResponse> cancel(
            @PathVariable String code,
            @Valid @RequestBody(required = false) @Nullable CancellationRequest request,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        var reason = request == null || request.reason() == null ? "" : request.reason();
        return cancelOrder.cancel(code, reason, caller).flatMap(group -> responses.purchase(group, language));
    }

    @PostMapping("/orders/{code}/receipt")
    @Operation(summary = "Say that an order came and all is well: its shop is paid, nothing can be asked back any more")
    Mono<OrderGroupResponse> received(
            @PathVariable String code, @AuthenticationPrincipal Caller caller, Language language) {
        return releaseMoney.received(code, caller).flatMap(group -> responses.purchase(group, language));
    }

    @PostMapping("/order-lookups")
    @Operation(summary = "Find a purchase by its code and the recipient's phone, without signing in")
    Mono<OrderGroupResponse> lookup(@Valid @RequestBody LookupRequest request, Language language) {
        return orders.lookup(request.code(), request.phone()).flatMap(group -> responses.purchase(group, language));
    }
}
