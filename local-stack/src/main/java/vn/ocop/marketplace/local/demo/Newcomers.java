package vn.ocop.marketplace.local.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.ocop.marketplace.searchcontract.VietnameseText;

/**
 * A household whose shop waits for the officers, and the community team that brought it: without them the desks of a
 * fresh marketplace would have nothing to do.
 */
final class Newcomers {

    /** Named by the people of the demo who work there. */
    static final UUID SHOP = UUID.fromString("0199d5c0-0000-7000-8000-000000000001");

    static final UUID TEAM = UUID.fromString("0199d5c0-0000-7000-8000-000000000002");

    private static final String NAME = "Hộ bà Hồ Thị Bưởi";
    private static final String OWNER = "+84900000007";
    private static final Duration WAITS = Duration.ofHours(5);

    private Newcomers() {}

    /** After the people and the shops. */
    static void load(Connection connection, Instant now, String secretsKey) throws SQLException {
        var asked = now.minus(WAITS).toString();
        run(connection, """
                insert into shop.shops (id, slug, name, folded, legal_kind, status, story_vi, story_en, street,
                                        commune_code, province_code, demo, joined_at, submitted_at, phone,
                                        terms_version)
                select ?::uuid, 'ho-ba-ho-thi-buoi-demo', ?, ?, 'HOUSEHOLD', 'UNDER_REVIEW',
                       'Bà Bưởi phơi măng và chuối của vườn nhà ở Khe Sanh.',
                       'Mrs Bưởi dries bamboo shoots and bananas of her own garden in Khe Sanh.',
                       'Thôn Tân Hợp', '19429', '44', true, ?::timestamptz, ?::timestamptz, '+84900000007',
                       (select max(version) from account.documents where purpose = 'SELLER_TERMS')
                """, SHOP.toString(), NAME, VietnameseText.fold(NAME), asked, asked);
        run(connection, """
                insert into shop.identities (shop_id, representative, document_kind, number_sealed, number_end, state,
                                             method, given_by, updated_at)
                select ?::uuid, 'Hồ Thị Bưởi', 'CITIZEN_ID', ?::bytea, '6789', 'SUBMITTED', 'MANUAL', id,
                       ?::timestamptz
                  from account.people
                 where phone = ?
                """, SHOP.toString(), SealedText.seal("045123456789", secretsKey), asked, OWNER);
        run(connection, """
                insert into shop.bank_accounts (shop_id, bank_bin, number_sealed, number_end, holder, updated_at)
                values (?::uuid, '970405', ?::bytea, '3210', 'HO THI BUOI', ?::timestamptz)
                """, SHOP.toString(), SealedText.seal("9876543210", secretsKey), asked);
        run(connection, """
                insert into shop.decisions (shop_id, at, actor_id, kind, from_status, to_status)
                select ?::uuid, ?::timestamptz, id, 'submitted', 'APPLIED', 'UNDER_REVIEW'
                  from account.people
                 where phone = ?
                """, SHOP.toString(), asked, OWNER);
        run(connection, """
                insert into community.teams (id, code, name, province_code, commune_code, hamlet, created_by, created_at)
                select ?::uuid, 'TANHDP', 'Tổ công nghệ số Tân Hợp', '44', '19429', 'Thôn Tân Hợp', id, ?::timestamptz
                  from account.people
                 where phone = ?
                """, TEAM.toString(), asked, OWNER);
        run(connection, """
                insert into community.credits (person_id, team_id, way, at)
                select id, ?::uuid, 'SIGN_UP', ?::timestamptz
                  from account.people
                 where phone = ?
                """, TEAM.toString(), asked, OWNER);
    }

    private static void run(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
