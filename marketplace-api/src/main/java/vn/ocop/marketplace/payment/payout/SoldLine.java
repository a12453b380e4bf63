package vn.ocop.marketplace.payment.payout;

import vn.ocop.marketplace.platform.Vnd;

/** What was sold of one kind, for how much in all. */
public record SoldLine(String category, Vnd amount) {}
