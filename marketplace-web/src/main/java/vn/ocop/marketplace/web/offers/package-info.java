/**
 * The public side of programmes such as Digital Consumer Month: the hub, what is for me, the widget for other sites.
 */
@NullMarked
package vn.ocop.marketplace.web.offers;

import org.jspecify.annotations.NullMarked;
