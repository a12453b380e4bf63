package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ocop.marketplace.packaged.PackagedStack;
import vn.ocop.marketplace.packaged.Part;

/** The process that {@code ./start} runs is killed outright. */
class SupervisorFaultIT {

    private final PackagedStack stack = SharedStack.get();

    @Test
    void nothingIsLeftBehindAndTheNextStartFindsEverything() {
        var variant = SharedStack.stocked(stack, 1, 10).getFirst();
        var shopper = Shopper.guest(stack.api());
        var quote = shopper.quote(variant);
        var code = shopper.order(quote, "CASH_ON_DELIVERY", UUID.randomUUID().toString());
        var parts = Arrays.stream(Part.values())
                .filter(part -> stack.process(part).isPresent())
                .toList();
        var family = parts.stream()
                .flatMap(part -> stack.process(part).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        assertThat(family).hasSizeGreaterThan(parts.size());

        stack.killSupervisor();
        stack.startAgain();

        await("no process of the killed run is left")
                .atMost(Duration.ofSeconds(30))
                .until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
        for (var part : parts) {
            assertThat(stack.process(part)).get().returns(true, ProcessHandle::isAlive);
        }
        assertThat(shopper.api().get("/api/v1/order-groups/" + code).at("/code"))
                .isEqualTo(code);
    }
}
