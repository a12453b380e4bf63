package vn.ocop.marketplace.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another program that knows nothing of the marketplace but its published list and {@code docs/offers-feed.md}: it
 * reckons what one choice of every listing costs, delivered, for whoever is new and for whoever is not, and holds that
 * against what the marketplace itself asks for.
 */
final class FeedReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String DONG_HA = "19333";
    private static final String QUANG_TRI = "44";
    private static final String METHOD = "BANK_TRANSFER";
    private static final long LEAST = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LaunchedStack stack;

    FeedReader(LaunchedStack stack) {
        this.stack = stack;
    }

    /** What is published of an offer, whichever form it was read in. */
    private record Offer(
            String id,
            String kind,
            String stackingClass,
            boolean exclusive,
            long value,
            int buy,
            int get,
            long minSpend,
            @Nullable Long cap,
            Target target,
            Audience audience,
            Window window,
            Limits limits,
            @Nullable String voucher,
            int priority,
            boolean offered) {}

    private record Target(
            String shop,
            Set<String> listings,
            Set<String> gifts,
            Set<String> categories,
            Set<String> excluded,
            Set<String> shops,
            Set<String> provinces,
            int starsFrom,
            Set<String> carriers,
            Set<String> methods) {}

    private record Audience(
            String people, Set<String> toProvinces, Set<String> toCommunes, boolean firstByMethod, boolean assisted) {}

    private record Window(
            Instant from,
            Instant to,
            boolean peakOnly,
            @Nullable Instant peakFrom,
            @Nullable Instant peakTo,
            String dailyFrom,
            String dailyTo) {}

    private record Limits(
            @Nullable Long perPerson,
            @Nullable Long perLine,
            @Nullable Long piecesLeft,
            @Nullable Long budgetLeft) {}

    /** Some pieces of one choice of a listing, and the delivery of them. */
    private record Goods(
            String variant,
            String listing,
            String shop,
            String province,
            Set<String> categories,
            int stars,
            long unit,
            int pieces,
            long delivery) {

        long list() {
            return unit * pieces;
        }
    }

    private record Reckoned(long goods, long delivery) {}

    void reckonsWhatTheMarketplaceSays() {
        var json = fromJson();
        var csv = fromCsv();
        assertThat(json).hasSizeGreaterThan(10);
        assertThat(csv).containsAll(json);
        int compared = 0;
        for (var login : List.of("0900000001", "0900000009")) {
            var token = text(
                    send("POST", "/api/v1/sessions", "", Map.of("login", login, "password", "dacsan2026")), "/token");
            var isNew = login.endsWith("1");
            for (var listing : listings()) {
                for (int pieces : new int[] {1, 4}) {
                    compared += compare(csv, listing, pieces, token, isNew) ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    /** What the marketplace quotes; false where it does not sell so many. */
    private boolean compare(List<Offer> offers, JsonNode listing, int pieces, String token, boolean isNew) {
        var variant = listing.at("/variants/0");
        if (variant.path("available").asInt() < pieces) {
            return false;
        }
        var id = variant.path("id").asString();
        send("POST", "/api/v1/cart/lines", token, Map.of("variantId", id, "quantity", pieces));
        var quote = send("POST", "/api/v1/quotes", token, Map.of("communeCode", DONG_HA, "paymentMethod", METHOD));
        send("DELETE", "/api/v1/cart/lines/" + id, token, Map.of());
        var part = quote.at("/shops/0");
        if (part.isMissingNode()) {
            return false;
        }
        var goods = goods(listing, pieces, number(part, "/deliveryFee") + number(part, "/deliveryDiscount"));
        var reckoned = reckon(offers, goods, isNew, now());
        assertThat(new Reckoned(number(part, "/goodsTotal"), number(part, "/deliveryFee")))
                .as("%d × %s for %s", pieces, listing.path("slug").asString(), isNew ? "new" : "existing")
                .isEqualTo(reckoned);
        return true;
    }

    /** By the marketplace's clock, as its list tells it. */
    private Instant now() {
        return Instant.parse(text(get("/api/v1/offers?limit=1"), "/generatedAt"));
    }

    private List<JsonNode> listings() {
        var found = new ArrayList<JsonNode>();
        var page = get("/api/v1/listings?sort=newest&limit=96");
        while (true) {
            for (var item : page.path("items")) {
                found.add(get("/api/v1/listings/" + item.path("id").asString()));
            }
            var next = text(page, "/next");
            if (next.isEmpty()) {
                return found;
            }
            page = get("/api/v1/listings?sort=newest&limit=96&after=" + next);
        }
    }

    private static Goods goods(JsonNode listing, int pieces, long delivery) {
        var variant = listing.at("/variants/0");
        var categories = new TreeSet<String>();
        listing.at("/category/path")
                .forEach(step -> categories.add(step.path("code").asString()));
        return new Goods(
                text(variant, "/id"),
                text(listing, "/id"),
                text(listing, "/shop/id"),
                text(listing, "/shop/province/code"),
                categories,
                (int) number(listing, "/certificate/stars"),
                number(variant, "/price"),
                pieces,
                delivery);
    }

    private static Reckoned reckon(List<Offer> offers, Goods goods, boolean isNew, Instant now) {
        var open = offers.stream()
                .filter(offer -> offer.offered() && offer.voucher() == null)
                .filter(offer -> isOpen(offer.window(), now) && isFor(offer, isNew))
                .filter(offer -> offer.minSpend() == 0 || hits(offer, goods) && goods.list() >= offer.minSpend())
                .toList();
        var best = together(open.stream().filter(offer -> !offer.exclusive()).toList(), goods);
        for (var offer : open) {
            if (offer.exclusive()) {
                var alone = together(List.of(offer), goods);
                best = alone.goods() + alone.delivery() < best.goods() + best.delivery() ? alone : best;
            }
        }
        return best;
    }

    private static boolean isOpen(Window window, Instant now) {
        var time = now.atZone(VIET_NAM).toLocalTime().toString().substring(0, 5);
        return !now.isBefore(window.from())
                && now.isBefore(window.to())
                && (!window.peakOnly()
                        || window.peakFrom() != null
                                && window.peakTo() != null
                                && !now.isBefore(window.peakFrom())
                                && now.isBefore(window.peakTo()))
                && (window.dailyFrom().isEmpty()
                        || time.compareTo(window.dailyFrom()) >= 0 && time.compareTo(window.dailyTo()) < 0);
    }

    /** They have a verified number, ordered nothing in this programme and pay by transfer for the first time. */
    private static boolean isFor(Offer offer, boolean isNew) {
        var audience = offer.audience();
        return (audience.people().equals("ALL") || audience.people().equals("NEW") == isNew)
                && among(audience.toProvinces(), QUANG_TRI)
                && among(audience.toCommunes(), DONG_HA)
                && among(offer.target().methods(), METHOD)
                && !audience.assisted();
    }

    private static boolean among(Set<String> wanted, String given) {
        return wanted.isEmpty() || wanted.contains(given);
    }

    private static boolean hits(Offer offer, Goods goods) {
        var target = offer.target();
        return ofShop(target, goods)
                && among(target.listings(), goods.listing())
                && (target.categories().isEmpty()
                        || target.categories().stream().anyMatch(goods.categories()::contains))
                && goods.stars() >= target.starsFrom()
                && target.excluded().stream().noneMatch(goods.categories()::contains);
    }

    private static boolean ofShop(Target target, Goods goods) {
        return (target.shop().isEmpty() || target.shop().equals(goods.shop()))
                && among(target.shops(), goods.shop())
                && among(target.provinces(), goods.province());
    }

    private static Reckoned together(List<Offer> offers, Goods goods) {
        long item = most(offers, "ITEM", goods, offer -> item(offer, goods));
        long left = goods.list() - item;
        long shop = most(offers, "SHOP_VOUCHER", goods, offer -> voucher(offer, left));
        long platform = most(offers, "PLATFORM_VOUCHER", goods, offer -> voucher(offer, left - shop));
        long delivery = most(offers, "SHIPPING", goods, offer -> shipping(offer, goods));
        return new Reckoned(left - shop - platform, goods.delivery() - delivery);
    }

    private interface Worth {
        long of(Offer offer);
    }

    private static long most(List<Offer> offers, String stackingClass, Goods goods, Worth worth) {
        return offers.stream()
                .filter(offer -> offer.stackingClass().equals(stackingClass) && hits(offer, goods))
                .mapToLong(offer -> lasting(offer, goods, worth.of(offer)))
                .max()
                .orElse(0);
    }

    /** Nothing of an offer that has not enough left. */
    private static long lasting(Offer offer, Goods goods, long off) {
        var limits = offer.limits();
        long counted = offer.stackingClass().equals("ITEM") ? pieces(offer, goods) : 1;
        boolean enough = (limits.piecesLeft() == null || limits.piecesLeft() >= counted)
                && (limits.budgetLeft() == null || limits.budgetLeft() >= off);
        return enough ? off : 0;
    }

    private static long pieces(Offer offer, Goods goods) {
        var perLine = offer.limits().perLine();
        return perLine == null ? goods.pieces() : Math.min(perLine, goods.pieces());
    }

    private static long item(Offer offer, Goods goods) {
        long pieces = pieces(offer, goods);
        long off = switch (offer.kind()) {
            case "PERCENT" -> perPiece(goods, goods.unit() * offer.value() / 10_000) * pieces;
            case "AMOUNT" -> perPiece(goods, offer.value()) * pieces;
            case "FIXED_PRICE" -> perPiece(goods, Math.max(0, goods.unit() - offer.value())) * pieces;
            case "BUY_X_GET_Y" -> {
                int bundle = offer.buy() + offer.get();
                long free = (long) goods.pieces() / bundle * offer.get()
                        + Math.max(0, goods.pieces() % bundle - offer.buy());
                yield Math.min(pieces, free) * goods.unit();
            }
            default -> 0;
        };
        return capped(offer, off);
    }

    private static long perPiece(Goods goods, long off) {
        return Math.min(off, Math.max(0, goods.unit() - LEAST));
    }

    private static long voucher(Offer offer, long base) {
        long off = offer.kind().equals("PERCENT") ? base * offer.value() / 10_000 : Math.min(base, offer.value());
        return Math.min(Math.max(0, base - LEAST), capped(offer, off));
    }

    private static long shipping(Offer offer, Goods goods) {
        if (!among(offer.target().carriers(), "vnpost")) {
            return 0;
        }
        return capped(
                offer,
                offer.kind().equals("FREE_SHIPPING") ? goods.delivery() : Math.min(goods.delivery(), offer.value()));
    }

    private static long capped(Offer offer, long off) {
        return offer.cap() == null ? off : Math.min(off, offer.cap());
    }

    // Reading the two forms.

    private List<Offer> fromJson() {
        var offers = new ArrayList<Offer>();
        String after = "";
        do {
            var page = get("/api/v1/offers?limit=24" + (after.isEmpty() ? "" : "&after=" + after));
            assertThat(text(page, "/schema")).isEqualTo("ocop-offers/1");
            page.path("items").forEach(item -> offers.add(offer(item)));
            after = text(page, "/next");
        } while (!after.isEmpty());
        return offers;
    }

    private static Offer offer(JsonNode item) {
        return new Offer(
                text(item, "/id"),
                text(item, "/kind"),
                text(item, "/stackingClass"),
                item.path("exclusive").asBoolean(),
                number(item, "/worth/value"),
                (int) number(item, "/worth/buyPieces"),
                (int) number(item, "/worth/getPieces"),
                number(item, "/worth/minSpend"),
                maybe(item, "/worth/cap"),
                new Target(
                        text(item, "/target/shop"),
                        set(item, "/target/listings"),
                        set(item, "/target/gifts"),
                        set(item, "/target/categories"),
                        set(item, "/target/excludedCategories"),
                        set(item, "/target/shops"),
                        set(item, "/target/provinces"),
                        (int) number(item, "/target/starsFrom"),
                        set(item, "/target/carriers"),
                        set(item, "/target/paymentMethods")),
                new Audience(
                        text(item, "/audience/people"),
                        set(item, "/audience/toProvinces"),
                        set(item, "/audience/toCommunes"),
                        item.at("/audience/firstWithPaymentMethod").asBoolean(),
                        item.at("/audience/assistedByTeam").asBoolean()),
                new Window(
                        Instant.parse(text(item, "/window/startsAt")),
                        Instant.parse(text(item, "/window/endsAt")),
                        item.at("/window/peakOnly").asBoolean(),
                        moment(text(item, "/window/peakFrom")),
                        moment(text(item, "/window/peakTo")),
                        text(item, "/window/dailyFrom"),
                        text(item, "/window/dailyTo")),
                new Limits(
                        maybe(item, "/limits/perPerson"),
                        maybe(item, "/limits/perLine"),
                        maybe(item, "/limits/piecesLeft"),
                        maybe(item, "/limits/budgetLeft")),
                item.path("voucher").isString() ? text(item, "/voucher") : null,
                (int) number(item, "/priority"),
                isOffered(text(item, "/standing")));
    }

    private static boolean isOffered(String standing) {
        return !standing.equals("PAUSED") && !standing.equals("ENDED");
    }

    private List<Offer> fromCsv() {
        var rows = table(raw("GET", "/api/v1/offers.csv", "", null).body());
        var names = rows.getFirst();
        return rows.stream().skip(1).map(row -> offer(new Row(names, row))).toList();
    }

    private record Row(List<String> names, List<String> cells) {

        String text(String name) {
            return cells.get(names.indexOf(name));
        }

        Set<String> set(String name) {
            var text = text(name);
            return text.isEmpty() ? Set.of() : new TreeSet<>(List.of(text.split(" ")));
        }

        long number(String name) {
            return Long.parseLong(text(name));
        }

        @Nullable Long maybe(String name) {
            return text(name).isEmpty() ? null : Long.valueOf(text(name));
        }

        boolean flag(String name) {
            return text(name).equals("true");
        }
    }

    private static Offer offer(Row row) {
        return new Offer(
                row.text("id"),
                row.text("kind"),
                row.text("stacking_class"),
                row.flag("exclusive"),
                row.number("value"),
                (int) row.number("buy_pieces"),
                (int) row.number("get_pieces"),
                row.number("min_spend"),
                row.maybe("cap"),
                new Target(
                        row.text("shop"),
                        row.set("listings"),
                        row.set("gifts"),
                        row.set("categories"),
                        row.set("excluded_categories"),
                        row.set("shops"),
                        row.set("provinces"),
                        (int) row.number("stars_from"),
                        row.set("carriers"),
                        row.set("payment_methods")),
                new Audience(
                        row.text("audience"),
                        row.set("to_provinces"),
                        row.set("to_communes"),
                        row.flag("first_with_payment_method"),
                        row.flag("assisted_by_team")),
                new Window(
                        Instant.parse(row.text("starts_at")),
                        Instant.parse(row.text("ends_at")),
                        row.flag("peak_only"),
                        moment(row.text("peak_from")),
                        moment(row.text("peak_to")),
                        row.text("daily_from"),
                        row.text("daily_to")),
                new Limits(
                        row.maybe("per_person"),
                        row.maybe("per_line"),
                        row.maybe("pieces_left"),
                        row.maybe("budget_left")),
                row.text("voucher").isEmpty() ? null : row.text("voucher"),
                (int) row.number("priority"),
                isOffered(row.text("standing")));
    }

    private static @Nullable Instant moment(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    /** RFC 4180. */
    private static List<List<String>> table(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    private JsonNode get(String path) {
        return send("GET", path, "", null);
    }

    private JsonNode send(String method, String path, String token, @Nullable Object body) {
        var answer = raw(method, path, token, body);
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    /** What is published is read where the public reads it, at the site; the rest at the API. */
    private HttpResponse<String> raw(String method, String path, String token, @Nullable Object body) {
        var origin = path.startsWith("/api/v1/offers") ? stack.site() : stack.api();
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
    }

    private static long number(JsonNode node, String pointer) {
        return node.at(pointer).asLong(0);
    }

    private static @Nullable Long maybe(JsonNode node, String pointer) {
        var value = node.at(pointer);
        return value.isNumber() ? value.asLong() : null;
    }

    private static Set<String> set(JsonNode node, String pointer) {
        var values = new TreeSet<String>();
        node.at(pointer).forEach(value -> values.add(value.asString()));
        return values;
    }
}
