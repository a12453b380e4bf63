/**
 * Pictures of the demo listings, drawn by the project itself.
 *
 * <p>A scene is put together as SVG from the sheets under {@code /pictures}, rendered once and written as WebP in the
 * widths of the site. Nothing of the machine is used: letters are outlines read from the font files of a dependency.
 */
@NullMarked
package vn.ocop.marketplace.local.picture;

import org.jspecify.annotations.NullMarked;
