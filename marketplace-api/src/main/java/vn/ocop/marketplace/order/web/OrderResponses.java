package vn.ocop.marketplace.order.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.order.EInvoice;
import vn.ocop.marketplace.order.OrderRefund;
import vn.ocop.marketplace.order.OrderStatus;
import vn.ocop.marketplace.payment.PaymentMethod;
import vn.ocop.marketplace.payment.PaymentStatus;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.CommuneUnit;
import vn.ocop.marketplace.territory.Unit;

/** The shapes in which purchases and orders are answered. */
final class OrderResponses {

    private OrderResponses() {}

    record OrderGroupResponse(
            String code,
            Instant placedAt,
            OrderStatus status,
            PaymentResponse payment,
            RecipientResponse recipient,
            List<OrderResponse> orders,
            Vnd goodsTotal,
            Vnd deliveryTotal,
            Vnd total) {}

    record PaymentResponse(
            PaymentMethod method,
            PaymentStatus status,
            Vnd amount,
            @Nullable Instant expiresAt,
            boolean direct) {}

    /** Phone and street are left out of what a shop sees before the post needs them. */
    record RecipientResponse(
            String name,
            @Nullable String phone,
            @Nullable String street,
            @Nullable CommuneUnit commune,
            @Nullable Unit province) {}

    record OrderResponse(
            String code,
            String groupCode,
            OrderStatus status,
            @Nullable ShopRef shop,
            List<LineResponse> lines,
            Vnd goodsDiscount,
            List<OfferResponse> deliveryOffers,
            Vnd goodsTotal,
            Vnd deliveryFee,
            Vnd total,
            Instant placedAt,
            List<StepResponse> timeline,
            @Nullable ParcelResponse parcel,
            List<RefundResponse> refunds,
            ClaimsResponse claims,
            boolean cancellable,
            String note,
            @Nullable RecipientResponse recipient,
            @Nullable SettlementResponse settlement,
            @Nullable EInvoice invoice) {}

    /**
     * What a shop gets of an order, at list prices and once its share of offers and refunds are taken off; no one
     * else's business.
     */
    record SettlementResponse(
            Vnd goods, Vnd takenBack, Vnd discount, Vnd commission, Vnd commissionVat, Vnd taxWithheld, Vnd net) {}

    /**
     * Until when a problem can be told, between when that nothing came, and whether the buyer can say that all is well.
     */
    record ClaimsResponse(
            @Nullable Instant problemUntil,
            @Nullable Instant missedFrom,
            @Nullable Instant missedUntil,
            boolean receivable,
            @Nullable Instant receivedAt) {}

    record RefundResponse(
            Vnd goods, Vnd delivery, Vnd amount, String reason, OrderRefund.GoodsTo goodsTo, Instant at) {}

    record ShopRef(UUID id, String slug, String name) {}

    record ListingRef(
            UUID id, String slug, String title, @Nullable Picture picture) {}

    record LineResponse(
            ListingRef listing,
            String variantName,
            int quantity,
            Vnd unitPrice,
            Vnd discount,
            Vnd lineTotal,
            List<OfferResponse> offers,
            int backPieces) {}

    /** What an offer took off. */
    record OfferResponse(String code, String name, Vnd amount) {}

    record StepResponse(
            OrderStatus status, Instant at, @Nullable String detail) {}

    record ParcelResponse(@Nullable String trackingNumber, String status, String office) {}

    record OrderGroupPage(
            List<OrderGroupResponse> items, @Nullable String next) {}

    record ShopOrderPage(
            List<OrderResponse> items, @Nullable String next, Map<OrderStatus, Long> counts) {}
}
