package vn.ocop.marketplace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;

/** The payment sandbox from outside: its faults, its payment page, and what it has written down. */
record Provider(PackagedStack stack) {

    private static final Pattern REFERENCE = Pattern.compile("FT[0-9a-f]{16}");
    private static final Queue<String> TRANSFERS = new ConcurrentLinkedQueue<>();
    private static final String TODAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")));

    private Http http() {
        return Http.to(stack.addresses().sandbox(""));
    }

    void faults(String settings) {
        assertThat(http().form("/_control", settings).status()).isEqualTo(200);
    }

    void noMoreFaults() {
        faults(
                "dropWebhooks=0&duplicateWebhooks=0&delayWebhooksMillis=0&failCalls=0&failCallsAfterEffect=0&lateCalls=0");
    }

    /** A shopper's click on the payment page. */
    void act(String page, String action) {
        assertThat(Http.to(page).form("/" + action, "").status()).isIn(303, 410);
    }

    /** A buyer's transfer at the demo bank, as its page does it. */
    void transfer(String account, long amount, String memo) {
        var answer = http().form("/bank", "account=" + account + "&amount=" + amount + "&memo=" + memo);
        assertThat(answer.status()).isEqualTo(200);
        var reference = REFERENCE.matcher(answer.text());
        assertThat(reference.find()).as("the bank's number of the transfer").isTrue();
        TRANSFERS.add("%s,%s,,%d,%s".formatted(TODAY, reference.group(), amount, memo));
    }

    /** Everything that was transferred, as rows of a statement. */
    List<String> transfers() {
        return List.copyOf(TRANSFERS);
    }

    long charged() {
        return objects().stream()
                .filter(object -> is(object, "charge", "succeeded"))
                .mapToLong(charge -> charge.path("amount").asLong())
                .sum();
    }

    long refunded() {
        return objects().stream()
                .filter(object -> is(object, "refund", "succeeded"))
                .mapToLong(refund -> refund.path("amount").asLong())
                .sum();
    }

    private static boolean is(JsonNode object, String type, String status) {
        return type.equals(object.path("object").asString())
                && status.equals(object.path("status").asString());
    }

    /** The newest state of everything, from the journal. */
    private Collection<JsonNode> objects() {
        var byId = new LinkedHashMap<String, JsonNode>();
        try {
            for (var line : Files.readAllLines(stack.data().resolve("sandbox/journal.jsonl"))) {
                var object = Http.JSON.readTree(line);
                byId.put(object.path("id").asString(), object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byId.values();
    }
}
