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

/** Many at once for a slot with few pieces and a budget. */
class CampaignRushIT implements LocalApi {

    private static final int PIECES = 100;
    private static final int BUYERS = 300;
    private static final long OFF = 45_000;

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

    private record Quoted(ApiClient buyer, String quote) {

        ApiClient.Answer place() {
            return buyer.post("/api/v1/order-groups", Buyer.order(quote, "CASH_ON_DELIVERY"));
        }
    }

    private Quoted quoted(ApiClient member, UUID variant) {
        new Buyer(member).put(variant, 1);
        return new Quoted(member, new Buyer(member).quote());
    }

    private record Person(ApiClient api) {}

    @Test
    void aHundredPiecesForThreeHundredBuyersAreAHundredToTheDong() throws Exception {
        var shelfOffer = shelf.offer(shelf.shop(), 1_000);
        var variant = shelfOffer.variants().getFirst();
        var slot = promoter.offer(Promoter.Draft.slot(shelfOffer.listing(), 95_000 - OFF, PIECES, PIECES * OFF));
        awaitOffer(variant);
        var people = new ArrayList<Person>();
        for (int i = 0; i < BUYERS; i++) {
            people.add(new Person(staff.member()));
        }
        var quotes = AtOnce.times(BUYERS, i -> quoted(people.get(i).api(), variant));

        var answers = AtOnce.times(BUYERS, i -> quotes.get(i).place());

        assertThat(answers).extracting(ApiClient.Answer::status).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(ApiClient.Answer::code)
                .containsOnly("campaign.offers-changed");
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(PIECES);
        assertThat(promoter.left(slot, "pieces_left")).isZero();
        assertThat(promoter.left(slot, "budget_left")).isZero();
        assertThat(promoter.taken(slot, "counted")).isEqualTo(PIECES);
        assertThat(promoter.taken(slot, "amount")).isEqualTo(PIECES * OFF);
        assertThat(shelf.stock(variant)).isEqualTo(1_000 - PIECES);

        givenUpComesBackOnce(answers, quotes, slot);
        onePerPerson(people, variant, slot);
    }

    /** Ten call their order off, and what they held is there again: for ten others, no more. */
    private void givenUpComesBackOnce(List<ApiClient.Answer> answers, List<Quoted> quotes, UUID slot) throws Exception {
        int freed = 0;
        for (int i = 0; i < BUYERS && freed < 10; i++) {
            if (answers.get(i).status() == 201) {
                var code = answers.get(i).text("/orders/0/code");
                var called = quotes.get(i)
                        .buyer()
                        .post("/api/v1/orders/" + code + "/cancellation", Map.of("reason", "Đổi ý"));
                assertThat(called.status()).isEqualTo(200);
                freed++;
            }
        }
        assertThat(promoter.left(slot, "pieces_left")).isEqualTo(10);
        assertThat(promoter.left(slot, "budget_left")).isEqualTo(10 * OFF);
        assertThat(promoter.taken(slot, "amount")).isEqualTo((PIECES - 10) * OFF);
    }

    /** The quotes that were refused are still there: of all who try again ten get it, and nobody who has it. */
    private void onePerPerson(List<Person> people, UUID variant, UUID slot) throws Exception {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(new Buyer(staff.member())
                                .put(variant, 1)
                                .body()
                                .at("/offers/saved")
                                .asLong())
                        .isEqualTo(OFF));
        var quotes = AtOnce.times(BUYERS, i -> quoted(people.get(i).api(), variant));

        var answers = AtOnce.times(BUYERS, i -> quotes.get(i).place());

        assertThat(answers).extracting(ApiClient.Answer::status).containsOnly(201, 409);
        assertThat(promoter.left(slot, "pieces_left")).isZero();
        assertThat(promoter.taken(slot, "amount")).isEqualTo(PIECES * OFF);
        assertThat(promoter.number("""
                select coalesce(max(n), 0)::bigint as n
                  from (select count(*) as n
                          from campaign.redemptions
                         where offer_id = :id and status <> 'RELEASED'
                         group by phone_key) as p
                """, slot)).isEqualTo(1);
    }

    private void awaitOffer(UUID variant) {
        var early = new Buyer(staff.member());
        early.put(variant, 1);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(early.api()
                                .get("/api/v1/cart")
                                .body()
                                .at("/offers/saved")
                                .asLong())
                        .isEqualTo(OFF));
    }
}
