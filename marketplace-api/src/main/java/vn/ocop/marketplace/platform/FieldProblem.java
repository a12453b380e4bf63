package vn.ocop.marketplace.platform;

/**
 * One input that was refused.
 *
 * @param field path in the request, such as {@code recipient.phone}, or what it is about, such as a variant id
 * @param code key in the message bundles
 * @param arguments fill the message
 */
public record FieldProblem(String field, String code, Object... arguments) {}
