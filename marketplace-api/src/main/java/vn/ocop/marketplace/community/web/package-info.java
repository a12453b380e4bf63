/** Community teams over HTTP. */
@NullMarked
package vn.ocop.marketplace.community.web;

import org.jspecify.annotations.NullMarked;
