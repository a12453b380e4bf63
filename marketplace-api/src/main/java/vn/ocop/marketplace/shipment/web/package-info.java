@NullMarked
package vn.ocop.marketplace.shipment.web;

import org.jspecify.annotations.NullMarked;
