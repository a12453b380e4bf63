package vn.ocop.marketplace.local.sandbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The part of Stripe's API the marketplace uses, by method and path. */
final class StripeApi {

    private final StripeObjects objects;
    private final CheckoutSessions sessions;
    private final Refunds refunds;
    private final Transfers transfers;

    StripeApi(StripeObjects objects, CheckoutSessions sessions, Refunds refunds, Transfers transfers) {
        this.objects = objects;
        this.sessions = sessions;
        this.refunds = refunds;
        this.transfers = transfers;
    }

    /** Answers one call; everything it reads and writes happens under one lock. */
    ObjectNode call(String method, String path, Form form) {
        synchronized (objects) {
            var parts = List.of(path.substring("/v1/".length()).split("/"));
            var route = method + " " + String.join("/", parts.subList(0, Math.min(2, parts.size())));
            return switch (route) {
                case "POST checkout/sessions" -> changeSession(parts, form);
                case "GET checkout/sessions" -> readSession(parts, form);
                case "POST refunds" -> view(refunds.create(form), form);
                case "POST accounts" -> view(transfers.createAccount(form), form);
                case "POST transfers" -> view(transfers.create(form), form);
                default -> "GET".equals(method) ? read(parts, form, path) : unknown(method, path);
            };
        }
    }

    private static ObjectNode unknown(String method, String path) {
        throw StripeError.unknownUrl(method, path);
    }

    private ObjectNode changeSession(List<String> parts, Form form) {
        if (parts.size() == 2) {
            return view(sessions.create(form), form);
        }
        var session = objects.get(CheckoutSessions.OBJECT, parts.get(2));
        if (parts.size() == 4 && "expire".equals(parts.get(3))) {
            return view(sessions.expire(session), form);
        }
        throw StripeError.unknownUrl("POST", "/v1/" + String.join("/", parts));
    }

    private ObjectNode readSession(List<String> parts, Form form) {
        if (parts.size() == 2) {
            return list(CheckoutSessions.OBJECT, form, "payment_intent", "status");
        }
        var session = objects.get(CheckoutSessions.OBJECT, parts.get(2));
        if (parts.size() == 4 && "line_items".equals(parts.get(3))) {
            var items = StripeObjects.JSON.createObjectNode();
            items.put("object", "list").put("has_more", false).set("data", session.path("sandbox_line_items"));
            return items;
        }
        return view(session, form);
    }

    private ObjectNode read(List<String> parts, Form form, String path) {
        var object = switch (parts.getFirst()) {
            case "payment_intents" -> "payment_intent";
            case "charges" -> "charge";
            case "refunds" -> "refund";
            case "disputes" -> Disputes.OBJECT;
            case "accounts" -> Transfers.ACCOUNT;
            case "transfers" -> Transfers.OBJECT;
            case "events" -> "event";
            default -> throw StripeError.unknownUrl("GET", path);
        };
        return parts.size() == 1
                ? list(object, form, "payment_intent", "charge", "type")
                : view(objects.get(object, parts.get(1)), form);
    }

    private ObjectNode list(String object, Form form, String... filters) {
        Predicate<ObjectNode> condition = found -> true;
        for (var filter : filters) {
            var wanted = form.text(filter);
            if (wanted.isPresent()) {
                condition = condition.and(
                        found -> wanted.get().equals(found.path(filter).asString("")));
            }
        }
        var since = form.number("created[gte]").orElse(0L);
        var all = objects.list(
                object, condition.and(found -> found.path("created").asLong() >= since));
        var after = form.text("starting_after");
        var from = after.map(id -> indexOf(all, id) + 1).orElse(0);
        var to = Math.min(all.size(), from + form.number("limit").orElse(10L).intValue());
        var list = StripeObjects.JSON.createObjectNode().put("object", "list").put("has_more", to < all.size());
        var data = list.putArray("data");
        all.subList(from, to).forEach(found -> data.add(PublicView.of(found)));
        return list;
    }

    private static int indexOf(List<ObjectNode> all, String id) {
        return all.stream()
                .map((Function<ObjectNode, String>) found -> found.path("id").asString())
                .toList()
                .indexOf(id);
    }

    private ObjectNode view(ObjectNode object, Form form) {
        Collection<String> expand = form.fields().entrySet().stream()
                .filter(field -> field.getKey().startsWith("expand["))
                .map(Map.Entry::getValue)
                .toList();
        return PublicView.expanded(object, expand, objects);
    }
}
