/**
 * Answers hot anonymous reads from ready-made bytes, before routing, security and observation.
 *
 * <p>Start at {@link vn.ocop.marketplace.hotreads.HotReads}; an application says what is hot with a
 * {@link vn.ocop.marketplace.hotreads.HotReadPolicy}.
 */
@NullMarked
package vn.ocop.marketplace.hotreads;

import org.jspecify.annotations.NullMarked;
