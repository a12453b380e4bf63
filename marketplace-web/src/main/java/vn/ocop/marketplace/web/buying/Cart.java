package vn.ocop.marketplace.web.buying;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ocop.marketplace.web.api.Picture;
import vn.ocop.marketplace.web.api.ShopName;

/** What a visitor means to buy, grouped by shop and priced by the API. */
public record Cart(
        List<ShopPart> shops, int itemCount, long listTotal, long goodsTotal, boolean ageRestricted, Offers offers) {

    static final Cart EMPTY = new Cart(List.of(), 0, 0, 0, false, Offers.NONE);

    /** The lines of one shop. */
    public record ShopPart(ShopName shop, List<Line> lines, long goodsTotal) {}

    /** One choice of a product. */
    public record Line(
            String variantId,
            Product listing,
            String variantName,
            int quantity,
            long unitPrice,
            long listTotal,
            long lineTotal,
            List<Offers.Part> offers,
            int available,
            @Nullable Trouble problem) {

        /** The most that can be asked for; at least one, so that the field stays usable. */
        public int most() {
            return Math.clamp(available, 1, 99);
        }
    }

    /** The listing behind a line. */
    public record Product(
            String id, String slug, String title, @Nullable Picture picture) {}

    /** Why a line cannot be ordered as it is. */
    public record Trouble(String code, String detail) {}

    public boolean isEmpty() {
        return shops.isEmpty();
    }

    /** Whether any line can be ordered. */
    public boolean orderable() {
        return lines().anyMatch(line -> line.problem() == null);
    }

    public boolean hasTrouble() {
        return lines().anyMatch(line -> line.problem() != null);
    }

    private Stream<Line> lines() {
        return shops.stream().flatMap(part -> part.lines().stream());
    }
}
