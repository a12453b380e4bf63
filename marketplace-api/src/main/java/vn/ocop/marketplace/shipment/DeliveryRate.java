package vn.ocop.marketplace.shipment;

import vn.ocop.marketplace.platform.Vnd;
import vn.ocop.marketplace.territory.Nearness;

/** What one parcel costs to deliver and how many days it takes. */
public record DeliveryRate(Nearness zone, Vnd fee, int daysFrom, int daysTo) {}
