/**
 * Programmes such as Digital Consumer Month, the campaigns and offers under them, what they take off a purchase and who
 * bears it. A named interface of payments rather than a module nested in it, because carts and orders ask it too and a
 * nested module is open to its siblings only.
 */
@NamedInterface("campaign")
@NullMarked
package vn.ocop.marketplace.payment.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
