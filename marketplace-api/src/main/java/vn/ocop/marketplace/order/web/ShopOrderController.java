package vn.ocop.marketplace.order.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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
import vn.ocop.marketplace.order.EInvoice;
import vn.ocop.marketplace.order.NameInvoice;
import vn.ocop.marketplace.order.OrderQueries;
import vn.ocop.marketplace.order.OrderRefund;
import vn.ocop.marketplace.order.OrderStatus;
import vn.ocop.marketplace.order.RefundOrder;
import vn.ocop.marketplace.order.ShopDecisions;
import vn.ocop.marketplace.order.web.OrderResponses.OrderResponse;
import vn.ocop.marketplace.order.web.OrderResponses.ShopOrderPage;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Vnd;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Selling", description = "A shop's orders")
class ShopOrderController {

    private final ShopDecisions decisions;
    private final RefundOrder refundOrder;
    private final NameInvoice invoices;
    private final OrderQueries orders;
    private final OrderResponseAssembler responses;

    ShopOrderController(
            ShopDecisions decisions,
            RefundOrder refundOrder,
            NameInvoice invoices,
            OrderQueries orders,
            OrderResponseAssembler responses) {
        this.decisions = decisions;
        this.refundOrder = refundOrder;
        this.invoices = invoices;
        this.orders = orders;
        this.responses = responses;
    }

    record PiecesRequest(
            @Min(1) @Max(1_000) int line,
            @Min(1) @Max(100_000) int quantity) {}

    record RefundRequest(
            @Nullable @Size(max = 100) List<@Valid PiecesRequest> pieces,
            @Nullable @Min(1) @Max(1_000_000_000_000L) Long amount,
            @Nullable Boolean delivery,
            OrderRefund.@Nullable GoodsTo goodsTo,
            @NotBlank @Size(max = 300) String reason) {

        RefundOrder.Wish wish() {
            var wanted = pieces == null ? List.<PiecesRequest>of() : pieces;
            return new RefundOrder.Wish(
                    wanted.stream()
                            .map(some -> new RefundOrder.Wish.Pieces(some.line(), some.quantity()))
                            .toList(),
                    amount == null ? null : Vnd.of(amount),
                    Boolean.TRUE.equals(delivery),
                    goodsTo == null ? OrderRefund.GoodsTo.BUYER : goodsTo,
                    reason);
        }
    }

    record InvoiceRequest(
            @NotBlank @Size(max = 10) String symbol,
            @NotBlank @Size(max = 12) String number,
            @NotNull LocalDate issuedOn,
            @Nullable @Size(max = 60) String lookupCode,
            @Nullable @Size(max = 200) String lookupSite) {

        EInvoice invoice() {
            return new EInvoice(
                    symbol,
                    number,
                    issuedOn,
                    lookupCode == null ? "" : lookupCode,
                    lookupSite == null ? "" : lookupSite);
        }
    }

    record RefusalRequest(@NotBlank @Size(max = 300) String reason) {}

    @GetMapping("/shops/{shopId}/orders")
    @Operation(summary = "The shop's orders, newest first, for those who work there")
    Mono<ShopOrderPage> orders(
            @PathVariable UUID shopId,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "24") @Min(1) @Max(96) int limit,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return orders.ofShop(shopId, status, after, limit, caller)
                .flatMap(found -> responses.shopsView(found, language));
    }

    @PostMapping("/orders/{code}/confirmation")
    @Operation(summary = "Confirm an order; its parcel enters the queue of the shop's post office")
    Mono<OrderResponse> confirm(@PathVariable String code, @AuthenticationPrincipal Caller caller, Language language) {
        return decisions.confirm(code, caller).flatMap(order -> responses.shopsView(order, language));
    }

    @PostMapping("/orders/{code}/refusal")
    @Operation(summary = "Refuse an order with a reason; stock and money go back")
    Mono<OrderResponse> refuse(
            @PathVariable String code,
            @Valid @RequestBody RefusalRequest request,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return decisions.refuse(code, request.reason(), caller).flatMap(order -> responses.shopsView(order, language));
    }

    @PutMapping("/orders/{code}/e-invoice")
    @Operation(
            summary = "Say which electronic invoice was issued for an order; its buyer sees it",
            description = "symbol is form number and symbol as printed, such as 1C26TYY. Another one replaces it.")
    Mono<OrderResponse> nameInvoice(
            @PathVariable String code,
            @Valid @RequestBody InvoiceRequest request,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return Mono.fromSupplier(request::invoice)
                .flatMap(invoice -> invoices.name(code, invoice, caller))
                .flatMap(order -> responses.shopsView(order, language));
    }

    @PostMapping("/orders/{code}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Give money back for an order on its way or delivered: some pieces, an amount, or all that is left",
            description = "pieces names lines by their number, from one; amount takes money off without pieces; with"
                    + " neither everything left goes back. goodsTo says where the goods go: SHELF puts them in stock.")
    Mono<OrderResponse> refund(
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @Valid @RequestBody RefundRequest request,
            @AuthenticationPrincipal Caller caller,
            Language language) {
        return refundOrder
                .refund(code, request.wish(), key, caller)
                .flatMap(order -> responses.shopsView(order, language));
    }
}
