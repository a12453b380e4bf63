@NullMarked
package vn.ocop.marketplace.shipment.network.web;

import org.jspecify.annotations.NullMarked;
