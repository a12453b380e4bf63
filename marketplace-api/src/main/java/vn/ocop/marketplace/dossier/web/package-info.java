/** Dossiers over HTTP. */
@NullMarked
package vn.ocop.marketplace.dossier.web;

import org.jspecify.annotations.NullMarked;
