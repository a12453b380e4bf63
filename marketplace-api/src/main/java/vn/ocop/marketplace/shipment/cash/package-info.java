/**
 * Cash that deliveries bring, from the courier's bag over the clerk's till to the platform's account. A named interface
 * of shipments, because the books hear of it; it knows offices, and parcels by their id and number only.
 */
@NamedInterface("cash")
@NullMarked
package vn.ocop.marketplace.shipment.cash;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
