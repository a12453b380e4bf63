package vn.ocop.marketplace.order.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.ocop.marketplace.media.LocalizedPicture;
import vn.ocop.marketplace.media.Picture;
import vn.ocop.marketplace.order.Order;
import vn.ocop.marketplace.order.OrderEvent;
import vn.ocop.marketplace.order.OrderGroup;
import vn.ocop.marketplace.order.OrderLine;
import vn.ocop.marketplace.order.OrderRefund;
import vn.ocop.marketplace.payment.campaign.Discount;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.LocalizedText;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shop.Shop;

/** The parts of an order that are answered as they are. */
@Mapper
interface OrderPartsMapper {

    @Mapping(target = "lineTotal", expression = "java(line.total())")
    @Mapping(target = "listing", source = "line")
    @Mapping(target = "discount", source = "offers")
    OrderResponses.LineResponse line(OrderLine line, @Context Language language);

    @Mapping(target = "id", source = "listingId")
    @Mapping(target = "slug", source = "listingSlug")
    OrderResponses.ListingRef listing(OrderLine line, @Context Language language);

    OrderResponses.OfferResponse offer(Discount offer, @Context Language language);

    OrderResponses.StepResponse step(OrderEvent event);

    @Mapping(target = "amount", expression = "java(refund.amount())")
    OrderResponses.RefundResponse refund(OrderRefund refund);

    OrderResponses.ParcelResponse parcel(Order.ParcelState parcel);

    @Mapping(target = "expiresAt", source = "payUntil")
    OrderResponses.PaymentResponse payment(OrderGroup.PaymentState payment);

    OrderResponses.ShopRef shop(Shop shop);

    default String text(LocalizedText text, @Context Language language) {
        return text.in(language);
    }

    default @Nullable Picture picture(@Nullable LocalizedPicture picture, @Context Language language) {
        return picture == null ? null : picture.in(language);
    }

    default Vnd discount(List<Discount> offers) {
        return Discount.total(offers);
    }

    default Vnd vnd(Vnd amount) {
        return amount;
    }
}
