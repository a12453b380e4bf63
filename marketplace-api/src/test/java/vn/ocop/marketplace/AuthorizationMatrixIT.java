package vn.ocop.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.ocop.marketplace.account.Permission.PLATFORM_AUDIT;
import static vn.ocop.marketplace.account.Permission.PLATFORM_CAMPAIGNS;
import static vn.ocop.marketplace.account.Permission.PLATFORM_CARRIERS;
import static vn.ocop.marketplace.account.Permission.PLATFORM_CATEGORIES;
import static vn.ocop.marketplace.account.Permission.PLATFORM_FLOORS;
import static vn.ocop.marketplace.account.Permission.PLATFORM_MONEY;
import static vn.ocop.marketplace.account.Permission.PLATFORM_PEOPLE;
import static vn.ocop.marketplace.account.Permission.POST_DELIVERY;
import static vn.ocop.marketplace.account.Permission.POST_MONEY;
import static vn.ocop.marketplace.account.Permission.POST_ONBOARDING;
import static vn.ocop.marketplace.account.Permission.POST_PARCELS;
import static vn.ocop.marketplace.account.Permission.POST_SUPERVISION;
import static vn.ocop.marketplace.account.Permission.PROVINCE_AUDIT;
import static vn.ocop.marketplace.account.Permission.PROVINCE_CAMPAIGNS;
import static vn.ocop.marketplace.account.Permission.PROVINCE_CERTIFICATES;
import static vn.ocop.marketplace.account.Permission.PROVINCE_COMPLAINTS;
import static vn.ocop.marketplace.account.Permission.PROVINCE_LISTINGS;
import static vn.ocop.marketplace.account.Permission.PROVINCE_SHOPS;
import static vn.ocop.marketplace.account.Permission.PROVINCE_STAFF;
import static vn.ocop.marketplace.account.Permission.SHOP_LISTINGS;
import static vn.ocop.marketplace.account.Permission.SHOP_MONEY;
import static vn.ocop.marketplace.account.Permission.SHOP_ORDERS;
import static vn.ocop.marketplace.account.Permission.SHOP_PROFILE;
import static vn.ocop.marketplace.account.Permission.SHOP_STAFF;
import static vn.ocop.marketplace.account.Permission.TEAM_ONBOARDING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Permission;
import vn.ocop.marketplace.listing.Shelf;
import vn.ocop.marketplace.media.PictureFiles;
import vn.ocop.marketplace.platform.BusinessTime;

/**
 * Who gets what at every endpoint. A new endpoint without a row fails; from each row the calls of every role are
 * generated. An endpoint that asks for a permission is called by those who have just that one, by those who have every
 * other one at the same place, by the owners of other places of every kind, and for things that nobody owns.
 */
class AuthorizationMatrixIT implements LocalApi {

    private static final String NOBODYS = "0198c0de-0000-7000-8000-000000000000";
    private static final String PROVINCE = "44";
    private static final String OTHER_PROVINCE = "01";
    private static final String OTHER_OFFICE = "19333";

    /**
     * What there is to be called with: a shop with a listing and a certificate, a guest's orders paid in cash, by
     * transfer and at a counter, a parcel, an office, a province.
     */
    record World(
            String shop,
            String listing,
            String variant,
            String certificate,
            String group,
            String transferred,
            String counted,
            String parcel,
            String office,
            String province,
            String team,
            Staff staff) {

        String order() {
            return group + "-1";
        }

        /** A path at the post office. */
        String inOffice(String id) {
            return "POST_OFFICE/" + office + "/" + id;
        }

        /** A path in the shop. */
        String inShop(String id) {
            return shop + "/" + id;
        }
    }

    private static final String CLAIM = """
            {"productName": "Cà phê", "number": "1", "stars": 4, "decisionNo": "1", "decisionDate": "2026-01-05",
             "issuer": "UBND tỉnh", "level": "PROVINCE"}""";

    private static final String SCANS = """
            {"scans": [{"id": "0198c0de-0000-7000-8000-000000000001", "number": "HA000000005VN", "step": "FAILED",
                        "reason": "REFUSED", "at": "2026-11-22T08:00:00Z"}]}""";

    /** Who may call an endpoint. */
    sealed interface Rule {

        /** Anyone. */
        record Open() implements Rule {}

        /** Anyone with a session, for what is their own anyway. */
        record SignedIn() implements Rule {}

        /** Members, not guests. */
        record Members() implements Rule {}

        /** The buyer alone. */
        record Buyer(Function<World, String> object, String body) implements Rule {}

        /** Those with a permission at the place of the object; for everyone else it is not there. */
        record At(
                Permission permission,
                Function<World, String> place,
                Function<World, String> path,
                Function<World, String> body,
                @Nullable Permission ofProvince)
                implements Rule {

            At(Permission permission, Function<World, String> place, Function<World, String> path, String body) {
                this(permission, place, path, world -> body, null);
            }

            At(
                    Permission permission,
                    Function<World, String> place,
                    Function<World, String> path,
                    Function<World, String> body) {
                this(permission, place, path, body, null);
            }

            /** Open also to officers with this permission in the province of the place. */
            At orIn(Permission province) {
                return new At(permission, place, path, body, province);
            }
        }

        /** The same for what the world does not hold: only that everyone else is refused is seen. */
        record Elsewhere(Permission permission, String id, String body) implements Rule {}
    }

    private static final String QUESTION =
            """
            {"householdName": "Hồ Thị Mai", "phone": "0987654321", "permissions": ["SHOP_LISTINGS"],
             "validTo": "%s"}""".formatted(LocalDate.now(BusinessTime.ZONE).plusDays(30));

    private static final String SHOPS = "Số điện thoại,Tên gian hàng\n0912345678,Hộ bà Mai\n";

    static final Map<String, Rule> MATRIX = matrix();

