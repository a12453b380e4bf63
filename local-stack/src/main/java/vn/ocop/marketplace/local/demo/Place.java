package vn.ocop.marketplace.local.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A commune in force and the province it lies in. */
record Place(String code, String name, String kind, String provinceCode, String provinceName, String provinceKind) {

    String full() {
        return kind + " " + name + ", " + provinceKind + " " + provinceName;
    }

    String english() {
        return name + ", " + provinceName;
    }

    static Map<String, Place> all(Connection connection) throws SQLException {
        var places = new LinkedHashMap<String, Place>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.code, c.name, c.kind, p.code, p.name, p.kind
                          from territory.communes c
                          join territory.provinces p on p.code = c.province_code
                         where c.valid_to is null
                         order by c.code
                        """)) {
            while (rows.next()) {
                places.put(
                        rows.getString(1),
                        new Place(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getString(6)));
            }
        }
        return places;
    }
}
