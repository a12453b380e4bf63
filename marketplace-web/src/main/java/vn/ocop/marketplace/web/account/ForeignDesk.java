package vn.ocop.marketplace.web.account;

import vn.ocop.marketplace.web.site.Head;

/** Says that a desk belongs to others, and how one comes to have one. */
public record ForeignDesk(Head head, String kind) {}
