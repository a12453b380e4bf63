package vn.ocop.marketplace.local.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** A post office for every commune, under the commune's own code, serving it. */
final class PostOffices {

    private PostOffices() {}

    static void load(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into shipment.post_offices (code, carrier_code, name, street, commune_code, province_code)
                    select code, 'vnpost', 'Bưu cục ' || name, 'Trung tâm ' || kind || ' ' || name, code, province_code
                      from territory.communes
                     where valid_to is null
                    on conflict do nothing
                    """);
            statement.execute("""
                    insert into shipment.service_areas (carrier_code, commune_code, office_code)
                    select carrier_code, commune_code, code
                      from shipment.post_offices
                    on conflict do nothing
                    """);
        }
    }
}
