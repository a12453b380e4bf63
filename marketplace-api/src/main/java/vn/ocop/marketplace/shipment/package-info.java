/**
 * Shipments: what delivery costs, which post office collects, and where each parcel is. Knows orders only as a
 * {@link vn.ocop.marketplace.shipment.ParcelRequest} and answers with events.
 */
@ApplicationModule(
        displayName = "Shipments",
        allowedDependencies = {"platform", "platform :: web", "account", "territory", "media", "sheet", "shop"})
@NullMarked
package vn.ocop.marketplace.shipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
