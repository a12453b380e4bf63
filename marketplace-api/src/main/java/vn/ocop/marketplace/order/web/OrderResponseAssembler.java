package vn.ocop.marketplace.order.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.PhoneNumbers;
import vn.ocop.marketplace.order.AskReturn;
import vn.ocop.marketplace.order.Order;
import vn.ocop.marketplace.order.OrderGroup;
import vn.ocop.marketplace.order.OrderInGroup;
import vn.ocop.marketplace.order.OrderQueries;
import vn.ocop.marketplace.order.OrderStatus;
import vn.ocop.marketplace.order.Recipient;
import vn.ocop.marketplace.order.ReleaseMoney;
import vn.ocop.marketplace.order.web.OrderResponses.ClaimsResponse;
import vn.ocop.marketplace.order.web.OrderResponses.OrderGroupPage;
import vn.ocop.marketplace.order.web.OrderResponses.OrderGroupResponse;
import vn.ocop.marketplace.order.web.OrderResponses.OrderResponse;
import vn.ocop.marketplace.order.web.OrderResponses.RecipientResponse;
import vn.ocop.marketplace.order.web.OrderResponses.SettlementResponse;
import vn.ocop.marketplace.order.web.OrderResponses.ShopOrderPage;
import vn.ocop.marketplace.payment.Charges;
import vn.ocop.marketplace.platform.Language;
import vn.ocop.marketplace.platform.Page;
import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.shop.Shop;
import vn.ocop.marketplace.shop.ShopDirectory;
import vn.ocop.marketplace.territory.Commune;
import vn.ocop.marketplace.territory.Territory;

/** Puts purchases together with the names of shops and places, in the reader's language. */
@Component
class OrderResponseAssembler {

    private final ShopDirectory shops;
    private final Territory territory;
    private final OrderPartsMapper parts;
    private final AskReturn askReturn;

    OrderResponseAssembler(ShopDirectory shops, Territory territory, OrderPartsMapper parts, AskReturn askReturn) {
        this.shops = shops;
        this.territory = territory;
        this.parts = parts;
        this.askReturn = askReturn;
    }

    Mono<OrderGroupResponse> purchase(OrderGroup group, Language language) {
        return shopsOf(List.of(group)).map(found -> purchase(group, found, language));
    }

    Mono<OrderGroupPage> purchases(Page<OrderGroup> page, Language language) {
        return shopsOf(page.items())
                .map(found -> new OrderGroupPage(
                        page.items().stream()
                                .map(group -> purchase(group, found, language))
                                .toList(),
                        page.next()));
    }

    Mono<OrderResponse> shopsView(OrderInGroup found, Language language) {
        return shopsOf(List.of(found.group())).map(shop -> shopsPart(found.order(), found.group(), shop, language));
    }

    Mono<ShopOrderPage> shopsView(OrderQueries.ShopOrders orders, Language language) {
        var groups = orders.page().items();
        return shopsOf(groups)
                .map(found -> new ShopOrderPage(
                        groups.stream()
                                .map(group -> shopsPart(group.orders().getFirst(), group, found, language))
                                .toList(),
                        orders.page().next(),
                        orders.counts()));
    }

    private Mono<Map<UUID, Shop>> shopsOf(Collection<OrderGroup> groups) {
        return shops.findAll(groups.stream()
                .flatMap(group -> group.orders().stream())
                .map(Order::shopId)
                .distinct()
                .toList());
    }

    private OrderGroupResponse purchase(OrderGroup group, Map<UUID, Shop> found, Language language) {
        return new OrderGroupResponse(
                group.code(),
                group.placedAt(),
                status(group),
                parts.payment(group.payment()),
                recipient(group.recipient()),
                group.orders().stream()
                        .map(order -> order(order, group, found, language, null, null))
                        .toList(),
                group.goodsTotal(),
                group.deliveryTotal(),
                group.total());
    }

    /** The step of the order that is furthest behind, leaving aside those that fell through unless all did. */
    private static OrderStatus status(OrderGroup group) {
        return group.orders().stream()
                .map(Order::status)
                .filter(status -> !status.fellThrough())
                .min(Enum::compareTo)
                .orElseGet(() -> group.orders().getFirst().status());
    }

    private OrderResponse shopsPart(Order order, OrderGroup group, Map<UUID, Shop> found, Language language) {
        return order(order, group, found, language, shopsRecipient(group), settlement(order));
    }

    private ClaimsResponse claims(Order order, OrderGroup group) {
        var claims = askReturn.claims(new OrderInGroup(group, order));
        return new ClaimsResponse(
                claims.problemUntil(),
                claims.missedFrom(),
                claims.missedUntil(),
                ReleaseMoney.mayConfirm(new OrderInGroup(group, order)) && order.receivedAt() == null,
                order.receivedAt());
    }

    private static SettlementResponse settlement(Order order) {
        var settled = order.settlement();
        return settled == null
                ? settlement(order, Vnd.ZERO, order.charges())
                : settlement(
                        order,
                        settled.takenBack(),
                        new Charges(
                                settled.commission(), settled.commissionVat(), settled.tax(), Vnd.ZERO, null, null));
    }

    private static SettlementResponse settlement(Order order, Vnd takenBack, Charges charges) {
        var list = order.goodsTotal().plus(order.goodsDiscount());
        var discount = order.shopsDiscount();
        return new SettlementResponse(
                list,
                takenBack,
                discount,
                charges.commission(),
                charges.commissionVat(),
                charges.tax(),
                list.minus(discount).minus(takenBack).minus(charges.total()));
    }

    private OrderResponse order(
            Order order,
            OrderGroup group,
            Map<UUID, Shop> found,
            Language language,
            @Nullable RecipientResponse recipient,
            @Nullable SettlementResponse settlement) {
        var shop = found.get(order.shopId());
        var parcel = order.parcel();
        return new OrderResponse(
                order.code(),
                group.code(),
                order.status(),
                shop == null ? null : parts.shop(shop),
                order.lines().stream().map(line -> parts.line(line, language)).toList(),
                order.goodsDiscount(),
                order.deliveryOffers().stream()
                        .map(offer -> parts.offer(offer, language))
                        .toList(),
                order.goodsTotal(),
                order.deliveryFee(),
                order.total(),
                order.placedAt(),
                order.timeline().stream().map(parts::step).toList(),
                parcel == null ? null : parts.parcel(parcel),
                order.refunds().stream().map(parts::refund).toList(),
                claims(order, group),
                order.status().cancellable(),
                order.note(),
                recipient,
                settlement,
                order.invoice());
    }

    private RecipientResponse recipient(Recipient recipient) {
        var commune = territory.commune(recipient.communeCode()).orElse(null);
        return recipient(recipient.name(), PhoneNumbers.national(recipient.phone()), recipient.street(), commune);
    }

    /** A shop packs for a name and a commune; phone and street are the post's business. */
    private RecipientResponse shopsRecipient(OrderGroup group) {
        var commune = territory.commune(group.recipient().communeCode()).orElse(null);
        return recipient(group.recipient().name(), null, null, commune);
    }

    private static RecipientResponse recipient(
            String name, @Nullable String phone, @Nullable String street, @Nullable Commune commune) {
        return new RecipientResponse(
                name,
                phone,
                street,
                commune == null ? null : commune.unit(),
                commune == null ? null : commune.province().unit());
    }
}
