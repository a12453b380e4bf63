/** What every page stands on: the visit, rendering, session cookie, protection of forms, error pages. */
@NullMarked
package vn.ocop.marketplace.web.site;

import org.jspecify.annotations.NullMarked;
