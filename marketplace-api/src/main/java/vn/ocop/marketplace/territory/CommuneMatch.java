package vn.ocop.marketplace.territory;

import org.jspecify.annotations.Nullable;

/**
 * A commune that was found by what somebody typed.
 *
 * @param formerly the name by which it was found, if that is no longer its name
 * @param divided whether the former commune went to several of today's, so that the reader must choose
 */
public record CommuneMatch(Commune commune, @Nullable String formerly, boolean divided) {}
