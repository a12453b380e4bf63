package vn.ocop.marketplace.web.api;

/** A product group or set where only its name and link matter. */
public record CategoryName(String code, String name, String slug) {}
