package vn.ocop.marketplace.payment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe's published description of the operations that are used, held against requests as they go over the wire: every
 * field must be known there, of its type, one of its values where there are only some, and none may be missing.
 */
final class StripeOperations {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode paths;

    private StripeOperations(JsonNode paths) {
        this.paths = paths;
    }

    static StripeOperations published() {
        try (InputStream file = StripeOperations.class.getResourceAsStream("/stripe/operations.json")) {
            return new StripeOperations(
                    JSON.readTree(Objects.requireNonNull(file)).path("paths"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with a request; its form stands in the body of a POST, in the query of a GET. */
    List<String> complaints(String method, String path, String form) {
        var complaints = new ArrayList<String>();
        var operation = operation(method, path);
        if (operation.isMissingNode()) {
            return List.of("unknown operation " + method + " " + path);
        }
        check(tree(form), method.equals("GET") ? ofQuery(operation) : operation.path("requestBody"), "", complaints);
        return complaints;
    }

    private JsonNode operation(String method, String path) {
        for (var known : paths.properties()) {
            if (path.matches(known.getKey().replaceAll("\\{[a-z]+}", "[^/]+"))) {
                return known.getValue().path(method.toLowerCase(Locale.ROOT));
            }
        }
        return paths.path("none");
    }

    private static JsonNode ofQuery(JsonNode operation) {
        var schema = JSON.createObjectNode().put("type", "object");
        var properties = schema.putObject("properties");
        operation
                .path("parameters")
                .forEach(parameter -> properties.set(parameter.path("name").asString(), parameter.path("schema")));
        return schema;
    }

    /** {@code line_items[0][quantity]=1} as nested objects. */
    private static ObjectNode tree(String form) {
        var tree = JSON.createObjectNode();
        for (var field : form.split("&")) {
            if (!field.isEmpty()) {
                var parts = field.split("=", 2);
                var names = decoded(parts[0]).replace("]", "").split("\\[");
                var at = tree;
                for (int i = 0; i < names.length - 1; i++) {
                    at = at.path(names[i]) instanceof ObjectNode child ? child : at.putObject(names[i]);
                }
                at.put(names[names.length - 1], decoded(parts[1]));
            }
        }
        return tree;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void check(JsonNode value, JsonNode schema, String at, List<String> complaints) {
        if (schema.has("anyOf")) {
            checkAny(value, schema.path("anyOf"), at, complaints);
            return;
        }
        switch (schema.path("type").asString("")) {
            case "object" -> checkObject(value, schema, at, complaints);
            case "array" ->
                value.properties()
                        .forEach(item -> check(
                                item.getValue(), schema.path("items"), at + "[" + item.getKey() + "]", complaints));
            case "integer" -> mustMatch(value, "-?\\d{1,18}", at, complaints);
            case "boolean" -> mustMatch(value, "true|false", at, complaints);
            case "number" -> mustMatch(value, "-?\\d+(\\.\\d+)?", at, complaints);
            case "string" -> checkText(value, schema, at, complaints);
            default -> complaints.add(at + " is described as nothing that is known");
        }
    }

    private static void checkAny(JsonNode value, JsonNode schemas, String at, List<String> complaints) {
        for (var schema : schemas) {
            var found = new ArrayList<String>();
            check(value, schema, at, found);
            if (found.isEmpty()) {
                return;
            }
        }
        complaints.add(at + " is none of what it may be");
    }

    private static void checkObject(JsonNode value, JsonNode schema, String at, List<String> complaints) {
        if (!value.isObject()) {
            complaints.add(at + " is no object");
            return;
        }
        for (var field : value.properties()) {
            var named = at + "." + field.getKey();
            var known = schema.path("properties").path(field.getKey());
            var other = schema.path("additionalProperties");
            if (known.isObject()) {
                check(field.getValue(), known, named, complaints);
            } else if (other.isObject()) {
                check(field.getValue(), other, named, complaints);
            } else {
                complaints.add(named + " is not known");
            }
        }
        for (var required : schema.path("required")) {
            if (!value.has(required.asString())) {
                complaints.add(at + "." + required.asString() + " is missing");
            }
        }
    }

    private static void checkText(JsonNode value, JsonNode schema, String at, List<String> complaints) {
        mustMatch(value, "(?s).*", at, complaints);
        var values = schema.path("enum");
        if (values.isArray()
                && values.valueStream().noneMatch(one -> one.asString().equals(value.asString("")))) {
            complaints.add(at + " is none of its values: " + value);
        }
        if (schema.has("maxLength")
                && value.asString("").length() > schema.path("maxLength").asInt()) {
            complaints.add(at + " is too long");
        }
    }

    private static void mustMatch(JsonNode value, String pattern, String at, List<String> complaints) {
        if (!value.isString() || !value.asString().matches(pattern)) {
            complaints.add(at + " is not as described: " + value);
        }
    }
}
