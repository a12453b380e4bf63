package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;
import vn.ocop.marketplace.packaged.Slot;

/** Two thousand people press at the same second for the hundred pieces of a slot with a budget. */
class RushFaultIT {

    private static final int BUYERS = 2_000;
    private static final int PIECES = 100;
    private static final long OFF = 15_000;
    /** A busy machine takes its time to bring the API back, and two thousand wait for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final PackagedStack stack = SharedStack.get();

    private record Intent(Shopper shopper, String quote, String key) {

        Http.Answer order() {
            return shopper.orderOnce(quote, "CASH_ON_DELIVERY", key);
        }
    }

    private record Rush(UUID variant, Slot slot, List<Intent> intents) {}

    @Test
    void aHundredGetItTheRestIsToldAndNothingBreaks() {
        var rush = rush();
        var began = System.nanoTime();

        List<Http.Answer> answers;
        try (var crowd =
                Crowd.of(BUYERS, BUYERS, number -> rush.intents().get(number).order())) {
            answers = crowd.results();
        }

        System.out.printf("%,d checkouts for %d pieces: %.1f s%n", BUYERS, PIECES, (System.nanoTime() - began) / 1e9);
        mustBeRight(rush, answers);
        mustGoBackWhole(rush, answers);
    }

    @Test
    void aKilledApiChangesNothingOfThat() {
        var rush = rush();

        List<Http.Answer> answers;
        try (var crowd = Crowd.of(
                BUYERS, BUYERS, number -> Shopper.persistent(rush.intents().get(number)::order, 201, 409))) {
            // While some hold what they have just taken, and before all of it is gone.
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> rush.slot().taken("count(*)") >= PIECES / 4);
            stack.kill(Part.API);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> crowd.finished() >= BUYERS / 2);
            stack.kill(Part.API);
            answers = crowd.results();
        }

        mustBeRight(rush, answers);
        OrdersFaultIT.awaitEmptyOutbox(stack);
    }

    /** Everyone is known, has the piece in the cart at the slot's price, and is about to press. */
    private Rush rush() {
        var variant = SharedStack.stocked(stack, 1, 10 * BUYERS).getFirst();
        var listing = stack.sql().ids("select listing_id from listing.variants where id = ?", variant);
        var slot = Slot.open(stack.sql(), listing, OFF, PIECES);
        List<Shopper> shoppers;
        try (var crowd = Crowd.of(BUYERS, 32, number -> Shopper.guest(stack.api()))) {
            shoppers = crowd.results();
        }
        Slot.verify(
                stack.sql(),
                shoppers.stream()
                        .map(shopper -> shopper.api().token().orElseThrow())
                        .toList());
        awaitOffered(variant);
        try (var crowd = Crowd.of(BUYERS, 32, number -> intent(shoppers.get(number), variant))) {
            return new Rush(variant, slot, crowd.results());
        }
    }

    private static Intent intent(Shopper shopper, UUID variant) {
        return new Intent(shopper, shopper.quote(variant), UUID.randomUUID().toString());
    }

    /** The API has heard of the slot. */
    private void awaitOffered(UUID variant) {
        var early = Shopper.guest(stack.api());
        Slot.verify(stack.sql(), List.of(early.api().token().orElseThrow()));
        early.quote(variant);
        await("the slot is offered")
                .atMost(Duration.ofSeconds(30))
                .until(() -> early.api()
                                .get("/api/v1/cart")
                                .body()
                                .at("/offers/saved")
                                .asLong()
                        == OFF);
    }

    private void mustBeRight(Rush rush, List<Http.Answer> answers) {
        assertThat(answers).extracting(Http.Answer::status).containsOnly(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(answer -> answer.at("/code"))
                .containsOnly("campaign.offers-changed");
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(PIECES);
        var slot = rush.slot();
        assertThat(slot.left("pieces_left")).isZero();
        assertThat(slot.left("budget_left")).isZero();
        assertThat(slot.taken("sum(counted)")).isEqualTo(PIECES);
        assertThat(slot.taken("sum(amount)")).isEqualTo(PIECES * OFF);
        assertThat(slot.mostOfOnePerson()).isEqualTo(1);
        var sold = stack.sql().texts("""
                select distinct g.code
                  from orders.order_groups g
                  join orders.orders o on o.group_id = g.id
                  join orders.order_lines l on l.order_id = o.id
                 where l.variant_id = ?
                """, rush.variant());
        assertThat(sold)
                .containsExactlyInAnyOrderElementsOf(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.at("/code"))
                        .toList());
        assertThat(stack.sql().number("select stock from listing.variants where id = ?", rush.variant()))
                .isEqualTo(10L * BUYERS - PIECES);
        // The same again is the same answer, and no second turn.
        var first = answers.stream().filter(answer -> answer.status() == 201).findFirst();
        var again = rush.intents().get(answers.indexOf(first.orElseThrow())).order();
        assertThat(again.at("/code")).isEqualTo(first.orElseThrow().at("/code"));
        assertThat(slot.taken("sum(counted)")).isEqualTo(PIECES);
    }

    /** All of it is called off: every piece and every đồng is there again. */
    private void mustGoBackWhole(Rush rush, List<Http.Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).status() == 201) {
                var code = answers.get(i).at("/orders/0/code");
                var called = rush.intents()
                        .get(i)
                        .shopper()
                        .api()
                        .post("/api/v1/orders/" + code + "/cancellation", Map.of("reason", "Đổi ý"));
                assertThat(called.status()).as(called.text()).isEqualTo(200);
            }
        }
        assertThat(rush.slot().left("pieces_left")).isEqualTo(PIECES);
        assertThat(rush.slot().left("budget_left")).isEqualTo(PIECES * OFF);
        rush.slot().close();
    }
}
