package vn.ocop.marketplace.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.ocop.marketplace.ApiClient;
import vn.ocop.marketplace.Buyer;
import vn.ocop.marketplace.LocalApi;
import vn.ocop.marketplace.Staff;
import vn.ocop.marketplace.listing.Shelf;

/** A province founds a team, its head invites members, and what they bring about is counted. */
class TeamIT implements LocalApi {

    @Autowired
    DatabaseClient database;

    @Autowired
    Assistance assistance;

    Staff staff;
    ApiClient officer;

    @BeforeEach
    void people() {
        staff = new Staff(database);
        staff.openKheSanhOffice();
        officer = staff.worksFor("PROVINCE", "44");
    }

    private ApiClient.Answer founded() {
        var founded = officer.post(
                "/api/v1/province-desks/44/teams",
                Map.of("name", "Tổ thôn Tân Hợp", "communeCode", "19429", "hamlet", "Tân Hợp"));
        assertThat(founded.status()).as(founded.body().toString()).isEqualTo(201);
        return founded;
    }

    @Test
    void aHeadIsInvitedAndInvitesOthers() {
        var team = founded().text("/id");
        var token = officer.post("/api/v1/province-desks/44/teams/" + team + "/heads", Map.of())
                .text("/token");
        var head = staff.member();
        assertThat(head.post("/api/v1/invitation-acceptances", Map.of("token", token))
                        .status())
                .isLessThan(300);
        assertThat(head.get("/api/v1/me").text("/memberships/0/name")).isEqualTo("Tổ thôn Tân Hợp");

        var invited = head.post(
                "/api/v1/workplaces/COMMUNITY_TEAM/" + team + "/invitations",
                Map.of("owner", false, "permissions", java.util.List.of("TEAM_ONBOARDING")));
        var member = staff.member();
        member.post("/api/v1/invitation-acceptances", Map.of("token", invited.text("/token")));
        assertThat(member.get("/api/v1/teams/" + team).status()).isEqualTo(200);
        assertThat(member.get("/api/v1/workplaces/COMMUNITY_TEAM/" + team + "/staff")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyACommuneOfTheProvince() {
        assertThat(officer.post("/api/v1/province-desks/44/teams", Map.of("name", "Tổ ở xa", "communeCode", "00004"))
                        .text("/errors/0/field"))
                .isEqualTo("communeCode");
    }

    /** Of two buyers only the orders are told, of three the sums too; what was called off is not. */
    @Test
    void aTeamSeesInSumsWhatItsPeopleBought() {
        var team = founded();
        var shelf = new Shelf(database);
        var variant = shelf.offer(shelf.shop(), 20).variants().getFirst();
        var member = staff.worksFor("COMMUNITY_TEAM", team.text("/id"));
        var purchases = "/api/v1/teams/" + team.text("/id") + "/purchases";
        assertThat(member.get(purchases).body().path("items")).isEmpty();
        for (int i = 0; i < 2; i++) {
            buysAsOneOf(team.text("/code"), variant);
        }
        assertThat(member.get(purchases).body().at("/items/0/orders").asLong()).isEqualTo(2);
        assertThat(member.get(purchases).text("/items/0/goods")).isEmpty();

        buysAsOneOf(team.text("/code"), variant);
        var called = buysAsOneOf(team.text("/code"), variant);
        called.api().post("/api/v1/orders/" + called.order() + "/cancellation", Map.of("reason", "Đổi ý"));

        var month = member.get(purchases);
        assertThat(month.body().at("/items/0/orders").asLong()).isEqualTo(3);
        assertThat(month.body().at("/items/0/buyers").asLong()).isEqualTo(3);
        assertThat(month.body().at("/items/0/goods").asLong()).isEqualTo(285_000);
        assertThat(staff.member().get(purchases).status()).isEqualTo(404);
    }

    private record Bought(ApiClient api, String order) {}

    private Bought buysAsOneOf(String code, UUID variant) {
        var person = staff.member();
        person.put("/api/v1/me/team", Map.of("code", code, "occasion", "CHECKOUT"));
        var order = new Buyer(person).buy(variant, 1, "CASH_ON_DELIVERY");
        assertThat(order.status()).isEqualTo(201);
        return new Bought(person, order.text("/orders/0/code"));
    }

    @Test
    void thePersonIsBroughtByTheTeamNamedFirst() {
        var team = founded();
        var other = founded();
        var guest = ApiClient.guest();
        var naming =
                Map.of("code", " " + team.text("/code").toLowerCase(java.util.Locale.ROOT), "occasion", "CHECKOUT");
        assertThat(guest.put("/api/v1/me/team", naming).text("/name")).isEqualTo("Tổ thôn Tân Hợp");
        assertThat(guest.put("/api/v1/me/team", naming).status()).isEqualTo(200);
        assertThat(guest.put("/api/v1/me/team", Map.of("code", other.text("/code"), "occasion", "SIGN_UP"))
                        .code())
                .isEqualTo("community.named-another");
        assertThat(guest.put("/api/v1/me/team", Map.of("code", "222222", "occasion", "SIGN_UP"))
                        .code())
                .isEqualTo("community.unknown-code");
        var id = UUID.fromString(guest.get("/api/v1/me").text("/id"));
        assertThat(assistance.teamOf(id).block()).hasToString(team.text("/id"));

        var member = staff.worksFor("COMMUNITY_TEAM", team.text("/id"));
        assertThat(member.put("/api/v1/me/team", naming).code()).isEqualTo("community.own-team");
        assertThat(member.get("/api/v1/teams/" + team.text("/id"))
                        .body()
                        .path("buyers")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aClosedTeamCannotBeNamed() {
        var team = founded();
        officer.post("/api/v1/province-desks/44/teams/" + team.text("/id") + "/closing", Map.of());
        assertThat(ApiClient.stranger()
                        .get("/api/v1/team-codes/" + team.text("/code"))
                        .code())
                .isEqualTo("community.unknown-code");
        assertThat(officer.post("/api/v1/province-desks/44/teams/" + team.text("/id") + "/heads", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theLadderIsCountedFromWhatHappened() {
        var team = founded();
        var shelf = new Shelf(database);
        var offer = shelf.offer(shelf.shop(), 5);
        var shop = offer.shop().toString();
        var seller = staff.worksFor("SHOP", shop);
        seller.put("/api/v1/me/team", Map.of("code", team.text("/code"), "occasion", "SIGN_UP"));
        var member = staff.worksFor("COMMUNITY_TEAM", team.text("/id"));
        var path = "/api/v1/teams/" + team.text("/id");
        assertThat(member.get(path).text("/households/0/rung")).isEqualTo("FIRST_PRODUCT");

        var group = Buyer.guest()
                .buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY")
                .text("/code");
        assertThat(member.get(path).text("/households/0/rung")).isEqualTo("FIRST_PRODUCT");
        seller.post("/api/v1/orders/" + group + "-1/confirmation", Map.of());

        var ladder = member.get(path);
        assertThat(ladder.text("/households/0/rung")).isEqualTo("FIRST_ORDER");
        assertThat(ladder.text("/households/0/shopName")).isNotEmpty();
        assertThat(ladder.body().path("reached").toString())
                .isEqualTo("{\"ACCOUNT\":1,\"SHOP\":1,\"FIRST_PRODUCT\":1,\"FIRST_ORDER\":1,\"FIRST_PAYOUT\":0}");
        var listed = officer.get("/api/v1/province-desks/44/teams").body().path("items");
        assertThat(listed.valueStream()
                        .filter(told -> told.at("/team/id").asString().equals(team.text("/id")))
                        .map(told -> told.at("/reached/FIRST_ORDER").asInt())
                        .toList())
                .containsExactly(1);
    }
}
