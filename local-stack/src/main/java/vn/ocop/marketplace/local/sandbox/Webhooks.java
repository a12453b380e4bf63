package vn.ocop.marketplace.local.sandbox;

import java.net.URI;
import tools.jackson.databind.node.ObjectNode;

/** Tells the marketplace what happened to its objects; what it has not taken survives a restart. */
final class Webhooks implements AutoCloseable {

    static final String API_VERSION = "2026-07-29.dahlia";

    private final StripeObjects objects;
    private final SignedDelivery delivery;

    Webhooks(StripeObjects objects, Faults faults, URI target, String secret) {
        this.objects = objects;
        // The receiver refuses what is too old by its clock, which may be set ahead of the machine's.
        this.delivery = new SignedDelivery(
                faults,
                target,
                "Stripe-Signature",
                secret,
                () -> Math.max(objects.now(), System.currentTimeMillis() / 1000));
    }

    void resumeUnsent() {
        objects.list("event", event -> event.path("pending_webhooks").asInt() > 0)
                .reversed()
                .forEach(event -> delivery.resume(text(event), () -> markSent(event)));
    }

    /** Writes the event down first, as it is now; then sends it in the background. */
    void announce(String type, ObjectNode object) {
        var event = objects.create("event", "evt_");
        event.put("api_version", API_VERSION).put("type", type).put("pending_webhooks", 1);
        event.putObject("data").set("object", PublicView.of(object));
        event.putObject("request").putNull("id").putNull("idempotency_key");
        objects.save(event);
        if (!delivery.send(text(event), () -> markSent(event))) {
            markSent(event);
        }
    }

    private void markSent(ObjectNode event) {
        objects.save(event.deepCopy().put("pending_webhooks", 0));
    }

    private static String text(ObjectNode event) {
        return StripeObjects.JSON.writeValueAsString(event);
    }

    @Override
    public void close() {
        delivery.close();
    }
}
