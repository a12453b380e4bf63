package vn.ocop.marketplace.local.sandbox;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Accounts that sellers have at the provider, and what is transferred to them out of the platform's balance. */
final class Transfers {

    static final String ACCOUNT = "account";
    static final String OBJECT = "transfer";
    private static final Set<String> KEEPS_MONEY = Set.of("needs_response", "under_review", "lost");

    private final StripeObjects objects;
    private final Webhooks webhooks;

    Transfers(StripeObjects objects, Webhooks webhooks) {
        this.objects = objects;
        this.webhooks = webhooks;
    }

    ObjectNode createAccount(Form form) {
        var account = objects.create(ACCOUNT, "acct_");
        account.put("type", form.text("type").orElse("express"))
                .put("country", form.text("country").orElse("VN"))
                .put("email", form.text("email").orElse(null))
                .put("default_currency", "vnd")
                .put("details_submitted", true)
                .put("charges_enabled", false)
                .put("payouts_enabled", true);
        account.putObject("capabilities").put("transfers", "active");
        var metadata = account.putObject("metadata");
        form.children("metadata").forEach(metadata::put);
        objects.save(account);
        return account;
    }

    ObjectNode create(Form form) {
        var destination = form.required("destination");
        if (objects.find(destination)
                .filter(found -> ACCOUNT.equals(found.path("object").asString()))
                .isEmpty()) {
            throw StripeError.refused("resource_missing", "No such destination: '%s'".formatted(destination));
        }
        var amount = form.number("amount").orElseThrow(() -> StripeError.missing("amount"));
        if (amount < 1 || !"vnd".equals(form.required("currency"))) {
            throw StripeError.invalid("amount", "Invalid positive integer");
        }
        if (amount > balance()) {
            throw StripeError.refused(
                    "balance_insufficient", "You have insufficient available funds in your Stripe account.");
        }
        var transfer = objects.create(OBJECT, "tr_");
        transfer.put("amount", amount)
                .put("amount_reversed", 0)
                .put("currency", "vnd")
                .put("description", form.text("description").orElse(null))
                .put("destination", destination)
                .put("reversed", false)
                .put("transfer_group", form.text("transfer_group").orElse(null));
        var metadata = transfer.putObject("metadata");
        form.children("metadata").forEach(metadata::put);
        objects.save(transfer);
        webhooks.announce("transfer.created", transfer);
        return transfer;
    }

    /** What was charged and not given back, taken by a bank or transferred. */
    private long balance() {
        return sum("charge", "amount", "succeeded")
                - sum("refund", "amount", "succeeded")
                - objects
                        .list(
                                Disputes.OBJECT,
                                found -> KEEPS_MONEY.contains(
                                        found.path("status").asString()))
                        .stream()
                        .mapToLong(found -> found.path("amount").asLong())
                        .sum()
                - objects.list(OBJECT, found -> true).stream()
                        .mapToLong(found -> found.path("amount").asLong())
                        .sum();
    }

    private long sum(String object, String field, String status) {
        return objects.list(object, found -> status.equals(found.path("status").asString())).stream()
                .mapToLong(found -> found.path(field).asLong())
                .sum();
    }
}
