/** The marketplace API as the site sees it: one client, and records for just what pages show. */
@NullMarked
package vn.ocop.marketplace.web.api;

import org.jspecify.annotations.NullMarked;
