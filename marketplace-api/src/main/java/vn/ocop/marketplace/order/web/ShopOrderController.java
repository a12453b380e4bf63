package vn.ocop.marketplace.order.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Caller;
import vn.ocop.marketplace.order.OrderQueries;
import vn.ocop.marketplace.order.OrderStatus;
import vn.ocop.marketplace.order.ShopDecisions;
import vn.ocop.marketplace.order.web.OrderResponses.OrderResponse;
import vn.ocop.marketplace.order.web.OrderResponses.ShopOrderPage;
import vn.ocop.marketplace.platform.Language;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Selling", description = "A shop's orders")
class ShopOrderController {

    private final ShopDecisions decisions;
    private final OrderQueries orders;
    private final OrderResponseAssembler responses;

    ShopOrderController(ShopDecisions decisions, OrderQueries orders, OrderResponseAssembler responses) {
        this.decisions = decisions;
        this.orders = orders;
        this.responses = responses;
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
}
