package vn.ocop.marketplace.web.money;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/** The desk of those who keep the platform's money. */
public record MoneyDeskPage(
        Head head,
        MoneyDesk.All all,
        boolean done,
        @Nullable String refusal) {}
