package vn.ocop.marketplace;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.r2dbc.core.DatabaseClient;

/** People who work somewhere, and the post office of Khe Sanh. */
public record Staff(DatabaseClient database) {

    public static final String KHE_SANH_OFFICE = "19429";
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000);

    /** Signs a new person up and binds them to what they work for; the session is opened afterwards. */
    public ApiClient worksFor(String kind, String scope) {
        var phone = "09123" + NUMBERS.incrementAndGet();
        var signedUp = ApiClient.stranger()
                .post("/api/v1/accounts", Map.of("name", "Người làm", "phone", phone, "password", "mat-khau-dai"));
        var id = UUID.fromString(ApiClient.stranger()
                .with(signedUp)
                .get("/api/v1/me")
                .body()
                .path("id")
                .asString());
        database.sql(
                        "insert into account.memberships (person_id, kind, scope, owner, created_at) values (:id, :kind, :scope, true, now())")
                .bind("id", id)
                .bind("kind", kind)
                .bind("scope", scope)
                .then()
                .block();
        var worker = ApiClient.member(phone, "mat-khau-dai");
        // Before the first use of the token: the API remembers for a moment how a bearer is signed in.
        database.sql("update account.sessions set second_factor_at = created_at where person_id = :id")
                .bind("id", id)
                .then()
                .block();
        return worker;
    }

    public void openKheSanhOffice() {
        database.sql("""
                with office as (
                    insert into shipment.post_offices (code, carrier_code, name, commune_code, province_code)
                    values ('19429', 'vnpost', 'Bưu cục Khe Sanh', '19429', '44')
                    on conflict do nothing)
                insert into shipment.service_areas (carrier_code, commune_code, office_code)
                values ('vnpost', '19429', '19429')
                on conflict do nothing
                """).then().block();
    }

    public long count(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    /** The parcel of an order that waits to be collected. */
    public String parcel(ApiClient clerk, String orderCode) {
        for (var waiting : clerk.get("/api/v1/post-offices/19429/parcels?status=TO_COLLECT&limit=96")
                .body()
                .path("items")) {
            if (waiting.path("orderCode").asString().equals(orderCode)) {
                return waiting.path("id").asString();
            }
        }
        throw new AssertionError("no parcel for " + orderCode);
    }
}
