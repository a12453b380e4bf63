package vn.ocop.marketplace.shop;

import java.util.UUID;

/** A shop opened, closed, was suspended or told something else about itself that its listings show. */
public record ShopChanged(UUID shopId) {

    public static final String TYPE = "shop.changed.v1";
}
