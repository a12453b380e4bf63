/**
 * Post offices and the communes they serve, ways to deliver and their prices, the form of parcel numbers. A named
 * interface of shipments, because carts ask for prices too; it knows nothing of parcels.
 */
@NamedInterface("network")
@NullMarked
package vn.ocop.marketplace.shipment.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
