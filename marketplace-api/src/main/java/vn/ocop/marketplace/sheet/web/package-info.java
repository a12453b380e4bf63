/** The HTTP edge of its module; closed to other modules. */
@NullMarked
package vn.ocop.marketplace.sheet.web;

import org.jspecify.annotations.NullMarked;
