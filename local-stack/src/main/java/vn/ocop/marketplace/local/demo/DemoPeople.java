package vn.ocop.marketplace.local.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The people with whom a new stack is tried; one known password for all of them. */
public final class DemoPeople {

    public static final String PASSWORD = "dacsan2026";
    /** Argon2id of that password, in the form the API stores. */
    private static final String PASSWORD_HASH =
            "$argon2id$v=19$m=16384,t=2,p=1$DY8rapHDTleo8GsdLD5PUA" + "$a+9y9lhYE1cPoyratn/Mc6T1qZGOkST52MGg7ddkzsI";

    private static final List<String> NEED_SECOND_FACTOR = List.of("PROVINCE", "PLATFORM");
    /** What the authenticator app of the demo's officers and administrators is given; Base32. */
    public static final String AUTHENTICATOR_SECRET = "OCOPDEMOSANCHOOCOPDEMOSANCHOABCD";

    private DemoPeople() {}

    public static List<Person> all() {
        return Csv.read("people.csv").stream()
                .map(row -> new Person(
                        row.text("phone"), row.text("name"), row.text("role"), row.text("kind"), row.text("scope")))
                .toList();
    }

    static void load(Connection connection, Map<String, Maker> makers, Dice dice, Instant now, String secretsKey)
            throws SQLException {
        var people = new CopyTable(
                connection, "account.people", "id, kind, name, phone, password_hash, created_at, phone_verified_at");
        var memberships = new CopyTable(connection, "account.memberships", "person_id, kind, scope, owner, created_at");
        var authenticators =
                new CopyTable(connection, "account.authenticators", "person_id, secret, created_at, confirmed_at");
        for (var person : all()) {
            var id = dice.id();
            people.add(id, "MEMBER", person.name(), "+84" + person.phone().substring(1), PASSWORD_HASH, now, now);
            if (NEED_SECOND_FACTOR.contains(person.kind())) {
                authenticators.add(id, SealedText.seal(AUTHENTICATOR_SECRET, secretsKey), now, now);
            }
            if (!person.kind().isEmpty()) {
                var shop = makers.get(person.scope());
                memberships.add(id, person.kind(), shop == null ? person.scope() : shop.shopId(), true, now);
            }
        }
        people.send();
        memberships.send();
        authenticators.send();
    }

    /** One of them; {@code roleKey} names the role in the words of the stack. */
    public record Person(String phone, String name, String roleKey, String kind, String scope) {}
}
