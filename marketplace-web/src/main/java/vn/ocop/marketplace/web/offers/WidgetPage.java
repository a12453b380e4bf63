package vn.ocop.marketplace.web.offers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a portal shows of the month.
 *
 * @param programme null while none is announced
 */
public record WidgetPage(
        String code, String province, @Nullable Programme programme, List<PublicOffer> offers) {}
