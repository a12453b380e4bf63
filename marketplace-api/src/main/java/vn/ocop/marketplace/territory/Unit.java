package vn.ocop.marketplace.territory;

/** A province as every answer names it: bare name ("Quảng Trị"), kind ("tỉnh") and the slug of its floor. */
public record Unit(String code, String name, String kind, String slug) {}
