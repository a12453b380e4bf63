package vn.ocop.marketplace.shipment.network;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.ocop.marketplace.account.Membership;
import vn.ocop.marketplace.account.Workplaces;
import vn.ocop.marketplace.platform.ProblemException;
import vn.ocop.marketplace.platform.Rows;

/** Post offices and the communes they serve. */
@Repository
public class PostOffices implements Workplaces {

    private final DatabaseClient database;

    PostOffices(DatabaseClient database) {
        this.database = database;
    }

    public Mono<PostOffice> find(String code) {
        return database.sql(
                        "select code, name, street, commune_code, province_code from shipment.post_offices where code = :code")
                .bind("code", code)
                .map(PostOffices::office)
                .one();
    }

    /** Refuses with "not found" where there is no such office, also for those who may work anywhere. */
    public Mono<PostOffice> mustExist(String code) {
        return find(code).switchIfEmpty(Mono.error(() -> new ProblemException(NetworkProblem.OFFICE_NOT_FOUND, code)));
    }

    /** An office and its carrier, as people call them. */
    public record Named(String name, String carrier) {}

    public Mono<Map<String, Named>> names(Collection<String> codes) {
        return database.sql("""
                select o.code, o.name, c.name as carrier
                  from shipment.post_offices o
                  join shipment.carriers c on c.code = o.carrier_code
                 where o.code = any(:codes)
                """)
                .bind("codes", codes.toArray(String[]::new))
                .map(row -> Map.entry(
                        Rows.get(row, "code", String.class),
                        new Named(Rows.get(row, "name", String.class), Rows.get(row, "carrier", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Other offices of the same carrier, those of the province first. */
    public Flux<PostOffice> beside(PostOffice office, int limit) {
        return database.sql("""
                select o.code, o.name, o.street, o.commune_code, o.province_code
                  from shipment.post_offices o
                  join shipment.post_offices mine on mine.carrier_code = o.carrier_code and mine.code <> o.code
                 where mine.code = :code
                 order by o.province_code <> mine.province_code, o.name
                 limit :limit
                """)
                .bind("code", office.code())
                .bind("limit", limit)
                .map(PostOffices::office)
                .all();
    }

    private static PostOffice office(Readable row) {
        return new PostOffice(
                Rows.get(row, "code", String.class),
                Rows.get(row, "name", String.class),
                Rows.get(row, "street", String.class),
                Rows.get(row, "commune_code", String.class),
                Rows.get(row, "province_code", String.class));
    }

    /** The code of the office that collects in a commune. */
    public Mono<String> serving(String communeCode) {
        return database.sql("""
                select office_code
                  from shipment.service_areas
                 where commune_code = :commune
                 order by carrier_code
                 limit 1
                """)
                .bind("commune", communeCode)
                .map(row -> Rows.get(row, "office_code", String.class))
                .one();
    }

    @Override
    public Membership.Kind kind() {
        return Membership.Kind.POST_OFFICE;
    }

    @Override
    public Mono<String> name(String scope) {
        return find(scope).map(PostOffice::name);
    }
}
