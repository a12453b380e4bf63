package vn.ocop.marketplace.listing;

import java.time.Instant;

/** One move of a variant's stock; the kind is OPENING, RECEIVED, COUNTED, DAMAGED, SOLD or RETURNED. */
public record StockMove(Instant at, String kind, int quantity, int stockAfter, String reason) {}