    private static Map<String, Rule> matrix() {
        var rows = new LinkedHashMap<String, Rule>();
        for (var open : new String[] {
            "GET /api/v1/provinces",
            "GET /api/v1/provinces/{code}/communes",
            "GET /api/v1/provinces/{slug}",
            "GET /api/v1/floors",
            "GET /api/v1/communes",
            "GET /api/v1/communes/{code}",
            "GET /api/v1/categories",
            "GET /api/v1/certificates/{id}",
            "GET /api/v1/listings",
            "GET /api/v1/listings/{idOrSlug}",
            "GET /api/v1/listings/{id}/related",
            "GET /api/v1/listings/{listingId}/offers",
            "GET /api/v1/programmes",
            "GET /api/v1/programmes/{code}",
            "GET /api/v1/offers",
            "GET /api/v1/offers/{code}",
            "GET /api/v1/offers.csv",
            "GET /api/v1/offers.atom",
            "GET /api/v1/suggestions",
            "GET /api/v1/shops",
            "GET /api/v1/shops/{idOrSlug}",
            "POST /api/v1/webhooks/carriers/{accountId}",
            "GET /api/v1/carrier-api/parcels",
            "GET /api/v1/carrier-api/parcels/{number}",
            "GET /api/v1/carrier-api/parcels/{number}/label",
            "POST /api/v1/carrier-api/events",
            "GET /api/v1/tracking/{number}",
            "GET /api/v1/documents",
            "GET /api/v1/identity-provider",
            "GET /media/{file}",
            "POST /api/v1/guests",
            "POST /api/v1/codes",
            "POST /api/v1/accounts",
            "POST /api/v1/sessions",
            "POST /api/v1/identity-sign-ins",
            "POST /api/v1/identity-sign-ins/completions",
            "POST /api/v1/invitation-lookups",
            "POST /api/v1/order-lookups",
            "POST /api/v1/second-factors",
            "POST /api/v1/webhooks/stripe",
            "POST /api/v1/webhooks/bank"
        }) {
            rows.put(open, new Rule.Open());
        }
        for (var own : new String[] {
            "GET /api/v1/me",
            "GET /api/v1/me/authenticator",
            "GET /api/v1/me/consents",
            "GET /api/v1/me/export",
            "GET /api/v1/me/sessions",
            "GET /api/v1/me/views",
            "PUT /api/v1/me/views",
            "DELETE /api/v1/me/views/{id}",
            "DELETE /api/v1/me/sessions",
            "DELETE /api/v1/me/sessions/{id}",
            "DELETE /api/v1/sessions/current",
            "GET /api/v1/cart",
            "POST /api/v1/cart/lines",
            "PUT /api/v1/cart/lines/{variantId}",
            "DELETE /api/v1/cart/lines/{variantId}",
            "GET /api/v1/me/offers",
            "PUT /api/v1/me/vouchers/{voucher}",
            "DELETE /api/v1/me/vouchers/{offerId}",
            "POST /api/v1/quotes",
            "POST /api/v1/order-groups",
            "GET /api/v1/order-groups",
            "POST /api/v1/pictures"
        }) {
            rows.put(own, new Rule.SignedIn());
        }
        for (var members : new String[] {
            "PATCH /api/v1/me",
            "POST /api/v1/me/authenticator",
            "PUT /api/v1/me/authenticator",
            "POST /api/v1/me/authenticator/removal",
            "POST /api/v1/me/consents",
            "POST /api/v1/me/contacts",
            "POST /api/v1/me/erasure",
            "PUT /api/v1/me/password",
            "POST /api/v1/invitation-acceptances",
            "POST /api/v1/shops"
        }) {
            rows.put(members, new Rule.Members());
        }
        rows.put("GET /api/v1/order-groups/{code}", new Rule.Buyer(World::group, ""));
        rows.put("POST /api/v1/order-groups/{code}/payment-sessions", new Rule.Buyer(World::group, "{}"));
        rows.put("GET /api/v1/order-groups/{code}/transfer-instructions", new Rule.Buyer(World::transferred, ""));
        rows.put(
                "PUT /api/v1/order-groups/{code}/refund-account",
                new Rule.Buyer(
                        World::transferred,
                        "{\"bin\":\"970436\",\"account\":\"0123456789\",\"holder\":\"TRAN THI MAI\"}"));
        rows.put("GET /api/v1/order-groups/{code}/refund-account", new Rule.Buyer(World::transferred, ""));
        rows.put("GET /api/v1/order-groups/{code}/direct-refunds", new Rule.Buyer(World::group, ""));
        rows.put("GET /api/v1/order-groups/{code}/returns", new Rule.Buyer(World::group, ""));
        rows.put(
                "POST /api/v1/orders/{code}/returns",
                new Rule.Buyer(World::order, "{\"kind\":\"PROBLEM\",\"reason\":\"DAMAGED\",\"words\":\"x\"}"));
        rows.put("POST /api/v1/orders/{code}/receipt", new Rule.Buyer(World::order, "{}"));
        rows.put(
                "PUT /api/v1/order-groups/{code}/refund-account",
                new Rule.Buyer(
                        World::transferred,
                        "{\"bin\":\"970436\",\"account\":\"0123456789\",\"holder\":\"TRAN THI MAI\"}"));
        rows.put("GET /api/v1/order-groups/{code}/refund-account", new Rule.Buyer(World::transferred, ""));
        rows.put("POST /api/v1/orders/{code}/cancellation", new Rule.Buyer(World::order, "{}"));

        rows.put("POST /api/v1/orders/{code}/confirmation", new Rule.At(SHOP_ORDERS, World::shop, World::order, "{}"));
        rows.put(
                "POST /api/v1/orders/{code}/refusal",
                new Rule.At(SHOP_ORDERS, World::shop, World::order, "{\"reason\":\"hết hàng\"}"));
        rows.put(
                "POST /api/v1/orders/{code}/refunds",
                new Rule.At(SHOP_MONEY, World::shop, World::order, "{\"reason\":\"hết hàng\"}"));
        rows.put(
                "POST /api/v1/orders/{code}/refunds",
                new Rule.At(SHOP_MONEY, World::shop, World::order, "{\"reason\":\"hết hàng\"}"));
        rows.put("GET /api/v1/shops/{shopId}/returns", new Rule.At(SHOP_ORDERS, World::shop, World::shop, ""));
        rows.put(
                "GET /api/v1/province-desks/{code}/returns",
                new Rule.At(PROVINCE_COMPLAINTS, World::province, World::province, ""));
        rows.put("POST /api/v1/returns/{id}/moves", new Rule.Elsewhere(SHOP_ORDERS, NOBODYS, "{\"move\":\"ACCEPT\"}"));
        rows.put("POST /api/v1/returns/{id}/messages", new Rule.Elsewhere(SHOP_ORDERS, NOBODYS, "{\"words\":\"x\"}"));
        rows.put("POST /api/v1/returns/{id}/photos", new Rule.Elsewhere(SHOP_ORDERS, NOBODYS, "{}"));
        rows.put(
                "PUT /api/v1/shops/{shopId}/payout-account",
                new Rule.At(
                        SHOP_MONEY,
                        World::shop,
                        World::shop,
                        "{\"bin\":\"970436\",\"number\":\"00112233\",\"holder\":\"TRAN THI MAI\"}"));
        rows.put(
                "PUT /api/v1/shops/{shopId}/cash-point",
                new Rule.At(
                        SHOP_MONEY,
                        World::shop,
                        World::shop,
                        "{\"office\":\"19429\",\"recipient\":\"Trần Thị Mai\",\"identity\":\"045123456789\"}"));
        rows.put("DELETE /api/v1/shops/{shopId}/cash-point", new Rule.Elsewhere(SHOP_MONEY, NOBODYS, ""));
        rows.put("POST /api/v1/shops/{shopId}/cash-payouts/{id}/secret", new Rule.Elsewhere(SHOP_MONEY, NOBODYS, ""));
        rows.put("GET /api/v1/post-offices/{office}/cash-payouts/{code}", new Rule.Elsewhere(POST_MONEY, NOBODYS, ""));
        rows.put(
                "POST /api/v1/post-offices/{office}/cash-payouts",
                new Rule.Elsewhere(
                        POST_MONEY,
                        NOBODYS,
                        "{\"code\":\"CT1\",\"secret\":\"12345678\",\"identity\":\"045123456789\"}"));
        for (var money : new String[] {
            "GET /api/v1/shops/{shopId}/cash-offices",
            "GET /api/v1/shops/{shopId}/cash-point",
            "GET /api/v1/shops/{shopId}/cash-payouts",
            "GET /api/v1/shops/{shopId}/payout-account",
            "GET /api/v1/shops/{shopId}/money",
            "GET /api/v1/shops/{shopId}/direct-payments",
            "GET /api/v1/shops/{shopId}/fee-invoices",
            "GET /api/v1/shops/{shopId}/taxes",
            "GET /api/v1/shops/{shopId}/tax-certificate.pdf",
            "GET /api/v1/shops/{shopId}/statement.pdf",
            "GET /api/v1/shops/{shopId}/statement.xlsx"
        }) {
            rows.put(money, new Rule.At(SHOP_MONEY, World::shop, World::shop, ""));
        }
        rows.put("GET /api/v1/shops/{shopId}/orders", new Rule.At(SHOP_ORDERS, World::shop, World::shop, ""));
        for (var ofShop :
                new String[] {"GET /api/v1/shops/{shopId}/listings", "GET /api/v1/shops/{shopId}/certificates"}) {
            rows.put(ofShop, new Rule.At(SHOP_LISTINGS, World::shop, World::shop, ""));
        }
        for (var sheet : new String[] {
            "GET /api/v1/shops/{shopId}/sheets/{kind}/template",
            "GET /api/v1/shops/{shopId}/sheets/{kind}",
            "GET /api/v1/shops/{shopId}/sheets/{kind}/imports"
        }) {
            rows.put(sheet, new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop("listings"), ""));
        }
        rows.put(
                "POST /api/v1/shops/{shopId}/sheets/{kind}/imports",
                new Rule.At(
                        SHOP_LISTINGS, World::shop, world -> world.inShop("listings"), "Mã hàng,Tên sản phẩm\nA,B\n"));
        for (var sheet : new String[] {
            "GET /api/v1/shops/{shopId}/imports/{id}",
            "GET /api/v1/shops/{shopId}/imports/{id}/rows",
            "GET /api/v1/shops/{shopId}/imports/{id}/refused-rows"
        }) {
            rows.put(sheet, new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop(sheet(world)), ""));
        }
        for (var step : new String[] {
            "POST /api/v1/shops/{shopId}/imports/{id}/check", "POST /api/v1/shops/{shopId}/imports/{id}/run"
        }) {
            rows.put(step, new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop(sheet(world)), "{}"));
        }
        var workplace = "/api/v1/workplaces/{kind}/{scope}";
        for (var sheets :
                new String[] {"/sheets/{sheetKind}/template", "/sheets/{sheetKind}", "/sheets/{sheetKind}/imports"}) {
            rows.put(
                    "GET " + workplace + sheets,
                    new Rule.At(POST_ONBOARDING, World::office, world -> world.inOffice("shops"), ""));
        }
        rows.put(
                "POST " + workplace + "/sheets/{sheetKind}/imports",
                new Rule.At(POST_ONBOARDING, World::office, world -> world.inOffice("shops"), SHOPS));
        for (var sheets : new String[] {"/imports/{id}", "/imports/{id}/rows", "/imports/{id}/refused-rows"}) {
            rows.put(
                    "GET " + workplace + sheets,
                    new Rule.At(POST_ONBOARDING, World::office, world -> world.inOffice(shopSheet(world)), ""));
        }
        for (var step : new String[] {"/imports/{id}/check", "/imports/{id}/run"}) {
            rows.put(
                    "POST " + workplace + step,
                    new Rule.At(POST_ONBOARDING, World::office, world -> world.inOffice(shopSheet(world)), "{}"));
        }
        rows.put(
                "POST /api/v1/shops/{shopId}/picture-archives",
                new Rule.At(SHOP_LISTINGS, World::shop, World::shop, "no archive"));
        rows.put(
                "GET /api/v1/shops/{shopId}/picture-archives/{id}",
                new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop(archive(world)), ""));
        rows.put(
                "POST /api/v1/shops/{shopId}/draft-submissions",
                new Rule.At(SHOP_LISTINGS, World::shop, World::shop, "{}"));
        rows.put(
                "GET /api/v1/shops/{shopId}/draft-submissions/{id}",
                new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop(submission(world)), ""));
        rows.put(
                "POST /api/v1/shops/{shopId}/named-pictures",
                new Rule.At(
                        SHOP_LISTINGS,
                        World::shop,
                        World::shop,
                        "{\"pictures\": [{\"name\": \"TC.jpg\", \"pictureId\": \"" + NOBODYS + "\"}]}"));
        rows.put("POST /api/v1/shops/{shopId}/listings", new Rule.At(SHOP_LISTINGS, World::shop, World::shop, "{}"));
        rows.put(
                "GET /api/v1/shops/{shopId}/listings/{id}",
                new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop(world.listing()), "")
                        .orIn(PROVINCE_LISTINGS));
        rows.put(
                "POST /api/v1/shops/{shopId}/stock-moves",
                new Rule.At(SHOP_LISTINGS, World::shop, World::shop, AuthorizationMatrixIT::moves));
        rows.put(
                "GET /api/v1/shops/{shopId}/variants/{variantId}/stock-moves",
                new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop(world.variant()), ""));
        rows.put(
                "POST /api/v1/shops/{shopId}/listing-states",
                new Rule.At(
                        SHOP_LISTINGS,
                        World::shop,
                        World::shop,
                        world -> "{\"status\": \"PAUSED\", " + seen(world) + "}"));
        rows.put(
                "PATCH /api/v1/listings/{id}",
                new Rule.At(SHOP_LISTINGS, World::shop, World::listing, "{\"title\":\"Tên khác\"}"));
        rows.put(
                "POST /api/v1/shops/{shopId}/certificates",
                new Rule.At(SHOP_LISTINGS, World::shop, World::shop, CLAIM));
        rows.put(
                "PUT /api/v1/shops/{shopId}/certificates/{id}",
                new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop(world.certificate()), CLAIM));
        rows.put(
                "POST /api/v1/listings/{id}/decisions",
                new Rule.At(PROVINCE_LISTINGS, World::province, World::listing, "{\"verdict\": \"APPROVE\"}"));
        rows.put(
                "POST /api/v1/certificates/{id}/decisions",
                new Rule.At(PROVINCE_CERTIFICATES, World::province, World::certificate, "{\"verdict\": \"VERIFY\"}"));
        rows.put(
                "GET /api/v1/province-desks/{code}/certificates",
                new Rule.At(PROVINCE_CERTIFICATES, World::province, World::province, ""));
        rows.put(
                "GET /api/v1/province-desks/{code}/listings",
                new Rule.At(PROVINCE_LISTINGS, World::province, World::province, ""));
        rows.put(
                "POST /api/v1/province-desks/{code}/listing-decisions",
                new Rule.At(
                        PROVINCE_LISTINGS,
                        World::province,
                        World::province,
                        world -> "{\"verdict\": \"APPROVE\", " + seen(world) + "}"));
        rows.put(
                "GET /api/v1/shops/{shopId}/file",
                new Rule.At(SHOP_PROFILE, World::shop, World::shop, "").orIn(PROVINCE_SHOPS));
        rows.put(
                "PATCH /api/v1/shops/{shopId}/file",
                new Rule.At(SHOP_PROFILE, World::shop, World::shop, "{\"phone\": \"0912345678\"}"));
        rows.put("GET /api/v1/shops/{shopId}/records", new Rule.At(SHOP_STAFF, World::shop, World::shop, ""));
        rows.put("GET /api/v1/provinces/{code}/floor", new Rule.At(PLATFORM_FLOORS, world -> "*", World::province, ""));
        rows.put(
                "PUT /api/v1/provinces/{code}/floor",
                new Rule.At(PLATFORM_FLOORS, world -> "*", World::province, "{\"headline\": \"Đặc sản\"}"));
        rows.put(
                "POST /api/v1/people-searches",
                new Rule.At(PLATFORM_PEOPLE, world -> "*", world -> "*", "{\"q\": \"Người làm\"}"));
        rows.put(
                "POST /api/v1/people/{id}/sign-out",
                new Rule.At(PLATFORM_PEOPLE, world -> "*", AuthorizationMatrixIT::worker, "{\"reason\": \"mất máy\"}"));
        for (var step : new String[] {"lock", "unlock"}) {
            rows.put(
                    "POST /api/v1/people/{id}/" + step,
                    new Rule.At(
                            PLATFORM_PEOPLE,
                            world -> "*",
                            AuthorizationMatrixIT::worker,
                            "{\"reason\": \"lạm dụng\"}"));
        }
        rows.put(
                "PUT /api/v1/categories/{code}/required-attributes",
                new Rule.Elsewhere(
                        PLATFORM_CATEGORIES, "g05", "{\"attributes\": [\"origin\"], \"reference\": \"thử\"}"));
        rows.put(
                "POST /api/v1/shops/{shopId}/closing",
                new Rule.At(SHOP_STAFF, World::shop, World::shop, "{\"reason\": \"nghỉ bán\"}"));
        rows.put(
                "POST /api/v1/shops/{shopId}/suspension/answer",
                new Rule.At(SHOP_STAFF, World::shop, World::shop, "{\"answer\": \"đã khắc phục\"}"));
        rows.put(
                "POST /api/v1/shops/{shopId}/decisions",
                new Rule.At(PROVINCE_SHOPS, World::province, World::shop, "{\"verdict\": \"OPEN\"}"));
        rows.put(
                "POST /api/v1/province-desks/{code}/shop-decisions",
                new Rule.At(
                        PROVINCE_SHOPS,
                        World::province,
                        World::province,
                        world -> "{\"said\": {\"verdict\": \"OPEN\"}, \"shops\": [{\"id\": \"" + world.shop()
                                + "\", \"version\": 1}]}"));
        for (var desk : new String[] {
            "GET /api/v1/province-desks/{code}/shops", "GET /api/v1/province-desks/{code}/authority-requests"
        }) {
            rows.put(desk, new Rule.At(PROVINCE_SHOPS, World::province, World::province, ""));
        }
        rows.put(
                "POST /api/v1/province-desks/{code}/authority-requests",
                new Rule.At(PROVINCE_SHOPS, World::province, World::province, AuthorizationMatrixIT::letter));
        rows.put(
                "POST /api/v1/authority-requests/{id}/answer",
                new Rule.At(
                        PROVINCE_SHOPS,
                        World::province,
                        world -> world.staff()
                                .worksFor("PROVINCE", world.province())
                                .raw("POST", "/api/v1/province-desks/44/authority-requests", letter(world))
                                .text("/id"),
                        "{\"outcome\": \"DECLINED\", \"note\": \"không thuộc sàn\"}"));
        for (var method : new String[] {"POST", "GET"}) {
            rows.put(
                    method + " /api/v1/workplaces/{kind}/{scope}/mandates",
                    new Rule.At(POST_ONBOARDING, World::office, world -> "POST_OFFICE/" + world.office(), QUESTION));
        }
        rows.put("GET /api/v1/shops/{shopId}/mandates", new Rule.At(SHOP_STAFF, World::shop, World::shop, ""));
        rows.put(
                "GET /api/v1/mandates/{id}",
                new Rule.At(POST_ONBOARDING, World::office, AuthorizationMatrixIT::mandate, ""));
        Map.of(
                        "codes", "{\"word\": \"AGREE\"}",
                        "agreement", "{\"codeId\": \"" + NOBODYS + "\", \"code\": \"123456\"}",
                        "approval", "{}",
                        "shop",
                                "{\"name\": \"x\", \"legalKind\": \"HOUSEHOLD\", \"street\": \"x\", \"communeCode\": \"19429\"}",
                        "confirmation", "{}",
                        "end", "{}")
                .forEach((step, body) -> rows.put(
                        "POST /api/v1/mandates/{id}/" + step,
                        new Rule.At(POST_ONBOARDING, World::office, AuthorizationMatrixIT::mandate, body)));
        rows.put(
                "POST /api/v1/mandates/{id}/paper",
                new Rule.At(POST_ONBOARDING, World::office, AuthorizationMatrixIT::mandate, "no document"));
        rows.put(
                "GET /api/v1/mandates/{id}/paper",
                new Rule.At(POST_ONBOARDING, World::office, AuthorizationMatrixIT::signedMandate, ""));
        rows.put("POST /api/v1/private-documents", new Rule.Members());
        rows.put("GET /api/v1/shops/{shopId}/papers", new Rule.At(SHOP_LISTINGS, World::shop, World::shop, ""));
        rows.put(
                "POST /api/v1/shops/{shopId}/papers",
                new Rule.At(
                        SHOP_LISTINGS,
                        World::shop,
                        World::shop,
                        "{\"kind\": \"LABEL\", \"title\": \"Nhãn\", \"documentId\": \"" + NOBODYS + "\"}"));
        for (var one : new String[] {
            "GET /api/v1/shops/{shopId}/papers/{paperId}/file", "DELETE /api/v1/shops/{shopId}/papers/{paperId}"
        }) {
            rows.put(one, new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop(paper(world)), ""));
        }
        rows.put(
                "PUT /api/v1/shops/{shopId}/certificates/{certificateId}/papers",
                new Rule.At(
                        SHOP_LISTINGS, World::shop, world -> world.inShop(world.certificate()), "{\"papers\": []}"));
        rows.put(
                "GET /api/v1/shops/{shopId}/certificates/{certificateId}/papers",
                new Rule.At(SHOP_LISTINGS, World::shop, world -> world.inShop(world.certificate()), "")
                        .orIn(PROVINCE_CERTIFICATES));
        rows.put(
                "GET /api/v1/shops/{shopId}/certificates/{certificateId}/papers/{paperId}/file",
                new Rule.At(
                                SHOP_LISTINGS,
                                World::shop,
                                world -> world.inShop(world.certificate()) + "/" + attachedPaper(world),
                                "")
                        .orIn(PROVINCE_CERTIFICATES));
        rows.put("GET /api/v1/team-codes/{code}", new Rule.Open());
        rows.put("PUT /api/v1/me/team", new Rule.SignedIn());
        rows.put("GET /api/v1/teams/{teamId}", new Rule.At(TEAM_ONBOARDING, World::team, World::team, ""));
        rows.put("GET /api/v1/teams/{teamId}/purchases", new Rule.At(TEAM_ONBOARDING, World::team, World::team, ""));
        rows.put(
                "GET /api/v1/province-desks/{code}/teams",
                new Rule.At(PROVINCE_STAFF, World::province, World::province, ""));
        rows.put(
                "POST /api/v1/province-desks/{code}/teams",
                new Rule.At(
                        PROVINCE_STAFF,
                        World::province,
                        World::province,
                        "{\"name\": \"Tổ Khe Sanh\", \"communeCode\": \"19429\"}"));
        for (var step : new String[] {"heads", "closing"}) {
            rows.put(
                    "POST /api/v1/province-desks/{code}/teams/{teamId}/" + step,
                    new Rule.At(
                            PROVINCE_STAFF,
                            World::province,
                            world -> world.province() + "/" + team(world.staff()),
                            "{}"));
        }
        rows.put("GET /api/v1/post-offices/{code}", new Rule.At(POST_PARCELS, World::office, World::office, ""));
        rows.put(
                "GET /api/v1/post-offices/{code}/parcels", new Rule.At(POST_PARCELS, World::office, World::office, ""));
        rows.put(
                "POST /api/v1/post-offices/{code}/parcel-searches",
                new Rule.At(POST_PARCELS, World::office, World::office, "{\"text\":\"Mai\"}"));
        rows.put(
                "POST /api/v1/post-offices/{code}/scans",
                new Rule.At(POST_PARCELS, World::office, World::office, SCANS));
        rows.put(
                "POST /api/v1/post-offices/{code}/run/scans",
                new Rule.At(POST_DELIVERY, World::office, World::office, SCANS));
        rows.put("GET /api/v1/post-offices/{code}/run", new Rule.At(POST_DELIVERY, World::office, World::office, ""));
        rows.put(
                "GET /api/v1/post-offices/{code}/waybills",
                new Rule.At(POST_PARCELS, World::office, World::office, ""));
        rows.put("GET /api/v1/shops/{shopId}/waybills", new Rule.At(SHOP_ORDERS, World::shop, World::shop, ""));
        rows.put(
                "POST /api/v1/post-offices/{code}/manifests",
                new Rule.At(
                        POST_PARCELS,
                        World::office,
                        World::office,
                        "{\"id\":\"" + NOBODYS + "\",\"courier\":\"" + NOBODYS + "\",\"numbers\":[\"x\"]}"));
        rows.put(
                "GET /api/v1/post-offices/{code}/manifests",
                new Rule.At(POST_PARCELS, World::office, World::office, ""));
        rows.put("GET /api/v1/manifests/{id}", new Rule.Elsewhere(POST_PARCELS, NOBODYS, ""));
        rows.put("POST /api/v1/manifests/{id}/count", new Rule.Elsewhere(POST_PARCELS, NOBODYS, "{\"counted\":1}"));
        rows.put("GET /api/v1/post-offices/{code}/shifts", new Rule.At(POST_MONEY, World::office, World::office, ""));
        rows.put(
                "POST /api/v1/post-offices/{code}/shifts",
                new Rule.At(
                        POST_MONEY,
                        World::office,
                        World::office,
                        world -> "{\"id\":\"" + UUID.randomUUID() + "\",\"opening\":0}"));
        rows.put(
                "POST /api/v1/post-offices/{code}/hand-ins",
                new Rule.At(
                        POST_MONEY,
                        World::office,
                        World::office,
                        "{\"id\":\"" + NOBODYS + "\",\"courier\":\"" + NOBODYS + "\",\"counted\":0}"));
        rows.put(
                "POST /api/v1/post-offices/{code}/deposits",
                new Rule.At(
                        POST_MONEY,
                        World::office,
                        World::office,
                        "{\"id\":\"" + NOBODYS + "\",\"amount\":1,\"note\":\"x\"}"));
        rows.put(
                "POST /api/v1/post-offices/{code}/shift-closings",
                new Rule.At(POST_MONEY, World::office, World::office, "{\"counted\":0}"));
        rows.put("POST /api/v1/shifts/{id}/signature", new Rule.Elsewhere(POST_SUPERVISION, NOBODYS, "{}"));
        rows.put(
                "POST /api/v1/remittances",
                new Rule.Elsewhere(
                        PLATFORM_MONEY,
                        NOBODYS,
                        "{\"id\":\"" + NOBODYS
                                + "\",\"carrier\":\"vnpost\",\"bankRef\":\"x\",\"lines\":[{\"number\":\"x\",\"amount\":1}]}"));
        for (var owed : new String[] {"GET /api/v1/remittances", "GET /api/v1/cash-outstanding"}) {
            rows.put(owed, new Rule.At(PLATFORM_MONEY, world -> "*", world -> "*", ""));
        }
        for (var seen : new String[] {"GET /api/v1/carrier-accounts", "GET /api/v1/carrier-figures"}) {
            rows.put(seen, new Rule.At(PLATFORM_CARRIERS, world -> "*", world -> "*", ""));
        }
        rows.put(
                "POST /api/v1/carrier-messages/{id}/meaning",
                new Rule.Elsewhere(PLATFORM_CARRIERS, NOBODYS, "{\"step\":\"DELIVERED\"}"));
        rows.put(
                "PUT /api/v1/carrier-accounts/{id}/codes",
                new Rule.Elsewhere(PLATFORM_CARRIERS, NOBODYS, "{\"codes\":{}}"));
        rows.put("GET /api/v1/carriers/{carrier}/rates", new Rule.Elsewhere(PLATFORM_CARRIERS, "nobody", ""));
        rows.put("POST /api/v1/carriers/{carrier}/rates", new Rule.Elsewhere(PLATFORM_CARRIERS, "nobody", "x"));
        rows.put("POST /api/v1/carrier-orders/{parcelId}/retry", new Rule.Elsewhere(PLATFORM_CARRIERS, NOBODYS, "{}"));
        rows.put(
                "POST /api/v1/carrier-accounts/{id}/keys",
                new Rule.Elsewhere(PLATFORM_CARRIERS, NOBODYS, "{\"name\":\"x\",\"scopes\":[\"PARCELS\"]}"));
        rows.put("GET /api/v1/carrier-accounts/{id}/keys", new Rule.Elsewhere(PLATFORM_CARRIERS, NOBODYS, ""));
        rows.put("DELETE /api/v1/carrier-keys/{id}", new Rule.Elsewhere(PLATFORM_CARRIERS, NOBODYS, ""));
        rows.put("GET /api/v1/carrier-messages", new Rule.At(PLATFORM_CARRIERS, world -> "*", world -> "*", ""));
        rows.put("PUT /api/v1/carrier-accounts/{id}", new Rule.Elsewhere(PLATFORM_CARRIERS, NOBODYS, """
                        {"carrier":"vnpost","adapter":"OPEN","baseUrl":"","shopRef":"","token":"","secret":"0123456789abcdef",
                         "codes":{}}"""));
        rows.put("GET /api/v1/post-offices/{code}/takers", new Rule.At(POST_PARCELS, World::office, World::office, ""));
        rows.put(
                "GET /api/v1/post-offices/{code}/figures", new Rule.At(POST_PARCELS, World::office, World::office, ""));
        rows.put(
                "GET /api/v1/post-offices/{code}/refused-scans",
                new Rule.At(POST_SUPERVISION, World::office, World::office, ""));
        rows.put(
                "POST /api/v1/post-offices/{code}/refused-scans/{id}/seen",
                new Rule.Elsewhere(POST_SUPERVISION, "19429/" + NOBODYS, ""));
        rows.put(
                "POST /api/v1/post-offices/{code}/proofs",
                new Rule.Elsewhere(
                        POST_DELIVERY,
                        "19429",
                        "{\"scan\":\"" + NOBODYS + "\",\"kind\":\"PHOTO\",\"document\":\"" + NOBODYS + "\"}"));
        rows.put("GET /api/v1/parcels/{id}/proofs", new Rule.At(POST_PARCELS, World::office, World::parcel, ""));
        rows.put(
                "GET /api/v1/parcels/{id}/proofs/{document}",
                new Rule.Elsewhere(POST_PARCELS, NOBODYS + "/" + NOBODYS, ""));
        rows.put("GET /api/v1/parcels/{id}", new Rule.At(POST_PARCELS, World::office, World::parcel, ""));
        rows.put("POST /api/v1/parcels/{id}/acceptance", new Rule.At(POST_PARCELS, World::office, World::parcel, "{}"));
        rows.put("POST /api/v1/parcels/{id}/delivery", new Rule.At(POST_PARCELS, World::office, World::parcel, "{}"));

        var grant = "{\"owner\":false,\"permissions\":[\"SHOP_STAFF\"]}";
        rows.put(
                "GET /api/v1/workplaces/{kind}/{scope}/staff",
                new Rule.At(SHOP_STAFF, World::shop, world -> "SHOP/" + world.shop(), ""));
        rows.put(
                "GET /api/v1/workplaces/{kind}/{scope}/audit",
                new Rule.At(PROVINCE_AUDIT, World::province, world -> "PROVINCE/" + world.province(), ""));
        rows.put(
                "POST /api/v1/workplaces/{kind}/{scope}/invitations",
                new Rule.At(SHOP_STAFF, World::shop, world -> "SHOP/" + world.shop(), grant));
        rows.put(
                "DELETE /api/v1/workplaces/{kind}/{scope}/invitations/{id}",
                new Rule.At(SHOP_STAFF, World::shop, world -> "SHOP/" + world.shop() + "/" + invitation(world), ""));
        rows.put(
                "PUT /api/v1/workplaces/{kind}/{scope}/staff/{personId}",
                new Rule.At(SHOP_STAFF, World::shop, world -> "SHOP/" + world.shop() + "/" + worker(world), grant));
        rows.put(
                "DELETE /api/v1/workplaces/{kind}/{scope}/staff/{personId}",
                new Rule.At(
                        PROVINCE_STAFF,
                        World::province,
                        world -> "PROVINCE/" + world.province() + "/" + officer(world),
                        ""));
        for (var books : new String[] {
            "GET /api/v1/ledger/trial-balance",
            "GET /api/v1/ledger/accounts/{account}/entries",
            "GET /api/v1/ledger/checks",
            "GET /api/v1/commission-rules",
            "GET /api/v1/tax-rates",
            "GET /api/v1/tax-declarations",
            "GET /api/v1/transfers",
            "GET /api/v1/bank-refunds",
            "GET /api/v1/disputes",
            "GET /api/v1/payment-method-rules",
            "GET /api/v1/settlement-rules",
            "GET /api/v1/direct-refunds",
            "GET /api/v1/return-deadlines",
            "GET /api/v1/payout-batches"
        }) {
            rows.put(books, new Rule.At(PLATFORM_MONEY, world -> "*", world -> "SHOP_PAYABLE", ""));
        }
        rows.put("GET /api/v1/jobs", new Rule.At(PLATFORM_AUDIT, world -> "*", world -> "*", ""));
        rows.put("GET /api/v1/tax-declarations/{month}/list.xlsx", new Rule.Elsewhere(PLATFORM_MONEY, "2026-01", ""));
        rows.put(
                "POST /api/v1/commission-rules",
                new Rule.Elsewhere(
                        PLATFORM_MONEY,
                        NOBODYS,
                        "{\"place\":1,\"validFrom\":\"2099-01-01\",\"percentBp\":1,\"fixed\":0,\"vatBp\":0,\"note\":\"x\"}"));
        rows.put("POST /api/v1/tax-rates", new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, """
                        {"seller":"RESIDENT","activity":"GOODS","vatBp":1,"pitBp":1,"validFrom":"2099-01-01",
                         "legalRef":"x","certainty":"ASSUMED"}"""));
        rows.put(
                "POST /api/v1/tax-declarations",
                new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{\"month\":\"2026-01\"}"));
        rows.put(
                "PUT /api/v1/shops/{shopId}/payout-hold",
                new Rule.At(PLATFORM_MONEY, world -> "*", World::shop, "{\"reason\":\"x\"}"));
        rows.put(
                "PUT /api/v1/shops/{shopId}/connected-account",
                new Rule.At(PLATFORM_MONEY, world -> "*", World::shop, "{\"account\":\"acct_1\"}"));
        rows.put(
                "DELETE /api/v1/shops/{shopId}/connected-account",
                new Rule.At(PLATFORM_MONEY, world -> "*", World::shop, ""));
        rows.put(
                "DELETE /api/v1/shops/{shopId}/payout-hold",
                new Rule.At(PLATFORM_MONEY, world -> "*", World::shop, ""));
        for (var batch : new String[] {
            "GET /api/v1/payout-batches/{id}",
            "POST /api/v1/payout-batches/{id}/submission",
            "POST /api/v1/payout-batches/{id}/approval",
            "GET /api/v1/payout-batches/{id}/bank-file"
        }) {
            rows.put(batch, new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{}"));
        }
        rows.put(
                "POST /api/v1/payouts/{id}/payment",
                new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{\"bankRef\":\"x\"}"));
        rows.put(
                "POST /api/v1/payouts/{id}/failure", new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{\"reason\":\"x\"}"));
        rows.put(
                "POST /api/v1/transfers/{id}/assignment",
                new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{\"purchase\":\"x\"}"));
        for (var back : new String[] {"POST /api/v1/transfers/{id}/return", "POST /api/v1/bank-refunds/{id}/payment"}) {
            rows.put(back, new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{\"bankRef\":\"x\"}"));
        }
        rows.put("POST /api/v1/payment-method-rules", new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, """
                        {"method":"CARD","over":999000000,"validFrom":"2099-01-01","note":"x"}"""));
        rows.put(
                "GET /api/v1/shops/{shopId}/fee-invoices/{id}/invoice.pdf",
                new Rule.Elsewhere(SHOP_MONEY, NOBODYS, ""));
        rows.put(
                "POST /api/v1/shops/{shopId}/fee-payments",
                new Rule.At(PLATFORM_MONEY, world -> "*", World::shop, "{\"amount\":1,\"bankRef\":\"matrix\"}"));
        rows.put(
                "PUT /api/v1/orders/{code}/e-invoice",
                new Rule.At(
                        SHOP_ORDERS,
                        World::shop,
                        World::order,
                        "{\"symbol\":\"1C26TYY\",\"number\":\"1\",\"issuedOn\":\"2026-11-22\"}"));
        rows.put("GET /api/v1/fee-invoices/{month}", new Rule.Elsewhere(PLATFORM_MONEY, "2026-01", ""));
        rows.put("POST /api/v1/settlement-rules", new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, """
                        {"shop":"00000000-0000-0000-0000-000000000001","method":"BANK_TRANSFER","way":"DIRECT",
                         "validFrom":"2099-01-01","note":"x"}"""));
        rows.put(
                "POST /api/v1/shops/{shopId}/direct-payments/{purchase}/receipt",
                new Rule.Elsewhere(SHOP_MONEY, NOBODYS, ""));
        rows.put(
                "POST /api/v1/shops/{shopId}/direct-refunds/{id}/payment",
                new Rule.Elsewhere(SHOP_MONEY, NOBODYS, "{\"bankRef\":\"x\"}"));
        rows.put("POST /api/v1/return-deadlines", new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, """
                        {"step":"GOODS_SENT","hours":1,"validFrom":"2099-01-01","reference":"x","certainty":"ASSUMED"}"""));
        rows.put(
                "POST /api/v1/return-deadlines/{id}/end",
                new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{\"lastDay\":\"2099-01-01\"}"));
        rows.put(
                "POST /api/v1/payment-method-rules/{id}/end",
                new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{\"lastDay\":\"2099-01-01\"}"));
        rows.put(
                "GET /api/v1/post-offices/{office}/counter-payments/{purchase}",
                new Rule.At(POST_MONEY, World::office, world -> world.office() + "/" + world.counted(), ""));
        rows.put(
                "POST /api/v1/post-offices/{office}/counter-payments",
                new Rule.Elsewhere(POST_MONEY, NOBODYS, "{\"purchase\":\"x\",\"amount\":1}"));
        rows.put("GET /api/v1/payments/{purchase}", new Rule.At(PLATFORM_MONEY, world -> "*", World::group, ""));
        rows.put(
                "PUT /api/v1/disputes/{id}/bearer",
                new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{\"bearer\":\"SHOP\"}"));
        rows.put("POST /api/v1/bank-statements", new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{}"));
        for (var desk : new String[] {
            "GET /api/v1/search-desk/rules", "GET /api/v1/search-desk/terms", "GET /api/v1/search-desk/explanation"
        }) {
            rows.put(desk, new Rule.At(PLATFORM_CATEGORIES, world -> "*", world -> "*", ""));
        }
        rows.put(
                "PUT /api/v1/search-desk/rules",
                new Rule.Elsewhere(
                        PLATFORM_CATEGORIES,
                        NOBODYS,
                        "{\"kind\":\"REDIRECT\",\"phrase\":\"tet\",\"target\":\"/tim\"}"));
        rows.put("DELETE /api/v1/search-desk/rules/{id}", new Rule.Elsewhere(PLATFORM_CATEGORIES, NOBODYS, ""));
        for (var end : new String[] {"POST /api/v1/commission-rules/{id}/end", "POST /api/v1/tax-rates/{id}/end"}) {
            rows.put(end, new Rule.Elsewhere(PLATFORM_MONEY, NOBODYS, "{\"lastDay\":\"2099-01-01\"}"));
        }
        for (var desk : new String[] {
            "GET /api/v1/campaign-desks/{scope}/programmes",
            "GET /api/v1/campaign-desks/{scope}/campaigns",
            "GET /api/v1/campaign-desks/{scope}/offers"
        }) {
            rows.put(desk, new Rule.At(PROVINCE_CAMPAIGNS, World::province, World::province, ""));
        }
        rows.put(
                "GET /api/v1/campaign-desks/{scope}/programmes/{code}/figures",
                new Rule.At(PROVINCE_CAMPAIGNS, World::province, world -> world.province() + "/khong-co", ""));
        rows.put(
                "POST /api/v1/campaign-desks/{scope}/programmes",
                new Rule.Elsewhere(
                        PROVINCE_CAMPAIGNS,
                        NOBODYS,
                        "{\"code\":\"thu\",\"name\":\"Tháng thử\",\"startsAt\":\"2099-10-01T00:00:00Z\",\"endsAt\":\"2099-10-02T00:00:00Z\"}"));
        rows.put(
                "POST /api/v1/campaign-desks/{scope}/programmes/{code}/state",
                new Rule.Elsewhere(PROVINCE_CAMPAIGNS, NOBODYS, "{\"open\":true}"));
        rows.put(
                "POST /api/v1/campaign-desks/{scope}/campaigns",
                new Rule.Elsewhere(
                        PROVINCE_CAMPAIGNS,
                        NOBODYS,
                        "{\"programme\":\"thu\",\"code\":\"thu\",\"name\":\"Thử\",\"ownerKind\":\"PROVINCE\",\"ownerScope\":\"44\",\"organiser\":\"Tỉnh\"}"));
        var offer = "{\"campaignId\":\"" + NOBODYS
                + "\",\"code\":\"uu-dai\",\"name\":\"Ưu đãi\",\"kind\":\"PERCENT\",\"stackingClass\":\"ITEM\",\"value\":1,\"startsAt\":\"2099-10-01T00:00:00Z\",\"endsAt\":\"2099-10-02T00:00:00Z\"}";
        rows.put("POST /api/v1/campaign-desks/{scope}/offers", new Rule.Elsewhere(PROVINCE_CAMPAIGNS, NOBODYS, offer));
        rows.put(
                "POST /api/v1/campaign-desks/{scope}/offer-decisions",
                new Rule.Elsewhere(
                        PROVINCE_CAMPAIGNS, NOBODYS, "{\"offers\":[\"" + NOBODYS + "\"],\"verdict\":\"PAUSE\"}"));
        rows.put(
                "POST /api/v1/campaign-desks/{scope}/previews",
                new Rule.Elsewhere(
                        PROVINCE_CAMPAIGNS,
                        NOBODYS,
                        "{\"at\":\"2099-10-01T00:00:00Z\",\"lines\":[{\"variantId\":\"" + NOBODYS
                                + "\",\"quantity\":1}]}"));
        for (var invited : new String[] {
            "GET /api/v1/campaign-desks/{scope}/campaigns/{campaignId}/invitable-shops",
            "GET /api/v1/campaign-desks/{scope}/campaigns/{campaignId}/invitations"
        }) {
            rows.put(invited, new Rule.Elsewhere(PROVINCE_CAMPAIGNS, NOBODYS, ""));
        }
        rows.put(
                "POST /api/v1/campaign-desks/{scope}/campaigns/{campaignId}/invitations",
                new Rule.Elsewhere(PROVINCE_CAMPAIGNS, NOBODYS, "{\"shops\":[\"" + NOBODYS + "\"]}"));
        for (var answered : new String[] {
            "POST /api/v1/shops/{shopId}/invitations/{campaignId}/answer",
            "POST /api/v1/shops/{shopId}/offers/{offerId}/answer"
        }) {
            rows.put(answered, new Rule.Elsewhere(SHOP_LISTINGS, NOBODYS, "{\"accept\":true}"));
        }
        rows.put("GET /api/v1/shops/{shopId}/offers", new Rule.At(SHOP_LISTINGS, World::shop, World::shop, ""));
        rows.put(
                "POST /api/v1/shops/{shopId}/campaigns",
                new Rule.Elsewhere(SHOP_LISTINGS, NOBODYS, "{\"programme\":\"thu\",\"name\":\"Thử\"}"));
        rows.put("POST /api/v1/shops/{shopId}/offers", new Rule.Elsewhere(SHOP_LISTINGS, NOBODYS, offer));
        for (var ofShop : new String[] {
            "DELETE /api/v1/shops/{shopId}/offers/{offerId}",
            "GET /api/v1/shops/{shopId}/campaigns/{campaignId}/legal-prices"
        }) {
            rows.put(ofShop, new Rule.Elsewhere(SHOP_LISTINGS, NOBODYS, ""));
        }
        rows.put("GET /api/v1/promotion-rules", new Rule.At(PLATFORM_CAMPAIGNS, world -> "*", world -> "*", ""));
        rows.put("POST /api/v1/promotion-rules", new Rule.Elsewhere(PLATFORM_CAMPAIGNS, NOBODYS, """
                        {"rule":"MAX_DAYS_A_YEAR","value":1,"validFrom":"2099-01-01","legalRef":"x","clause":"x",
                         "certainty":"ASSUMED"}"""));
        rows.put(
                "POST /api/v1/promotion-rules/{id}/end",
                new Rule.Elsewhere(PLATFORM_CAMPAIGNS, NOBODYS, "{\"lastDay\":\"2099-01-01\"}"));
        for (var month : new String[] {
            "POST /api/v1/tax-declarations/{month}/payment", "GET /api/v1/tax-declarations/{month}/sellers"
        }) {
            rows.put(month, new Rule.Elsewhere(PLATFORM_MONEY, "2026-01", "{}"));
        }
        return rows;
    }

    private static String letter(World world) {
        return "{\"authority\": \"Sở Công Thương\", \"number\": \"" + UUID.randomUUID()
                + "\", \"subjectKind\": \"SHOP\", \"subjectId\": \"" + world.shop() + "\", \"wanted\": \"gỡ bỏ\"}";
    }

    private static String moves(World world) {
        return "{\"kind\": \"COUNTED\", \"moves\": [{\"variantId\": \"" + world.variant() + "\", \"quantity\": 1}]}";
    }

    private static String seen(World world) {
        return "\"listings\": [{\"id\": \"" + world.listing() + "\", \"revision\": 1}]";
    }

    private static String mandate(World world) {
        return world.staff()
                .worksFor("POST_OFFICE", world.office())
                .raw(
                        "POST",
                        "/api/v1/workplaces/POST_OFFICE/" + world.office() + "/mandates",
                        QUESTION,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("/id");
    }

    private static String submission(World world) {
        return world.staff()
                .worksFor("SHOP", world.shop())
                .post("/api/v1/shops/" + world.shop() + "/draft-submissions", Map.of())
                .text("/id");
    }

    private static String paper(World world) {
        var seller = world.staff().worksFor("SHOP", world.shop());
        var document = seller.send("/api/v1/private-documents", PictureFiles.jpeg(400, 400))
                .text("/id");
        return seller.post(
                        "/api/v1/shops/" + world.shop() + "/papers",
                        Map.of("kind", "LABEL", "title", "Nhãn", "documentId", document))
                .text("/id");
    }

    private static String attachedPaper(World world) {
        var paper = paper(world);
        world.staff()
                .worksFor("SHOP", world.shop())
                .put(
                        "/api/v1/shops/" + world.shop() + "/certificates/" + world.certificate() + "/papers",
                        Map.of("papers", List.of(paper)));
        return paper;
    }

    private static String team(Staff staff) {
        return staff.worksFor("PROVINCE", PROVINCE)
                .post(
                        "/api/v1/province-desks/" + PROVINCE + "/teams",
                        Map.of("name", "Tổ Khe Sanh", "communeCode", "19429"))
                .text("/id");
    }

    private static String signedMandate(World world) {
        var mandate = mandate(world);
        world.staff()
                .worksFor("POST_OFFICE", world.office())
                .send("/api/v1/mandates/" + mandate + "/paper", PictureFiles.jpeg(400, 400));
        return mandate;
    }

    private static String sheet(World world) {
        return world.staff()
                .worksFor("SHOP", world.shop())
                .send(
                        "/api/v1/shops/" + world.shop() + "/sheets/listings/imports",
                        "Mã hàng,Tên sản phẩm\nA,B\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .text("/id");
    }

    private static String archive(World world) {
        return world.staff()
                .worksFor("SHOP", world.shop())
                .send(
                        "/api/v1/shops/" + world.shop() + "/picture-archives",
                        PictureFiles.zip(Map.of("khong-co.jpg", PictureFiles.jpeg(400, 400))))
                .text("/id");
    }

    private static String shopSheet(World world) {
        return world.staff()
                .worksFor("POST_OFFICE", world.office())
                .send(
                        "/api/v1/workplaces/POST_OFFICE/" + world.office() + "/sheets/shops/imports",
                        SHOPS.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .text("/id");
    }

    private static String invitation(World world) {
        return world.staff()
                .worksFor("SHOP", world.shop())
                .post(
                        "/api/v1/workplaces/SHOP/" + world.shop() + "/invitations",
                        Map.of("owner", false, "permissions", List.of("SHOP_STAFF")))
                .text("/id");
    }

    private static String worker(World world) {
        return world.staff()
                .worksFor("SHOP", world.shop(), false, "SHOP_STAFF")
                .get("/api/v1/me")
                .text("/id");
    }

    private static String officer(World world) {
        return world.staff()
                .worksFor("PROVINCE", world.province(), false, "PROVINCE_FIGURES")
                .get("/api/v1/me")
                .text("/id");
    }

    @Autowired
    DatabaseClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    static World world(DatabaseClient database, Buyer buyer) {
        var shelf = new Shelf(database);
        var staff = new Staff(database);
        staff.openKheSanhOffice();
        var offer = shelf.offer(shelf.shop(), 5);
        var group =
                buyer.buy(offer.variants().getFirst(), 1, "CASH_ON_DELIVERY").text("/code");
        var transferred =
                buyer.buy(offer.variants().getFirst(), 1, "BANK_TRANSFER").text("/code");
        var counted =
                buyer.buy(offer.variants().getFirst(), 1, "CASH_AT_POST_OFFICE").text("/code");
        var seller = staff.worksFor("SHOP", offer.shop().toString());
        seller.post("/api/v1/orders/" + group + "-1/confirmation", Map.of());
        var certificate = seller.raw(
                        "POST",
                        "/api/v1/shops/" + offer.shop() + "/certificates",
                        CLAIM,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("/id");
        var parcel = staff.worksFor("POST_OFFICE", Staff.KHE_SANH_OFFICE)
                .get("/api/v1/post-offices/19429/parcels?status=TO_COLLECT&limit=96")
                .text("/items/0/id");
        return new World(
                offer.shop().toString(),
                offer.listing().toString(),
                offer.variants().getFirst().toString(),
                certificate,
                group,
                transferred,
                counted,
                parcel,
                Staff.KHE_SANH_OFFICE,
                PROVINCE,
                team(staff),
                staff);
    }

    private final Buyer buyer = Buyer.guest();

    @Test
    void everyEndpointHasItsRow() {
        var served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.getPatternString())))
                .filter(endpoint -> endpoint.contains(" /api/") || endpoint.contains(" /media/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(served).containsExactlyInAnyOrderElementsOf(MATRIX.keySet());
    }

    @Test
    void strangersGetOnlyWhatIsOpen() {
        MATRIX.forEach((endpoint, rule) -> {
            var status = call(ApiClient.stranger(), endpoint, NOBODYS, "{}");
            if (rule instanceof Rule.Open) {
                assertThat(status).as(endpoint).isNotEqualTo(403).isNotEqualTo(500);
            } else {
                assertThat(status).as(endpoint).isEqualTo(401);
            }
        });
    }

    @Test
    void whatIsOnesOwnNeedsASession() {
        rows(Rule.SignedIn.class)
                .forEach((endpoint, rule) -> assertThat(call(ApiClient.guest(), endpoint, NOBODYS, "{}"))
                        .as(endpoint)
                        .isNotIn(401, 403, 500));
    }

    @Test
    void whatIsForMembersIsNotForGuests() {
        var member = new Staff(database).member();
        rows(Rule.Members.class).forEach((endpoint, rule) -> {
            var body = valid(endpoint);
            assertThat(call(ApiClient.guest(), endpoint, NOBODYS, body))
                    .as(endpoint)
                    .isEqualTo(403);
            assertThat(call(member, endpoint, NOBODYS, body)).as(endpoint).isNotIn(401, 403, 500);
        });
    }

    /** Bodies that are in order, so that only who asks decides. */
    private static String valid(String endpoint) {
        return switch (endpoint) {
            case "PATCH /api/v1/me" -> "{\"name\":\"Mai\"}";
            case "PUT /api/v1/me/authenticator", "POST /api/v1/me/authenticator/removal" -> "{\"code\":\"123456\"}";
            case "POST /api/v1/me/consents" -> "{\"purpose\":\"MARKETING\",\"version\":\"2026-07\",\"granted\":false}";
            case "POST /api/v1/me/contacts", "POST /api/v1/me/erasure" ->
                "{\"codeId\":\"" + NOBODYS + "\",\"code\":\"123456\"}";
            case "PUT /api/v1/me/password" -> "{\"password\":\"mot-cau-that-dai-nhe\"}";
            case "POST /api/v1/invitation-acceptances" -> "{\"token\":\"none\"}";
            case "POST /api/v1/shops" ->
                "{\"name\":\"Hộ bà Mai\",\"legalKind\":\"HOUSEHOLD\",\"street\":\"Thôn 3\",\"communeCode\":\"19429\"}";
            default -> "{}";
        };
    }

    @TestFactory
    Stream<DynamicTest> whatABuyerBoughtIsTheirs() {
        var world = world(database, buyer);
        var others = Map.of(
                "guest", ApiClient.guest(),
                "member", world.staff().member(),
                "owner of the shop's neighbour", world.staff().worksFor("SHOP", NOBODYS),
                "clerk elsewhere", world.staff().worksFor("POST_OFFICE", OTHER_OFFICE),
                "officer of the province", world.staff().worksFor("PROVINCE", PROVINCE));
        return rows(Rule.Buyer.class).entrySet().stream().flatMap(row -> {
            var rule = (Rule.Buyer) row.getValue();
            var id = rule.object().apply(world);
            var refused = others.entrySet().stream()
                    .map(other -> dynamicTest(
                            row.getKey() + " | " + other.getKey(),
                            () -> assertThat(call(other.getValue(), row.getKey(), id, rule.body()))
                                    .isEqualTo(404)));
            var passes = dynamicTest(
                    row.getKey() + " | buyer",
                    () -> assertThat(call(buyer.api(), row.getKey(), id, rule.body()))
                            .isNotIn(400, 401, 403, 404, 500));
            return Stream.concat(refused, Stream.of(passes));
        });
    }

    /** One who calls, and whether they get through. */
    record Role(String name, ApiClient client, boolean passes) {}

    static List<Role> roles(Rule.At rule, String place, Staff staff) {
        var roles = roles(rule.permission(), place, staff);
        var ofProvince = rule.ofProvince();
        if (ofProvince != null) {
            roles.removeIf(role -> role.name().equals(Membership.Kind.PROVINCE + " owner of " + PROVINCE));
            roles.add(new Role(
                    "officer with it alone", staff.worksFor("PROVINCE", PROVINCE, false, ofProvince.name()), true));
            roles.add(new Role(
                    "officer with all but it", staff.worksFor("PROVINCE", PROVINCE, false, others(ofProvince)), false));
            roles.add(new Role(
                    "officer elsewhere", staff.worksFor("PROVINCE", OTHER_PROVINCE, false, ofProvince.name()), false));
        }
        return roles;
    }

    private static List<Role> roles(Permission permission, String place, Staff staff) {
        var kind = permission.kind();
        var roles = new ArrayList<Role>();
        roles.add(new Role("guest", ApiClient.guest(), false));
        roles.add(new Role("member", staff.member(), false));
        roles.add(new Role("owner here", staff.worksFor(kind.name(), place), true));
        roles.add(new Role("here with it alone", staff.worksFor(kind.name(), place, false, permission.name()), true));
        roles.add(
                new Role("here with all but it", staff.worksFor(kind.name(), place, false, others(permission)), false));
        for (var other : Membership.Kind.values()) {
            if (other != Membership.Kind.PLATFORM) {
                elsewhere(other, place)
                        .forEach(scope -> roles.add(
                                new Role(other + " owner of " + scope, staff.worksFor(other.name(), scope), false)));
            }
        }
        if (kind != Membership.Kind.PLATFORM) {
            roles.add(new Role("support", staff.worksFor("PLATFORM", "*", false, "PLATFORM_SUPPORT"), true));
            roles.add(new Role(
                    "administrator who is not support",
                    staff.worksFor("PLATFORM", "*", false, others(Permission.PLATFORM_SUPPORT)),
                    false));
        }
        return roles;
    }

    /** Owners of one place of each kind that is not this one, in this province and in another. */
    private static List<String> elsewhere(Membership.Kind kind, String place) {
        var scopes = switch (kind) {
            case SHOP, COMMUNITY_TEAM -> List.of(UUID.randomUUID().toString());
            case POST_OFFICE -> List.of(OTHER_OFFICE, Staff.KHE_SANH_OFFICE);
            case PROVINCE -> List.of(PROVINCE, OTHER_PROVINCE);
            case PLATFORM -> List.<String>of();
        };
        return scopes.stream().filter(scope -> !scope.equals(place)).toList();
    }

    private static String[] others(Permission permission) {
        return Arrays.stream(Permission.values())
                .filter(other -> other.kind() == permission.kind() && other != permission)
                .map(Permission::name)
                .toArray(String[]::new);
    }

    @TestFactory
    Stream<DynamicTest> aPermissionDecidesAndNothingElse() {
        var world = world(database, buyer);
        var roles = new LinkedHashMap<String, List<Role>>();
        return rows(Rule.At.class).entrySet().stream().flatMap(row -> {
            var rule = (Rule.At) row.getValue();
            var place = rule.place().apply(world);
            return roles
                    .computeIfAbsent(
                            rule.permission() + " " + rule.ofProvince() + " " + place,
                            once -> roles(rule, place, world.staff()))
                    .stream()
                    .map(role -> dynamicTest(
                            row.getKey() + " | " + role.name() + " | " + (role.passes() ? "passes" : "not found"),
                            () -> check(row.getKey(), rule, role, world)));
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutThePermissionThereIsNothing() {
        var staff = new Staff(database);
        var roles = new LinkedHashMap<Permission, List<Role>>();
        return rows(Rule.Elsewhere.class).entrySet().stream().flatMap(row -> {
            var rule = (Rule.Elsewhere) row.getValue();
            return roles.computeIfAbsent(rule.permission(), permission -> roles(permission, "*", staff)).stream()
                    .filter(role -> !role.passes())
                    .map(role -> dynamicTest(
                            row.getKey() + " | " + role.name(),
                            () -> assertThat(call(role.client(), row.getKey(), rule.id(), rule.body()))
                                    .isEqualTo(404)));
        });
    }

    private void check(String endpoint, Rule.At rule, Role role, World world) {
        var status = call(
                role.client(), endpoint, rule.path().apply(world), rule.body().apply(world));
        if (role.passes()) {
            assertThat(status).isNotIn(400, 401, 403, 404, 500);
        } else {
            assertThat(status).isEqualTo(404);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsNobodysIsNotFoundEvenBySupport() {
        var world = world(database, buyer);
        var support = world.staff().worksFor("PLATFORM", "*");
        return rows(Rule.At.class).entrySet().stream()
                .filter(row -> !row.getKey().contains("/workplaces/"))
                .filter(row -> ((Rule.At) row.getValue()).permission().kind() != Membership.Kind.PLATFORM)
                .map(row -> dynamicTest(
                        row.getKey(),
                        () -> assertThat(call(
                                        support,
                                        row.getKey(),
                                        NOBODYS,
                                        ((Rule.At) row.getValue()).body().apply(world)))
                                // A list of what nobody has may also be empty, and what is moved there unknown to it.
                                .isIn(404, 200, 400)));
    }

    private static Map<String, Rule> rows(Class<? extends Rule> kind) {
        return MATRIX.entrySet().stream()
                .filter(row -> kind.isInstance(row.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** Fills the path's variables, of which there may be several. */
    static int call(ApiClient client, String endpoint, String ids, String body) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = endpoint.substring(method.length() + 1);
        var parts = ids.split("/", -1);
        for (int i = 0; path.contains("{"); i++) {
            path = path.replaceFirst("\\{[^}]+}", Objects.requireNonNull(parts[Math.min(i, parts.length - 1)]));
        }
        return client.raw(
                        method, path, body, "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"1\"")
                .status();
    }
}
