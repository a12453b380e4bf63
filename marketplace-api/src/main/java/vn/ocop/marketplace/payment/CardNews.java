package vn.ocop.marketplace.payment;

/** What the card's provider tells by itself, as far as it matters here. */
sealed interface CardNews permits CardSession, CardDispute, FailedRefund {}
