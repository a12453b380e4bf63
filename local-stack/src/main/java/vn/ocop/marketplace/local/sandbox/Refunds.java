package vn.ocop.marketplace.local.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** Gives money back on a charge, in one or several parts, never more than was taken. */
final class Refunds {

    private final StripeObjects objects;
    private final Webhooks webhooks;
    private final Disputes disputes;

    Refunds(StripeObjects objects, Webhooks webhooks, Disputes disputes) {
        this.objects = objects;
        this.webhooks = webhooks;
        this.disputes = disputes;
    }

    ObjectNode create(Form form) {
        var charge = charge(form);
        var refunded = charge.path("amount_refunded").asLong();
        var left = charge.path("amount").asLong() - refunded;
        if (left == 0) {
            throw StripeError.refused(
                    "charge_already_refunded",
                    "Charge %s has already been refunded."
                            .formatted(charge.path("id").asString()));
        }
        if (disputes.keeps(charge)) {
            throw StripeError.refused(
                    "charge_disputed",
                    "The charge %s has been charged back; cannot issue a refund."
                            .formatted(charge.path("id").asString()));
        }
        var amount = form.number("amount").orElse(left);
        if (amount < 1) {
            throw StripeError.invalid("amount", "Invalid positive integer");
        }
        if (amount > left) {
            throw StripeError.invalid(
                    "amount",
                    "Refund amount (₫%,d) is greater than unrefunded amount on charge (₫%,d)".formatted(amount, left));
        }
        var refund = objects.create("refund", "re_");
        refund.put("amount", amount)
                .put("currency", "vnd")
                .put("charge", charge.path("id").asString())
                .put("payment_intent", charge.path("payment_intent").asString())
                .put("reason", form.text("reason").orElse(null))
                .put("status", "succeeded");
        var metadata = refund.putObject("metadata");
        form.children("metadata").forEach(metadata::put);
        charge.put("amount_refunded", refunded + amount).put("refunded", amount == left);
        objects.save(refund);
        objects.save(charge);
        webhooks.announce("refund.created", refund);
        webhooks.announce("charge.refunded", charge);
        webhooks.announce("refund.updated", refund);
        return refund;
    }

    private ObjectNode charge(Form form) {
        if (form.text("charge").isPresent()) {
            return objects.get("charge", form.required("charge"));
        }
        var intent = objects.get("payment_intent", form.required("payment_intent"));
        return objects.find(intent.path("latest_charge").asString(""))
                .orElseThrow(() -> StripeError.refused(
                        "payment_intent_unexpected_state",
                        "This PaymentIntent (%s) does not have a successful charge to refund."
                                .formatted(intent.path("id").asString())));
    }
}
