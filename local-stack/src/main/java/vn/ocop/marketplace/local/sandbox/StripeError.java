package vn.ocop.marketplace.local.sandbox;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A refusal in the words and shape of Stripe's API. */
final class StripeError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;

    private StripeError(int status, String type, @Nullable String code, @Nullable String param, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
    }

    static StripeError invalid(String param, String message) {
        return new StripeError(400, "invalid_request_error", "parameter_invalid", param, message);
    }

    static StripeError missing(String param) {
        return new StripeError(
                400, "invalid_request_error", "parameter_missing", param, "Missing required param: " + param + ".");
    }

    static StripeError refused(String code, String message) {
        return new StripeError(400, "invalid_request_error", code, null, message);
    }

    static StripeError noSuch(String object, String id) {
        return new StripeError(
                404, "invalid_request_error", "resource_missing", "id", "No such %s: '%s'".formatted(object, id));
    }

    static StripeError unknownUrl(String method, String path) {
        return new StripeError(
                404, "invalid_request_error", null, null, "Unrecognized request URL (%s: %s).".formatted(method, path));
    }

    static StripeError unauthorized(String message) {
        return new StripeError(401, "invalid_request_error", null, null, message);
    }

    static StripeError keyReused() {
        return new StripeError(
                400,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with.");
    }

    static StripeError outage(int status) {
        return new StripeError(status, "api_error", null, null, "A fault asked for at /_control.");
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        var body = JsonNodeFactory.instance.objectNode();
        var error = body.putObject("error").put("type", type).put("message", getMessage());
        if (code != null) {
            error.put("code", code);
        }
        if (param != null) {
            error.put("param", param);
        }
        return body;
    }
}
