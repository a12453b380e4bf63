package vn.ocop.marketplace.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import vn.ocop.marketplace.packaged.Http;
import vn.ocop.marketplace.packaged.PackagedStack;

/** People who work at the shops and post offices a test buys from, and two who keep the platform's money. */
record Staff(PackagedStack stack, String tokens) {

    private static final String PASSWORD = "dacsan2026";
    private static final String SELLER = "0900000002";
    private static final String CLERK = "0900000004";
    private static final String MAKER = "0900000001";
    private static final String CHECKER = "0900000003";

    /** Binds demo people to every shop of the things and to every post office, and signs them in. */
    static Staff everywhere(PackagedStack stack, List<UUID> variants) {
        var shops = """
                select m.person, 'SHOP', s.scope
                  from (select id as person from account.people where phone = '+84900000002') m,
                       (select distinct l.shop_id::text as scope
                          from listing.variants v join listing.listings l on l.id = v.listing_id
                         where v.id = any(?)) s
                """;
        var offices = """
                select m.person, 'POST_OFFICE', o.code
                  from (select id as person from account.people where phone = '+84900000004') m, shipment.post_offices o
                """;
        var keepers = """
                select id, 'PLATFORM', '*' from account.people where phone in ('+84900000001', '+84900000003')
                """;
        bind(stack, shops, (Object) SharedStack.array(variants));
        bind(stack, offices);
        bind(stack, keepers);
        return new Staff(
                stack,
                String.join(
                        " ",
                        signIn(stack, SELLER),
                        signIn(stack, CLERK),
                        signIn(stack, MAKER),
                        signIn(stack, CHECKER)));
    }

    private static void bind(PackagedStack stack, String whom, Object... parameters) {
        stack.sql()
                .change(
                        "insert into account.memberships (person_id, kind, scope, owner, created_at)"
                                + " select person, kind, scope, true, now() from (" + whom
                                + ") as w (person, kind, scope)"
                                + " on conflict do nothing",
                        parameters);
    }

    private static String signIn(PackagedStack stack, String login) {
        var token = Shopper.persistent(
                        () -> stack.api().post("/api/v1/sessions", Map.of("login", login, "password", PASSWORD)), 201)
                .at("/token");
        // Officers and administrators need a second factor; the token has not been used before.
        stack.sql()
                .change(
                        "update account.sessions set second_factor_at = created_at where person_id ="
                                + " (select id from account.people where phone = ?)",
                        "+84" + login.substring(1));
        return token;
    }

    private Http as(int person) {
        return stack.api().as(tokens.split(" ")[person]);
    }

    Http seller() {
        return as(0);
    }

    Http clerk() {
        return as(1);
    }

    Http admin() {
        return as(2);
    }

    Http checker() {
        return as(3);
    }

    void sellerDoes(String purchase, String what, Map<String, Object> body, int wanted) {
        var key = UUID.randomUUID().toString();
        Shopper.persistent(() -> seller().post("/api/v1/orders/" + purchase + "-1/" + what, body, key), wanted);
    }

    void answers(String id, Map<String, Object> move) {
        var key = UUID.randomUUID().toString();
        Shopper.persistent(() -> seller().post("/api/v1/returns/" + id + "/moves", move, key), 200);
    }

    /** From the queue to the door; saying a step again after an outage changes nothing. */
    void postDelivers(String purchase) {
        var parcel = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> stack.sql()
                                .texts("select id from shipment.parcels where order_code = ?", purchase + "-1"),
                        found -> !found.isEmpty())
                .getFirst();
        step(parcel, "acceptance", "ACCEPTED");
        step(parcel, "delivery", "DELIVERED");
    }

    private void step(String parcel, String step, String status) {
        Awaitility.await(step).atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> {
            clerk().post("/api/v1/parcels/" + parcel + "/" + step, Map.of());
            return List.of("ACCEPTED", "DELIVERED")
                            .indexOf(stack.sql()
                                    .texts("select status from shipment.parcels where id = ?", UUID.fromString(parcel))
                                    .getFirst())
                    >= List.of("ACCEPTED", "DELIVERED").indexOf(status);
        });
    }

    /** Every shop that has sold something gets an account, from somebody who works there. */
    static void nameAccounts(PackagedStack stack) {
        bind(stack, """
                select m.person, 'SHOP', s.scope
                  from (select id as person from account.people where phone = '+84900000002') m,
                       (select distinct shop_id::text as scope from payment.parts where status = 'SOLD') s
                """);
        var seller = stack.api().as(signIn(stack, SELLER));
        for (var shop : stack.sql().texts("select distinct shop_id from payment.parts where status = 'SOLD'")) {
            Shopper.persistent(
                    () -> seller.put(
                            "/api/v1/shops/" + shop + "/payout-account",
                            Map.of("bin", "970436", "number", "0011002233", "holder", "NGUOI BAN")),
                    200);
        }
    }
}
