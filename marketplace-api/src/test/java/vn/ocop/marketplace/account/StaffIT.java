package vn.ocop.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;

/** People come to work at a shop by invitation, are given less or more, and go. */
class StaffIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    Staff staff;
    String shop;
    String workplace;
    ApiClient owner;

    @BeforeEach
    void shop() {
        staff = new Staff(database);
        shop = new Shelf(database).shop().toString();
        workplace = "/api/v1/workplaces/SHOP/" + shop;
        owner = staff.worksFor("SHOP", shop);
    }

    private static Map<String, Object> grant(boolean owns, String... permissions) {
        return Map.of("owner", owns, "permissions", List.of(permissions));
    }

    private static String id(ApiClient person) {
        return person.get("/api/v1/me").text("/id");
    }

    private ApiClient.Answer invite(ApiClient by, boolean owns, String... permissions) {
        return by.post(workplace + "/invitations", grant(owns, permissions));
    }

    private static ApiClient.Answer accept(ApiClient by, ApiClient.Answer invitation) {
        return by.post("/api/v1/invitation-acceptances", Map.of("token", invitation.text("/token")));
    }

    @Test
    void comesByInvitationAndMayDoWhatItSays() {
        var invitation = invite(owner, false, "SHOP_ORDERS");
        var newcomer = staff.member();
        var shown = ApiClient.stranger().post("/api/v1/invitation-lookups", Map.of("token", invitation.text("/token")));
        assertThat(shown.text("/permissions/0")).isEqualTo("SHOP_ORDERS");
        assertThat(shown.text("/workplace")).isNotBlank();

        assertThat(accept(newcomer, invitation).status()).isEqualTo(201);

        assertThat(newcomer.get("/api/v1/shops/" + shop + "/orders").status()).isEqualTo(200);
        assertThat(newcomer.get(workplace + "/staff").status()).isEqualTo(404);
        assertThat(owner.get(workplace + "/staff").body().path("items")).hasSize(2);
        assertThat(owner.get(workplace + "/audit").text("/items/0/action")).isEqualTo("account.invitation-accepted");
    }

    @Test
    void aLinkWorksOnceAlsoForManyAtOnce() {
        var invitation = invite(owner, false, "SHOP_ORDERS");
        var people = IntStream.range(0, 4).mapToObj(n -> staff.member()).toList();

        var statuses = people.parallelStream()
                .map(person -> accept(person, invitation).status())
                .toList();

        assertThat(statuses).containsOnlyOnce(201).contains(404);
    }

    @Test
    void aLinkTakenBackOrRunOutIsGone() {
        var invitation = invite(owner, false, "SHOP_ORDERS");
        assertThat(owner.delete(workplace + "/invitations/" + invitation.text("/id"))
                        .status())
                .isEqualTo(204);

        assertThat(accept(staff.member(), invitation).code()).isEqualTo("account.invitation-not-found");
        assertThat(owner.delete(workplace + "/invitations/" + invitation.text("/id"))
                        .status())
                .isEqualTo(204);
        assertThat(accept(ApiClient.guest(), invitation).code()).isEqualTo("account.members-only");
    }

    @Test
    void nobodyHandsOutMoreThanTheyHave() {
        var helper = staff.worksFor("SHOP", shop, false, "SHOP_STAFF", "SHOP_ORDERS");

        assertThat(invite(helper, false, "SHOP_ORDERS").status()).isEqualTo(201);
        assertThat(invite(helper, false, "SHOP_MONEY").code()).isEqualTo("account.more-than-ones-own");
        assertThat(invite(helper, true).code()).isEqualTo("account.more-than-ones-own");
        assertThat(invite(helper, false, "PLATFORM_SUPPORT").code()).isEqualTo("account.more-than-ones-own");
        assertThat(helper.put(workplace + "/staff/" + id(helper), grant(true)).code())
                .isEqualTo("account.more-than-ones-own");
        assertThat(helper.delete(workplace + "/staff/" + id(owner)).code()).isEqualTo("account.more-than-ones-own");
    }

    @Test
    void anOwnerStays() {
        assertThat(owner.delete(workplace + "/staff/" + id(owner)).code()).isEqualTo("account.last-owner");
        assertThat(owner.put(workplace + "/staff/" + id(owner), grant(false, "SHOP_ORDERS"))
                        .code())
                .isEqualTo("account.last-owner");
    }

    @Test
    void ofTwoOwnersThatLeaveAtOnceOneStays() {
        var other = staff.worksFor("SHOP", shop);
        var ids = Map.of(owner, id(owner), other, id(other));

        var statuses = List.of(owner, other).parallelStream()
                .map(who -> who.delete(workplace + "/staff/" + ids.get(who)).status())
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
    }

    @Test
    void whoIsRemovedIsOutAtOnce() {
        var helper = staff.worksFor("SHOP", shop, false, "SHOP_ORDERS");
        assertThat(helper.get("/api/v1/shops/" + shop + "/orders").status()).isEqualTo(200);

        assertThat(owner.delete(workplace + "/staff/" + id(helper)).status()).isEqualTo(204);

        assertThat(helper.get("/api/v1/shops/" + shop + "/orders").status()).isEqualTo(404);
    }

    @Test
    void oneMayLeave() {
        var helper = staff.worksFor("SHOP", shop, false, "SHOP_ORDERS");

        assertThat(helper.delete(workplace + "/staff/" + id(helper)).status()).isEqualTo(204);
    }

    @Test
    void supportWorksOnBehalfAndTheLogSaysSo() {
        var support = staff.worksFor("PLATFORM", "*");

        assertThat(invite(support, true).status()).isEqualTo(201);

        var entry = owner.get(workplace + "/audit").body().path("items").path(0);
        assertThat(entry.path("action").asString()).isEqualTo("account.invitation-made");
        assertThat(entry.path("onBehalf").asBoolean()).isTrue();
    }

    @Test
    void aWorkplaceThatIsNotThere() {
        var support = staff.worksFor("PLATFORM", "*");

        assertThat(support.get("/api/v1/workplaces/SHOP/nothing/staff").status())
                .isEqualTo(404);
        assertThat(support.get("/api/v1/workplaces/PROVINCE/99/staff").status()).isEqualTo(404);
        assertThat(support.get("/api/v1/workplaces/CASTLE/1/staff").status()).isEqualTo(400);
    }
}
