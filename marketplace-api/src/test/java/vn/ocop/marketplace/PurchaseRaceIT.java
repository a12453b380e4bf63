package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.listing.Shelf;

/** Many at once for the same thing, and the same thing many times. */
class PurchaseRaceIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    Shelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new Shelf(database);
    }

    @Test
    void twoHundredBuyersForTheLastFiftyJars() throws Exception {
        var offer = shelf.offer(shelf.shop(), 50);
        var variant = offer.variants().getFirst();
        var quoted = AtOnce.times(200, buyer -> {
            var guest = Buyer.guest();
            guest.put(variant, 1);
            return new Quoted(guest, guest.quote());
        });

        var statuses =
                AtOnce.times(200, i -> quoted.get(i).place(UUID.randomUUID().toString()));

        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(50);
        assertThat(shelf.stock(variant)).isZero();
        assertThat(shelf.number(
                        "select sum(quantity)::bigint as n from orders.order_lines where variant_id = :id", variant))
                .isEqualTo(50);
    }

    @Test
    void theSameKeyAHundredTimesIsOneOrder() throws Exception {
        var variant = shelf.offer(shelf.shop(), 50).variants().getFirst();
        var buyer = Buyer.guest();
        buyer.put(variant, 1);
        var quoted = new Quoted(buyer, buyer.quote());
        var key = UUID.randomUUID().toString();

        var answers = AtOnce.times(100, i -> quoted.answer(key));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers)
                .extracting(ApiClient.Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(shelf.stock(variant)).isEqualTo(49);
        assertThat(shelf.number("select count(*) as n from orders.order_lines where variant_id = :id", variant))
                .isEqualTo(1);
    }

    private record Quoted(Buyer buyer, String quote) {

        int place(String key) {
            return answer(key).status();
        }

        ApiClient.Answer answer(String key) {
            return buyer.api().post("/api/v1/order-groups", Buyer.order(quote, "CASH_ON_DELIVERY"), key);
        }
    }
}
