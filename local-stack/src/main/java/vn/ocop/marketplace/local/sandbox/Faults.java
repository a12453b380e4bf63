package vn.ocop.marketplace.local.sandbox;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong on purpose: lost, doubled or late webhooks, and API calls that fail or answer too late. */
final class Faults {

    private final AtomicInteger webhooksToDrop = new AtomicInteger();
    private final AtomicInteger webhooksToDuplicate = new AtomicInteger();
    private final AtomicLong webhookDelayMillis = new AtomicLong();
    private final AtomicInteger callsToFail = new AtomicInteger();
    private final AtomicInteger callsToFailAfterEffect = new AtomicInteger();
    private final AtomicInteger callsToAnswerLate = new AtomicInteger();
    private final AtomicLong lateByMillis = new AtomicLong(10_000);
    private final AtomicInteger failureStatus = new AtomicInteger(500);

    /** Takes only what the form names; the rest stays as it is. */
    void set(Form form) {
        form.number("dropWebhooks").ifPresent(count -> webhooksToDrop.set(count.intValue()));
        form.number("duplicateWebhooks").ifPresent(count -> webhooksToDuplicate.set(count.intValue()));
        form.number("delayWebhooksMillis").ifPresent(webhookDelayMillis::set);
        form.number("failCalls").ifPresent(count -> callsToFail.set(count.intValue()));
        form.number("failCallsAfterEffect").ifPresent(count -> callsToFailAfterEffect.set(count.intValue()));
        form.number("lateCalls").ifPresent(count -> callsToAnswerLate.set(count.intValue()));
        form.number("lateByMillis").ifPresent(lateByMillis::set);
        form.number("failureStatus").ifPresent(status -> failureStatus.set(status.intValue()));
    }

    ObjectNode describe() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("dropWebhooks", webhooksToDrop.get())
                .put("duplicateWebhooks", webhooksToDuplicate.get())
                .put("delayWebhooksMillis", webhookDelayMillis.get())
                .put("failCalls", callsToFail.get())
                .put("failCallsAfterEffect", callsToFailAfterEffect.get())
                .put("lateCalls", callsToAnswerLate.get())
                .put("lateByMillis", lateByMillis.get())
                .put("failureStatus", failureStatus.get());
    }

    boolean dropsThisWebhook() {
        return takeOne(webhooksToDrop);
    }

    boolean duplicatesThisWebhook() {
        return takeOne(webhooksToDuplicate);
    }

    long webhookDelayMillis() {
        return webhookDelayMillis.get();
    }

    void beforeCall() {
        if (takeOne(callsToFail)) {
            throw StripeError.outage(failureStatus.get());
        }
    }

    /** The worst case for a caller: the work is done, the answer is lost or comes when nobody waits for it any more. */
    void afterCall() {
        if (takeOne(callsToFailAfterEffect)) {
            throw StripeError.outage(failureStatus.get());
        }
        if (takeOne(callsToAnswerLate)) {
            pause(lateByMillis.get());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean takeOne(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}
