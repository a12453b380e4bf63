package vn.ocop.marketplace.local.sandbox;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The life of a checkout session: created, then paid, declined any number of times, or expired. */
final class CheckoutSessions {

    static final String OBJECT = "checkout.session";
    private static final long SHORTEST_SECONDS = 30 * 60;
    private static final long LONGEST_SECONDS = 24 * 60 * 60;
    private static final long LARGEST_AMOUNT = 99_999_999;
    /** A caller whose clock is a little behind ours still asks for half an hour. */
    private static final long CLOCK_SLACK_SECONDS = 5;

    private final StripeObjects objects;
    private final Webhooks webhooks;
    private final String baseUrl;

    CheckoutSessions(StripeObjects objects, Webhooks webhooks, String baseUrl) {
        this.objects = objects;
        this.webhooks = webhooks;
        this.baseUrl = baseUrl;
    }

    ObjectNode create(Form form) {
        if (!"payment".equals(form.required("mode"))) {
            throw StripeError.invalid("mode", "The sandbox takes payments only: mode must be 'payment'.");
        }
        var session = objects.create(OBJECT, "cs_test_");
        var items = StripeObjects.JSON.createArrayNode();
        var total = addLineItems(form, items);
        session.put("mode", "payment")
                .put("status", "open")
                .put("payment_status", "unpaid")
                .put("currency", "vnd")
                .put("amount_subtotal", total)
                .put("amount_total", total)
                .put("success_url", form.required("success_url"))
                .put("cancel_url", form.text("cancel_url").orElse(null))
                .put("client_reference_id", form.text("client_reference_id").orElse(null))
                .put("customer_email", form.text("customer_email").orElse(null))
                .put("locale", form.text("locale").orElse("vi"))
                .put("expires_at", expiry(form))
                .put("url", baseUrl + "/pay/" + session.path("id").asString())
                .putNull("payment_intent");
        session.putArray("payment_method_types").add("card");
        copy(form.children("metadata"), session.putObject("metadata"));
        copy(form.children("payment_intent_data[metadata]"), session.putObject("sandbox_payment_metadata"));
        session.set("sandbox_line_items", items);
        objects.save(session);
        return session;
    }

    private static long addLineItems(Form form, ArrayNode items) {
        var total = 0L;
        for (var item : form.items("line_items")) {
            var currency = item.required("price_data[currency]").toLowerCase(Locale.ROOT);
            if (!"vnd".equals(currency)) {
                throw StripeError.invalid("line_items", "The sandbox knows one currency, vnd, not " + currency + ".");
            }
            var amount = item.number("price_data[unit_amount]")
                    .orElseThrow(() -> StripeError.missing("line_items[][price_data][unit_amount]"));
            var quantity = item.number("quantity").orElse(1L);
            if (amount < 0 || quantity < 1) {
                throw StripeError.invalid("line_items", "Amounts and quantities must be positive.");
            }
            total = Math.addExact(total, Math.multiplyExact(amount, quantity));
            items.addObject()
                    .put("id", "li_" + items.size())
                    .put("object", "item")
                    .put("description", item.required("price_data[product_data][name]"))
                    .put("currency", currency)
                    .put("quantity", quantity)
                    .put("amount_subtotal", amount * quantity)
                    .put("amount_total", amount * quantity);
        }
        if (items.isEmpty()) {
            throw StripeError.missing("line_items");
        }
        if (total > LARGEST_AMOUNT) {
            throw StripeError.refused("amount_too_large", "The amount must be at most ₫99,999,999.");
        }
        return total;
    }

    private long expiry(Form form) {
        var now = objects.now();
        var expiry = form.number("expires_at").orElse(now + LONGEST_SECONDS);
        if (expiry < now + SHORTEST_SECONDS - CLOCK_SLACK_SECONDS
                || expiry > now + LONGEST_SECONDS + CLOCK_SLACK_SECONDS) {
            throw StripeError.invalid(
                    "expires_at",
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.");
        }
        return expiry;
    }

    private static void copy(Map<String, String> from, ObjectNode to) {
        from.forEach(to::put);
    }

    ObjectNode expire(ObjectNode session) {
        if (!isOpen(session)) {
            throw StripeError.refused(
                    "checkout_session_not_open",
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of %s."
                            .formatted(session.path("status").asString()));
        }
        session.put("status", "expired").putNull("url");
        objects.save(session);
        webhooks.announce("checkout.session.expired", session);
        return session;
    }

    /** Ends every open session whose time has come. */
    void expireDue() {
        synchronized (objects) {
            var now = objects.now();
            objects.list(
                            OBJECT,
                            session -> isOpen(session)
                                    && session.path("expires_at").asLong() <= now)
                    .forEach(this::expire);
        }
    }

    static boolean isOpen(ObjectNode session) {
        return "open".equals(session.path("status").asString());
    }

    /** The shopper's card is charged. */
    void pay(ObjectNode session) {
        var intent = intent(session);
        var charge = objects.create("charge", "ch_");
        var amount = session.path("amount_total").asLong();
        charge.put("amount", amount)
                .put("amount_captured", amount)
                .put("amount_refunded", 0)
                .put("currency", "vnd")
                .put("captured", true)
                .put("paid", true)
                .put("refunded", false)
                .put("status", "succeeded")
                .put("payment_intent", intent.path("id").asString());
        charge.set("metadata", intent.path("metadata").deepCopy());
        intent.put("status", "succeeded")
                .put("amount_received", amount)
                .put("latest_charge", charge.path("id").asString())
                .putNull("last_payment_error");
        session.put("status", "complete")
                .put("payment_status", "paid")
                .put("payment_intent", intent.path("id").asString())
                .putNull("url");
        objects.save(charge);
        objects.save(intent);
        objects.save(session);
        webhooks.announce("payment_intent.succeeded", intent);
        webhooks.announce("checkout.session.completed", session);
    }

    /** The bank says no; the session stays open, so the shopper may try again. */
    void decline(ObjectNode session) {
        var intent = intent(session);
        intent.put("status", "requires_payment_method")
                .putObject("last_payment_error")
                .put("type", "card_error")
                .put("code", "card_declined")
                .put("decline_code", "insufficient_funds")
                .put("message", "Your card has insufficient funds.");
        session.put("sandbox_payment_intent", intent.path("id").asString());
        objects.save(intent);
        objects.save(session);
        webhooks.announce("payment_intent.payment_failed", intent);
    }

    private ObjectNode intent(ObjectNode session) {
        return objects.find(session.path("sandbox_payment_intent").asString("")).orElseGet(() -> newIntent(session));
    }

    private ObjectNode newIntent(ObjectNode session) {
        var intent = objects.create("payment_intent", "pi_");
        intent.put("amount", session.path("amount_total").asLong())
                .put("amount_received", 0)
                .put("currency", "vnd")
                .put("capture_method", "automatic")
                .put("status", "requires_payment_method")
                .putNull("latest_charge");
        intent.putArray("payment_method_types").add("card");
        intent.set("metadata", session.path("sandbox_payment_metadata").deepCopy());
        return intent;
    }
}
