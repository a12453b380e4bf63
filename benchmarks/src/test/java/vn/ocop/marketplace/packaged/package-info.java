/** The whole packaged marketplace as a test sees it: its processes, its HTTP, its database. */
@NullMarked
package vn.ocop.marketplace.packaged;

import org.jspecify.annotations.NullMarked;
