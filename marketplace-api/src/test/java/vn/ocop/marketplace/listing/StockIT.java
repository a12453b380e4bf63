package vn.ocop.marketplace.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.LocalApi;

class StockIT implements LocalApi {

    @Autowired
    StockReservations stock;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    Shelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(database);
    }

    @Test
    void takesWhatIsThere() {
        var offer = shelf.offer(shelf.shop(), 10);
        var variant = offer.variants().getFirst();

        var taken = stock.take(List.of(new StockRequest(variant, 3))).block();

        assertThat(taken).containsExactly(new TakenStock(variant, offer.listing(), 3, 95_000, 7));
        assertThat(shelf.stock(variant)).isEqualTo(7);
        assertThat(shelf.changes(offer.listing())).isZero();
    }

    @Test
    void leavesOutWhatIsShortAndTakesTheRest() {
        var offer = shelf.offer(shelf.shop(), 2, 5);

        var taken = stock.take(offer.variants().stream()
                        .map(variant -> new StockRequest(variant, 3))
                        .toList())
                .block();

        assertThat(taken)
                .extracting(TakenStock::variantId)
                .containsExactly(offer.variants().get(1));
        assertThat(shelf.stock(offer.variants().get(0))).isEqualTo(2);
    }

    @Test
    void countsAVariantAskedForTwiceOnce() {
        var variant = shelf.offer(shelf.shop(), 5).variants().getFirst();

        assertThat(stock.take(List.of(new StockRequest(variant, 3), new StockRequest(variant, 3)))
                        .block())
                .isEmpty();
        assertThat(stock.take(List.of(new StockRequest(variant, 3), new StockRequest(variant, 2)))
                        .block())
                .singleElement()
                .returns(5, TakenStock::quantity);
    }

    @Test
    void takesNothingThatIsNotOnSale() {
        var closed = shelf.offer(shelf.shop("SUSPENDED"), 5).variants().getFirst();
        var paused = shelf.offer(shelf.shop(), 5);
        shelf.run("update listing.listings set status = 'PAUSED' where id = :id", paused.listing());
        var withdrawn = shelf.offer(shelf.shop(), 5).variants().getFirst();
        shelf.run("update listing.variants set active = false where id = :id", withdrawn);

        var taken = stock.take(List.of(
                        new StockRequest(closed, 1),
                        new StockRequest(paused.variants().getFirst(), 1),
                        new StockRequest(withdrawn, 1),
                        new StockRequest(UUID.randomUUID(), 1)))
                .block();

        assertThat(taken).isEmpty();
    }

    @Test
    void tellsTheIndexWhenAVariantRunsOutAndWhenItComesBack() {
        var offer = shelf.offer(shelf.shop(), 2);
        var all = List.of(new StockRequest(offer.variants().getFirst(), 2));
        long before = shelf.revision(offer.listing());

        stock.take(all).block();
        long soldOut = shelf.revision(offer.listing());
        assertThat(soldOut).isGreaterThan(before);
        assertThat(shelf.changes(offer.listing())).isEqualTo(1);

        stock.giveBack(all).block();
        assertThat(shelf.stock(offer.variants().getFirst())).isEqualTo(2);
        assertThat(shelf.revision(offer.listing())).isGreaterThan(soldOut);
        assertThat(shelf.changes(offer.listing())).isEqualTo(2);

        stock.giveBack(all).block();
        assertThat(shelf.changes(offer.listing())).isEqualTo(2);
    }

    @Test
    void sellsTheLastFiftyJarsToExactlyFiftyOfTwoHundred() {
        var variant = shelf.offer(shelf.shop(), 50).variants().getFirst();
        var sold = new AtomicInteger();

        Flux.range(0, 200)
                .flatMap(buyer -> buy(List.of(new StockRequest(variant, 1)), sold), 200)
                .blockLast();

        assertThat(sold).hasValue(50);
        assertThat(shelf.stock(variant)).isZero();
    }

    @Test
    void buyersOfOverlappingCartsNeverDeadlock() {
        var offers = Stream.generate(() -> shelf.offer(shelf.shop(), 40, 40))
                .limit(6)
                .toList();
        var variants =
                offers.stream().flatMap(offer -> offer.variants().stream()).toList();
        var random = new Random(20261122);
        var carts = Stream.generate(() -> cart(variants, random)).limit(150).toList();
        var units = new AtomicInteger();

        Flux.fromIterable(carts).flatMap(cart -> buy(cart, units), 100).blockLast();

        int left = variants.stream().mapToInt(shelf::stock).sum();
        assertThat(left + units.get()).isEqualTo(12 * 40);
        assertThat(variants)
                .allSatisfy(variant -> assertThat(shelf.stock(variant)).isNotNegative());
    }

    private static List<StockRequest> cart(List<UUID> variants, Random random) {
        return random.ints(4, 0, variants.size())
                .distinct()
                .mapToObj(i -> new StockRequest(variants.get(i), 1 + random.nextInt(3)))
                .toList();
    }

    /** As an order does it: all or nothing. */
    private Mono<Integer> buy(List<StockRequest> cart, AtomicInteger units) {
        return stock.take(cart)
                .filter(taken -> taken.size() == cart.size())
                .switchIfEmpty(Mono.error(() -> new SoldOut()))
                .as(transaction::transactional)
                .map(taken -> taken.stream().mapToInt(TakenStock::quantity).sum())
                .doOnNext(units::addAndGet)
                .onErrorResume(SoldOut.class, soldOut -> Mono.empty());
    }

    private static final class SoldOut extends RuntimeException {}
}
