/** The HTTP edge of its module; closed to other modules. */
@NullMarked
package vn.ocop.marketplace.media.web;

import org.jspecify.annotations.NullMarked;
