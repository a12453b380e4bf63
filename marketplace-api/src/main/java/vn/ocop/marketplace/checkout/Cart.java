package vn.ocop.marketplace.checkout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.ocop.marketplace.platform.Vnd;

/** What someone means to buy, shop by shop, in the order it was put in. Priced by the server at every look. */
public record Cart(List<ShopPart> shops) {

    public static final int MAX_LINES = 100;
    public static final int MAX_QUANTITY = 999;

    /** The lines of one shop. */
    public record ShopPart(UUID shopId, String slug, String name, String provinceCode, List<CartLine> lines) {

        public Vnd goodsTotal() {
            return Vnd.sum(lines.stream().map(CartLine::total).toList());
        }

        public int weightGrams() {
            return lines.stream().mapToInt(CartLine::weightGrams).sum();
        }
    }

    public Cart {
        shops = List.copyOf(shops);
    }

    static Cart of(List<CartLine> lines) {
        var byShop = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.variant().shopId(), LinkedHashMap::new, Collectors.toUnmodifiableList()));
        return new Cart(byShop.values().stream().map(Cart::part).toList());
    }

    private static ShopPart part(List<CartLine> lines) {
        var variant = lines.getFirst().variant();
        return new ShopPart(
                variant.shopId(), variant.shopSlug(), variant.shopName(), variant.pickupProvinceCode(), lines);
    }

    public List<CartLine> lines() {
        return shops.stream().flatMap(shop -> shop.lines().stream()).toList();
    }

    public int itemCount() {
        return lines().stream().mapToInt(CartLine::quantity).sum();
    }

    public Vnd goodsTotal() {
        return Vnd.sum(shops.stream().map(ShopPart::goodsTotal).toList());
    }

    public boolean ageRestricted() {
        return lines().stream().anyMatch(line -> line.variant().ageRestricted());
    }

    public boolean cashOnDelivery() {
        return lines().stream().allMatch(line -> line.variant().cashOnDelivery());
    }
}
