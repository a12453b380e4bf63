/** Fingerprinted, compressed static files: style, scripts, fonts, the icon sprite and drawings. */
@NullMarked
package vn.ocop.marketplace.web.assets;

import org.jspecify.annotations.NullMarked;
