package vn.ocop.marketplace.local.sandbox;

import tools.jackson.databind.node.ObjectNode;

/**
 * What the bank of a card does: asks for money back in a dispute, decides it, sends a refund back. Nobody at the
 * marketplace can do this, so it is done at {@code /_control}.
 */
final class Disputes {

    static final String OBJECT = "dispute";
    private static final long DAYS_TO_ANSWER = 7;

    private final StripeObjects objects;
    private final Webhooks webhooks;

    Disputes(StripeObjects objects, Webhooks webhooks) {
        this.objects = objects;
        this.webhooks = webhooks;
    }

    /** {@code payment_intent}, and if they differ from the usual {@code amount}, {@code reason}, {@code status}. */
    ObjectNode open(Form form) {
        synchronized (objects) {
            var intent = objects.get("payment_intent", form.required("payment_intent"));
            var charge = objects.get("charge", intent.path("latest_charge").asString(""));
            var dispute = objects.create(OBJECT, "du_");
            dispute.put(
                            "amount",
                            form.number("amount").orElse(charge.path("amount").asLong()))
                    .put("charge", charge.path("id").asString())
                    .put("currency", "vnd")
                    .put("is_charge_refundable", false)
                    .put("payment_intent", intent.path("id").asString())
                    .put("reason", form.text("reason").orElse("product_not_received"))
                    .put("status", form.text("status").orElse("needs_response"));
            dispute.putArray("balance_transactions");
            dispute.putObject("evidence");
            dispute.putObject("evidence_details")
                    .put("due_by", objects.now() + DAYS_TO_ANSWER * 24 * 60 * 60)
                    .put("has_evidence", false)
                    .put("past_due", false)
                    .put("submission_count", 0);
            dispute.putObject("metadata");
            charge.put("disputed", true);
            objects.save(charge);
            objects.save(dispute);
            webhooks.announce("charge.dispute.created", dispute);
            return dispute;
        }
    }

    /** {@code dispute} comes to a {@code status}. */
    ObjectNode move(Form form) {
        synchronized (objects) {
            var dispute = objects.get(OBJECT, form.required("dispute"));
            dispute.put("status", form.required("status"));
            objects.save(dispute);
            switch (dispute.path("status").asString()) {
                case "won" -> {
                    webhooks.announce("charge.dispute.funds_reinstated", dispute);
                    webhooks.announce("charge.dispute.closed", dispute);
                }
                case "lost", "warning_closed" -> webhooks.announce("charge.dispute.closed", dispute);
                default -> webhooks.announce("charge.dispute.updated", dispute);
            }
            return dispute;
        }
    }

    /** The card's bank does not take a {@code refund}: its money comes back. */
    ObjectNode sendBack(Form form) {
        synchronized (objects) {
            var refund = objects.get("refund", form.required("refund"));
            var charge = objects.get("charge", refund.path("charge").asString());
            refund.put("status", "failed").put("failure_reason", "expired_or_canceled_card");
            charge.put(
                            "amount_refunded",
                            charge.path("amount_refunded").asLong()
                                    - refund.path("amount").asLong())
                    .put("refunded", false);
            objects.save(refund);
            objects.save(charge);
            webhooks.announce("refund.failed", refund);
            webhooks.announce("charge.refund.updated", refund);
            return refund;
        }
    }

    /** Whether a charge's money is with the bank until a dispute of it is decided, or stayed there. */
    boolean keeps(ObjectNode charge) {
        return !objects.list(
                        OBJECT,
                        dispute -> charge.path("id")
                                        .asString()
                                        .equals(dispute.path("charge").asString())
                                && !dispute.path("status").asString().startsWith("warning")
                                && !"won".equals(dispute.path("status").asString()))
                .isEmpty();
    }
}
