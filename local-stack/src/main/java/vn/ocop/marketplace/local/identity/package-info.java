/** An OpenID provider for trying the marketplace, where VNeID stands in earnest. */
@NullMarked
package vn.ocop.marketplace.local.identity;

import org.jspecify.annotations.NullMarked;
