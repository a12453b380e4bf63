package vn.ocop.marketplace;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.r2dbc.core.DatabaseClient;

/** People who work somewhere, and the post office of Khe Sanh. */
public record Staff(DatabaseClient database) {

    public static final String KHE_SANH_OFFICE = "19429";
    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000);

    /** Somebody who owns a workplace, signed in with a second factor. */
    public ApiClient worksFor(String kind, String scope) {
        return worksFor(kind, scope, true);
    }

    /** Somebody with just these permissions at a workplace, or with all of them as an owner. */
    public ApiClient worksFor(String kind, String scope, boolean owner, String... permissions) {
        var worker = member();
        database.sql("""
                with signed_in as (
                    update account.sessions
                       set second_factor_at = created_at
                     where token_hash = sha256(convert_to(:token, 'UTF8')))
                insert into account.memberships (person_id, kind, scope, owner, permissions, created_at)
                select person_id, :kind, :scope, :owner, :permissions, created_at
                  from account.sessions
                 where token_hash = sha256(convert_to(:token, 'UTF8'))
                """)
                .bind("token", worker.token().orElseThrow())
                .bind("kind", kind)
                .bind("scope", scope)
                .bind("owner", owner)
                .bind("permissions", permissions)
                .then()
                .block();
        return worker;
    }

    /** A member with a phone number and without a password; written before the first use of the token. */
    public ApiClient member() {
        return member("+849123" + NUMBERS.incrementAndGet());
    }

    public ApiClient member(String phone) {
        var member = ApiClient.guest();
        database.sql("""
                update account.people p
                   set kind = 'MEMBER', name = 'Người làm', phone = :phone, phone_verified_at = s.created_at
                  from account.sessions s
                 where s.token_hash = sha256(convert_to(:token, 'UTF8'))
                   and p.id = s.person_id
                """)
                .bind("token", member.token().orElseThrow())
                .bind("phone", phone)
                .then()
                .block();
        return member;
    }

    /** Where messages to somebody go. */
    public static String phoneOf(ApiClient member) {
        return "+84" + member.get("/api/v1/me").text("/phone").replace(" ", "").substring(1);
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

    /** How often something was done to somebody or something, as the audit log has it. */
    public long noted(String action, String subject) {
        return count("select count(*) from account.audit_log where action = '" + action + "' and subject = '" + subject
                + "'");
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
