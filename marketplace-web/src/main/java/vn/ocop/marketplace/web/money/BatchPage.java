package vn.ocop.marketplace.web.money;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/** One day's payouts on a page. */
public record BatchPage(
        Head head,
        MoneyDesk.BatchFile file,
        boolean done,
        @Nullable String refusal) {}
