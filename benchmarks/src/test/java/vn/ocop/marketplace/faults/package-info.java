/**
 * Kills, stops and cuts off parts of the whole packaged marketplace, and looks whether anything was lost or doubled.
 */
@NullMarked
package vn.ocop.marketplace.faults;

import org.jspecify.annotations.NullMarked;
