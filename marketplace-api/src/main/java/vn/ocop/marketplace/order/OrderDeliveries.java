package vn.ocop.marketplace.order;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.checkout.Quote;
import vn.ocop.marketplace.platform.Rows;
import vn.ocop.marketplace.shipment.ParcelRequest;

/** How each order was to come when it was placed, frozen with its price. */
@Component
class OrderDeliveries {

    private final DatabaseClient database;

    OrderDeliveries(DatabaseClient database) {
        this.database = database;
    }

    /** With the order; quotes made before there was a choice say nothing. */
    Mono<Void> add(OrderGroup group, Quote quote) {
        return Flux.fromIterable(group.orders())
                .concatMap(order -> Flux.fromIterable(quote.terms().shops())
                        .filter(shop -> shop.shopId().equals(order.shopId()))
                        .next()
                        .filter(shop -> shop.delivery().service() != null
                                && shop.delivery().promisedOn() != null)
                        .flatMap(shop -> add(
                                order.id(),
                                String.valueOf(shop.delivery().service()),
                                String.valueOf(shop.delivery().promisedOn()))))
                .then();
    }

    private Mono<Void> add(UUID order, String service, String promisedOn) {
        return database.sql(
                        "insert into orders.deliveries (order_id, service, promised_on) values (:order, :service, :on)")
                .bind("order", order)
                .bind("service", service)
                .bind("on", LocalDate.parse(promisedOn))
                .then();
    }

    Mono<ParcelRequest.Delivery> find(UUID order) {
        return database.sql("select service, promised_on from orders.deliveries where order_id = :order")
                .bind("order", order)
                .map(row -> new ParcelRequest.Delivery(
                        Rows.get(row, "service", String.class), Rows.get(row, "promised_on", LocalDate.class)))
                .one();
    }
}
