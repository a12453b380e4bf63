package vn.ocop.marketplace.payment.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.AtOnce;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;

/** What a slot promises is kept for its buyers while it is open, and anybody's afterwards. */
class SlotStockIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    Shelf shelf;
    Staff staff;
    Promoter promoter;

    @BeforeEach
    void programme() {
        shelf = new Shelf(database);
        staff = new Staff(database);
        promoter = new Promoter(database);
    }

    @AfterEach
    void over() {
        Promoter.closeAll(database);
    }

    private long setAside(UUID variant) {
        return promoter.number("select set_aside::bigint as n from listing.variants where id = :id", variant);
    }

    private void awaitSetAside(UUID variant, long pieces) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(setAside(variant)).isEqualTo(pieces));
    }

    /** Each copy keeps the offers in force for a moment. */
    private static void awaitOffer(Buyer buyer) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(buyer.api()
                                .get("/api/v1/cart")
                                .body()
                                .at("/offers/saved")
                                .asLong())
                        .isPositive());
    }

    private static ApiClient.Answer quoted(Buyer buyer) {
        return buyer.api().post("/api/v1/quotes", Map.of("communeCode", "19333"));
    }

    private static ApiClient.Answer placed(Buyer buyer, String quote) {
        return buyer.api().post("/api/v1/order-groups", Buyer.order(quote, "CASH_ON_DELIVERY"));
    }

    @Test
    void othersAreSoldOnlyWhatIsNotPromised() {
        var goods = shelf.offer(shelf.shop(), 5);
        var variant = goods.variants().getFirst();
        var slot = promoter.offer(Promoter.Draft.slot(goods.listing(), 50_000, 3, null));
        awaitSetAside(variant, 3);

        var early = new Buyer(staff.member());
        early.put(variant, 1);
        awaitOffer(early);
        assertThat(placed(early, early.quote()).status()).isEqualTo(201);
        assertThat(setAside(variant)).isEqualTo(2);
        assertThat(shelf.stock(variant)).isEqualTo(4);

        var guest = Buyer.guest();
        guest.put(variant, 3);
        var refused = quoted(guest);
        assertThat(refused.code()).isEqualTo("checkout.set-aside");
        assertThat(refused.text("/detail")).contains("chỉ còn 2");
        guest.api().put("/api/v1/cart/lines/" + variant, Map.of("quantity", 2));
        assertThat(placed(guest, guest.quote()).status()).isEqualTo(201);
        assertThat(setAside(variant)).isEqualTo(2);

        var late = new Buyer(staff.member());
        late.put(variant, 1);
        awaitOffer(late);
        assertThat(placed(late, late.quote()).status()).isEqualTo(201);
        assertThat(shelf.stock(variant)).isEqualTo(1);

        shelf.run("update campaign.offers set status = 'PAUSED', version = version + 1 where id = :id", slot);
        awaitSetAside(variant, 0);
        guest.put(variant, 1);
        assertThat(placed(guest, guest.quote()).status()).isEqualTo(201);
        assertThat(shelf.stock(variant)).isZero();
    }

    /** What somebody calls off is kept for the slot again. */
    @Test
    void whatComesBackIsPromisedAgain() {
        var goods = shelf.offer(shelf.shop(), 3);
        var variant = goods.variants().getFirst();
        promoter.offer(Promoter.Draft.slot(goods.listing(), 50_000, 3, null));
        awaitSetAside(variant, 3);
        var buyer = new Buyer(staff.member());
        buyer.put(variant, 1);
        awaitOffer(buyer);
        var order = placed(buyer, buyer.quote());
        assertThat(setAside(variant)).isEqualTo(2);

        buyer.api().post("/api/v1/orders/" + order.text("/orders/0/code") + "/cancellation", Map.of("reason", "Đổi ý"));

        awaitSetAside(variant, 3);
        assertThat(shelf.stock(variant)).isEqualTo(3);
    }

    @Test
    void inARushEveryPromisedPieceIsSoldByTheSlotAndNoneBesides() throws Exception {
        var goods = shelf.offer(shelf.shop(), 40);
        var variant = goods.variants().getFirst();
        var slot = promoter.offer(Promoter.Draft.slot(goods.listing(), 50_000, 20, null));
        awaitSetAside(variant, 20);
        var entitled = new ArrayList<Buyer>();
        for (int i = 0; i < 25; i++) {
            entitled.add(new Buyer(staff.member()));
        }
        entitled.getFirst().put(variant, 1);
        awaitOffer(entitled.getFirst());
        var orders = new ArrayList<Order>();
        orders.add(new Order(entitled.getFirst(), entitled.getFirst().quote()));
        for (var buyer : entitled.subList(1, 25)) {
            buyer.put(variant, 1);
            orders.add(new Order(buyer, buyer.quote()));
        }
        for (int i = 0; i < 35; i++) {
            var guest = Buyer.guest();
            guest.put(variant, 1);
            orders.add(new Order(guest, guest.quote()));
        }

        var answers = AtOnce.times(
                orders.size(), i -> placed(orders.get(i).buyer(), orders.get(i).quote()));

        assertThat(answers).extracting(ApiClient.Answer::status).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(40);
        assertThat(promoter.taken(slot, "counted")).isEqualTo(20);
        assertThat(shelf.stock(variant)).isZero();
        assertThat(setAside(variant)).isZero();
    }

    private record Order(Buyer buyer, String quote) {}

    @Test
    void everyChoiceBearsItsPart() {
        var goods = shelf.offer(shelf.shop(), 1, 0, 6, 3);
        var slot = promoter.offer(Promoter.Draft.slot(goods.listing(), 50_000, 5, null));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(goods.variants().stream().map(this::setAside))
                        .containsExactlyElementsOf(List.of(0L, 0L, 3L, 2L)));
        assertThat(promoter.left(slot, "pieces_left")).isEqualTo(5);
    }
}
