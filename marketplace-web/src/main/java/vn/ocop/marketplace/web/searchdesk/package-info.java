/** The administrators' desk for the search: other names, redirects, pinned products, and what people look for. */
@NullMarked
package vn.ocop.marketplace.web.searchdesk;

import org.jspecify.annotations.NullMarked;
