package vn.ocop.marketplace.web.site;

/** One choice of a select or a group of choices. */
public record Option(String value, String label, boolean selected) {}
