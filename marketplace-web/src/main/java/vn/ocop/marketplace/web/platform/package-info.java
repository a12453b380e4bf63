/** The administrators' desk: floors, categories, people, the log. */
@NullMarked
package vn.ocop.marketplace.web.platform;

import org.jspecify.annotations.NullMarked;
