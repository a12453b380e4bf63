package vn.ocop.marketplace.web.province;

/** A way of looking at a queue; the query is what is filtered, as the address says it. */
public record SavedView(String id, String name, String query) {}
