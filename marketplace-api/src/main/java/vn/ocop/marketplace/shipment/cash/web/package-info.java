@NullMarked
package vn.ocop.marketplace.shipment.cash.web;

import org.jspecify.annotations.NullMarked;
