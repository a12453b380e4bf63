package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;

/** PostgreSQL goes away under load and comes back. */
class DatabaseFaultIT {

    private static final int BUYERS = 12;

    private final PackagedStack stack = SharedStack.get();

    @Test
    void theApiSaysSoAndGoesOnByItself() {
        var variants = SharedStack.stocked(stack, BUYERS, 10_000);
        var api = stack.process(Part.API).orElseThrow().pid();
        var enough = new AtomicBoolean();
        Queue<Http.Answer> outages = new ConcurrentLinkedQueue<>();
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

        try (var crowd =
                Crowd.of(BUYERS, BUYERS, number -> buyOn(variants.get(number), enough, outages, acknowledged))) {
            awaitMore(acknowledged, 30);
            // What a restart of the server does to its clients: every session ends at once.
            stack.kill(Part.POSTGRES);
            await("the shoppers notice").atMost(Duration.ofSeconds(60)).until(() -> !outages.isEmpty());
            stack.awaitHealthy(Part.API);
            awaitMore(acknowledged, 30);
            enough.set(true);
            crowd.results();
        }

        assertThat(stack.process(Part.API).orElseThrow().pid()).isEqualTo(api);
        assertThat(outages.stream()
                        .map(answer -> answer.status() + " " + answer.at("/code") + " " + answer.isProblem())
                        .distinct())
                .containsExactly("503 platform.busy true");
        assertThat(stack.sql().texts("select code from orders.order_groups")).containsAll(acknowledged);
        var ours = SharedStack.array(variants);
        assertThat(stack.sql().number("""
                        select sum(stock) + (select coalesce(sum(l.quantity), 0)
                                               from orders.order_lines l
                                               join orders.orders o on o.id = l.order_id
                                              where l.variant_id = any(?)
                                                and o.status = 'TO_CONFIRM'
                                                and o.placed_at >= (select min(g.placed_at)
                                                                      from orders.order_groups g
                                                                     where g.code = any(?)))
                          from listing.variants
                         where id = any(?)
                        """, ours, acknowledged.toArray(String[]::new), ours))
                .isEqualTo(BUYERS * 10_000L);
    }

    /** Orders again and again; answers that speak of an outage are kept, and the same is asked again. */
    private List<String> buyOn(
            UUID variant, AtomicBoolean enough, Queue<Http.Answer> outages, Queue<String> acknowledged) {
        var codes = new ArrayList<String>();
        while (!enough.get()) {
            var shopper = Shopper.guest(stack.api());
            var quote = shopper.quote(variant);
            var key = UUID.randomUUID().toString();
            var answer =
                    Shopper.persistent(() -> noting(shopper.orderOnce(quote, "CASH_ON_DELIVERY", key), outages), 201);
            codes.add(answer.at("/code"));
            acknowledged.add(answer.at("/code"));
        }
        return codes;
    }

    private static Http.Answer noting(Http.Answer answer, Queue<Http.Answer> outages) {
        if (answer.status() >= 500) {
            outages.add(answer);
        }
        return answer;
    }

    private static void awaitMore(Queue<String> acknowledged, int more) {
        int wanted = acknowledged.size() + more;
        await("orders go through").atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= wanted);
    }
}
