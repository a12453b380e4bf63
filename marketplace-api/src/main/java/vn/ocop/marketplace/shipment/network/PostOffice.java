package vn.ocop.marketplace.shipment.network;

/** A post office that collects parcels in its communes. */
public record PostOffice(String code, String name, String street, String communeCode, String provinceCode) {}
