package vn.ocop.marketplace.territory;

/** A commune as answers name it beside its province. */
public record CommuneUnit(String code, String name, String kind) {}
