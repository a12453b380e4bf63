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
import java.util.function.LongSupplier;

/** Sends signed messages to one address until it answers 2xx, with growing pauses, while this process runs. */
final class SignedDelivery implements AutoCloseable {

    private static final long[] PAUSES_MILLIS = {0, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000};
    private static final int ATTEMPTS = 60;

    private final Faults faults;
    private final URI target;
    private final String header;
    private final String secret;
    private final LongSupplier now;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("delivery-", 0).factory());

    /**
     * @param header carries the signature
     * @param now the second of signing, which receivers compare with their clock
     */
    SignedDelivery(Faults faults, URI target, String header, String secret, LongSupplier now) {
        this.faults = faults;
        this.target = target;
        this.header = header;
        this.secret = secret;
        this.now = now;
    }

    /**
     * Sends a message in the background, twice if that fault is set.
     *
     * @return false if a fault drops it: it will never arrive
     */
    boolean send(String message, Runnable onDelivery) {
        if (faults.dropsThisWebhook()) {
            return false;
        }
        attempt(message, onDelivery, 0);
        if (faults.duplicatesThisWebhook()) {
            attempt(message, onDelivery, 0);
        }
        return true;
    }

    /** Goes on with a message of which an earlier process does not know whether it arrived. */
    void resume(String message, Runnable onDelivery) {
        attempt(message, onDelivery, 1);
    }

    private void attempt(String message, Runnable onDelivery, int number) {
        var pause = PAUSES_MILLIS[Math.min(number, PAUSES_MILLIS.length - 1)] + faults.webhookDelayMillis();
        schedule.schedule(
                () -> {
                    if (delivered(message)) {
                        onDelivery.run();
                    } else if (number < ATTEMPTS) {
                        attempt(message, onDelivery, number + 1);
                    }
                },
                pause,
                TimeUnit.MILLISECONDS);
    }

    private boolean delivered(String message) {
        var request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header(header, WebhookSignature.header(message, secret, now.getAsLong()))
                .POST(HttpRequest.BodyPublishers.ofString(message))
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
