package vn.ocop.marketplace.local.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** Sends events to the marketplace until it answers 2xx, with growing pauses; unsent ones survive a restart. */
final class Webhooks implements AutoCloseable {

    static final String API_VERSION = "2026-07-29.dahlia";
    private static final long[] PAUSES_MILLIS = {0, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000};
    private static final int ATTEMPTS = 60;

    private final StripeObjects objects;
    private final Faults faults;
    private final URI target;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("webhooks-", 0).factory());

    Webhooks(StripeObjects objects, Faults faults, URI target, String secret) {
        this.objects = objects;
        this.faults = faults;
        this.target = target;
        this.secret = secret;
    }

    void resumeUnsent() {
        objects.list("event", event -> event.path("pending_webhooks").asInt() > 0)
                .reversed()
                .forEach(event -> attempt(event, 1));
    }

    /** Writes the event down first, as it is now; then sends it in the background. */
    void announce(String type, ObjectNode object) {
        var event = objects.create("event", "evt_");
        event.put("api_version", API_VERSION).put("type", type).put("pending_webhooks", 1);
        event.putObject("data").set("object", PublicView.of(object));
        event.putObject("request").putNull("id").putNull("idempotency_key");
        if (faults.dropsThisWebhook()) {
            objects.save(event.put("pending_webhooks", 0));
            return;
        }
        objects.save(event);
        attempt(event, 0);
        if (faults.duplicatesThisWebhook()) {
            attempt(event, 0);
        }
    }

    private void attempt(ObjectNode event, int number) {
        var pause = PAUSES_MILLIS[Math.min(number, PAUSES_MILLIS.length - 1)] + faults.webhookDelayMillis();
        schedule.schedule(() -> send(event, number), pause, TimeUnit.MILLISECONDS);
    }

    private void send(ObjectNode event, int number) {
        if (delivered(StripeObjects.JSON.writeValueAsString(event))) {
            objects.save(event.deepCopy().put("pending_webhooks", 0));
        } else if (number < ATTEMPTS) {
            attempt(event, number + 1);
        }
    }

    private boolean delivered(String payload) {
        // The receiver refuses what is too old by its clock, which may be set ahead of the machine's.
        var signedAt = Math.max(objects.now(), System.currentTimeMillis() / 1000);
        var request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", WebhookSignature.header(payload, secret, signedAt))
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        http.shutdownNow();
    }
}
