@NullMarked
package vn.ocop.marketplace.shipment.carrier.web;

import org.jspecify.annotations.NullMarked;
