package vn.ocop.marketplace.benchmark;

import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A guest who comes, puts one thing in the cart, has it priced and perhaps orders; and then the next guest. */
final class Shopping implements Visitor {

    static final String GUEST = "guest";
    static final String CART = "cart";
    static final String QUOTE = "quote";
    static final String ORDER = "order";

    private final Supplier<@Nullable UUID> wishes;
    private final @Nullable BiConsumer<String, String> keeper;
    private String token = "";
    private String stage = "";
    private String quote = "";

    private Shopping(Supplier<@Nullable UUID> wishes, @Nullable BiConsumer<String, String> keeper) {
        this.wishes = wishes;
        this.keeper = keeper;
    }

    /** Orders what is wished for, each thing as a new guest. */
    static Shopping ordering(Supplier<@Nullable UUID> wishes) {
        return new Shopping(wishes, null);
    }

    /** Stops before the order and hands over the guest's token and quote. */
    static Shopping quoting(Supplier<@Nullable UUID> wishes, BiConsumer<String, String> keeper) {
        return new Shopping(wishes, keeper);
    }

    @Override
    public @Nullable Ask next() {
        return switch (stage) {
            case GUEST -> addToCart();
            case CART -> quote(token);
            case QUOTE -> keeper == null ? order(token, quote) : newGuest();
            default -> newGuest();
        };
    }

    static Ask newGuest() {
        return Requests.post(GUEST, "/api/v1/guests", "", Map.of(), "\"token\"");
    }

    private @Nullable Ask addToCart() {
        var wish = wishes.get();
        return wish == null ? null : addToCart(token, wish);
    }

    static Ask addToCart(String token, UUID variant) {
        return Requests.post(
                CART, "/api/v1/cart/lines", token, Map.of("variantId", variant, "quantity", 1), variant.toString());
    }

    static Ask quote(String token) {
        return Requests.post(
                QUOTE, "/api/v1/quotes", token, Map.of("communeCode", Shelf.DESTINATION), "\"CASH_ON_DELIVERY\"");
    }

    static Ask order(String token, String quote) {
        return Requests.post(ORDER, "/api/v1/order-groups", token, Requests.cashOrder(quote), "\"TO_CONFIRM\"");
    }

    @Override
    public void answered(Ask ask, Answer answer) {
        ask.check(answer, CART.equals(ask.name()) ? 200 : 201);
        stage = ask.name();
        if (GUEST.equals(stage)) {
            token = answer.json().path("token").asString();
        } else if (QUOTE.equals(stage)) {
            quote = answer.json().path("id").asString();
            if (keeper != null) {
                keeper.accept(token, quote);
            }
        }
    }
}
