package vn.ocop.marketplace.shipment.network;

import vn.ocop.marketplace.platform.Vnd;

/**
 * What the price of a parcel depends on.
 *
 * @param volumeCm3 zero where nobody has measured it
 */
public record ParcelSize(int weightGrams, int volumeCm3, Vnd goods) {}
