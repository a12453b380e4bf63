/** A shop's vault of papers, and what of it goes with its certificates. */
@NullMarked
package vn.ocop.marketplace.web.dossier;

import org.jspecify.annotations.NullMarked;
