/**
 * Carriers that are not our own desks: asked through adapters until they answer, heard by signed webhooks, brought into
 * the one list of steps. Nothing else of shipments knows it; it is told through {@code OtherCarriers}.
 */
@NullMarked
package vn.ocop.marketplace.shipment.carrier;

import org.jspecify.annotations.NullMarked;
