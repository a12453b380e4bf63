package vn.ocop.marketplace.web.money;

import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.site.Head;

/**
 * One purchase's money.
 *
 * @param file null while none was found
 */
public record PaymentFilePage(Head head, String code, MoneyDesk.@Nullable PaymentFile file) {}
